import assert from 'node:assert/strict';
import { allTakeaways, drawn, read } from '../../support/fixture.ts';
import { slice } from '../../support/ranges.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';

const textsOf = (briefing: ReturnType<typeof read>) => readingItems(briefing).map(({ text }) => text);

describe('The messages of a chat', () => {
  const STORIES = [
    ['*The ferry stops*', 'It stops at nine, says the office.', 'https://a.example/ferry'],
    ['*A crane comes*', 'It is made of wood.'],
  ];
  const exported = (header: (time: string, name: string) => string) => [
    `${header('07:44', 'Ann (Office)')}Good morning to all of the harbour.`,
    ...STORIES.flatMap(([headline = '', ...text]) => [
      `${header('07:45', 'Ann (Office)')}${headline}`,
      ...text,
    ]),
    `${header('07:58', 'Bob')}thanks for the news!`,
  ];

  it('are stories with their first lines as headlines, in all forms', () => {
    for (const header of [
      (time: string, name: string) => `[03/03/2026 ${time}:12] ${name}: `,
      (time: string, name: string) => `\u200e[3.3.26, ${time}:12] ${name}: `,
      (time: string, name: string) => `2026/3/3, ${time} - ${name}: `,
    ]) {
      const briefing = read(...exported(header));
      assert.deepEqual(drawn(briefing.sections), ['2 The ferry stops', '2 A crane comes']);
      assert.equal(briefing.date, '2026-03-03');
      const [, second] = briefing.sections;
      assert.match(second ? slice(briefing.text, second.range) : '', /^.{20,40}\*A crane comes\*\n/);
      assert.deepEqual(textsOf(briefing), [
        'Good morning to all of the harbour.',
        'It stops at nine, says the office. https://a.example/ferry',
        'It is made of wood.\nBob: thanks for the news!',
      ]);
    }
  });

  it('may be one briefing below the line that names its sender', () => {
    for (const header of [
      'Harbour News ☕️, [03.03.2026 08:00]',
      '[03/03/2026 07:45] Example, Ann (Office)',
    ]) {
      const briefing = read(
        header,
        ...['The harbour on Tuesday', '', 'FERRIES', '- The ferry stops at nine.', '- It starts at ten.'],
      );
      assert.equal(briefing.title, 'The harbour on Tuesday');
      assert.equal(briefing.date, '2026-03-03');
      assert.deepEqual(drawn(briefing.sections), ['2 FERRIES']);
    }
    const subject = read('[03/03/2026 07:45] Ann Example', 'Subject: Harbour brief', '', 'It stops.');
    assert.equal(subject.title, 'Harbour brief');
  });

  it('are items with the names of all in a talk, without what the program says', () => {
    const talk = (header: (time: string) => string) => [
      `${header('07:01')}Messages are end-to-end encrypted. Nobody else can read them.`,
      `${header('07:02')}Ann Example: The strike is over https://a.example/strike`,
      `${header('07:03')}Bob: finally!! 🎉`,
      '03/03/2026 09:00 - the board meets',
      `${header('07:04')}\u200eBob left`,
      `${header('07:05')}Ann Example: Also: the tolls rise`,
      'source: https://a.example/tolls',
      `${header('07:06')}Bob: <Media omitted>`,
      `${header('07:07')}Bob: \u200eimage omitted`,
      `${header('07:08')}Bob: Who has it? <This message was edited>`,
    ];
    for (const header of [
      (time: string) => `[03/03/2026, ${time}:12] `,
      (time: string) => `03/03/26, ${time} - `,
    ]) {
      const briefing = read(...talk(header));
      assert.equal(briefing.date, '2026-03-03');
      assert.deepEqual(
        allTakeaways(briefing).map(
          ({ label, text, references }) => `${label ?? ''} | ${text} | ${references[0]?.url ?? ''}`,
        ),
        [
          'Ann Example | The strike is over https://a.example/strike | https://a.example/strike',
          'Bob | finally!! 🎉 03/03/2026 09:00 - the board meets | ',
          'Ann Example | Also: the tolls rise source: https://a.example/tolls | https://a.example/tolls',
          'Bob | Who has it? | ',
        ],
      );
    }
  });

  it('are not the lines of a log or of a story', () => {
    for (const lines of [
      ['[2026-03-03 07:45:12] Ann: It stops.', '[2026-03-03 07:46:12] Ann: It starts.'],
      ['[2026-03-03 07:45:12] INFO: It stops.', 'At nine.'],
      ['[2026-03-03 07:45] The ferry stops', 'It stops at nine.'],
      ['[2026-03-03 07:45] The ferry stops at nine', '[2026-03-03 08:00] Crane: it turns', 'It is new.'],
      ['Words are above.', '[2026-03-03 07:45] Ann Example', 'It stops at nine.'],
    ])
      assert.match(textsOf(read(...lines)).join(' '), /2026-03-03 07:45/, lines[0]);
  });
});
