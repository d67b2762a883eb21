import assert from 'node:assert/strict';
import { allTakeaways, read } from '../support/fixture.ts';

const ENTRIES = [
  '17/10/2026 - The night ferry stops for a month.',
  '12/10/2026 - The old bridge is closed to lorries.',
  '9/10/2026 - Tugs from two ports came to help.',
];

function textsOf(...lines: string[]): string[] {
  return allTakeaways(read('# Harbour', '', '## News', '', ...lines)).map(({ text }) => text);
}

describe('Entries that begin with a day or a time', () => {
  it('are items, on lines and in paragraphs', () => {
    assert.deepEqual(textsOf(...ENTRIES), ENTRIES);
    assert.deepEqual(textsOf(ENTRIES.join('\n\n')), ENTRIES);
    for (const when of ['2026-10-17', '[17.10.2026]', '09:30', '2026/10/17, 09:30', '(17.10.26) –'])
      assert.equal(textsOf(...ENTRIES.map((line) => line.replace(/^\S+ -/, when))).length, 3, when);
    const chinese = [
      '2026-10-17 渡轮停航一个月至十一月。',
      '2026-10-12 老桥不再通行货车。',
      '2026-10-09 两港拖轮前来支援。',
    ];
    assert.deepEqual(textsOf(...chinese), chinese);
  });

  it('include wrapped lines, and what is below them up to the next', () => {
    const [first = '', second = '', third = ''] = ENTRIES;
    assert.deepEqual(textsOf(`${first}\nThis is in the timetable.`, second, third, '', 'Last words.'), [
      `${first} This is in the timetable.`,
      second,
      third,
    ]);
    assert.deepEqual(textsOf(first, '', 'It is in the timetable.', '', second, '', third), [
      `${first}\nIt is in the timetable.`,
      second,
      third,
    ]);
  });

  it('have the day as their label if a colon follows it', () => {
    const briefing = read('# T', '', '## A', '', ...ENTRIES.map((line) => line.replace(' -', ':')));
    assert.deepEqual(
      allTakeaways(briefing).map(({ label }) => label),
      ['17/10/2026', '12/10/2026', '9/10/2026'],
    );
  });

  it('are at least three, say something, and begin their paragraph', () => {
    assert.deepEqual(textsOf(...ENTRIES.slice(0, 2)), []);
    assert.deepEqual(textsOf('09:30 Doors open', '10:00 Concert', '11:00 Tea and cake'), []);
    assert.deepEqual(textsOf('2026-10-17 4.5 3.2', '2026-10-18 4.6 3.3', '2026-10-19 4.1 3.9'), []);
    assert.deepEqual(textsOf('These are the last three days:', ...ENTRIES), []);
  });
});
