import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { allTakeaways, drawn, read } from '../support/fixture.ts';

const stories = (...lines: string[]) =>
  allTakeaways(read('# Title', '', '## Section', '', 'Words.', '', ...lines));

describe('Lists of participants', () => {
  it('have no stories, below a heading or a line', () => {
    for (const name of [
      '## Attendees (2)',
      '## Present:',
      '## People present (lines said)',
      '**Regrets**',
      '## Contributors',
      'Participantes:',
      '## 参会人员',
      '## Läsnä',
      'Til stede:',
    ])
      assert.deepEqual(stories(name, '', '- Ann', '- Bob'), [], name);
    assert.deepEqual(stories('## Attendees', '', 'Some came late.', '', '- Ann', '- Bob'), []);
    assert.equal(stories('## Contributors', '', '- Ann has painted the crane.', '- Bob waits.').length, 2);
    const items = readingItems(read('# Meeting', '', '## Attendees', '', '- Ann', '- Bob'));
    assert.deepEqual(
      items.map(({ kind, label, text }) => [kind, label, text]),
      [['passage', 'Attendees', 'Ann\nBob']],
    );
  });

  it('end at a rule, and their page is no source of what is said', () => {
    const { sections } = read(
      ...[
        '# Meeting',
        '',
        '## [Attendees](https://a.example)',
        '',
        '- [Ann](https://a.example/ann)',
        '- Bob',
      ],
      ...['', '---', '', '- The ferry stops.', '- The crane comes.'],
    );
    assert.deepEqual(
      sections[0]?.takeaways.map(({ text, references }) => [text, references]),
      [
        ['The ferry stops.', []],
        ['The crane comes.', []],
      ],
    );
  });

  it('may have a longer name', () => {
    for (const name of [
      '## Other attendees',
      '## Voting members',
      '## Voting member attendance (2)',
      '## Crane drivers attending',
    ])
      assert.deepEqual(stories(name, '', '- Ann', '- Bob'), [], name);
  });

  it('are recognized by their whole name', () => {
    for (const name of [
      '## News for participants',
      '## How to thank all participants',
      '## Attended:',
      '## Attendees ask for a ferry',
      '## Present and future',
      '## School attendance',
    ])
      assert.equal(stories(name, '', '- The ferry stops.', '- The crane comes.').length, 2, name);
  });

  it('come last, like a table of contents, in more languages', () => {
    for (const name of ['# Inhoudsopgave', '## Περιεχόμενα', '## Spis treści'])
      assert.deepEqual(
        stories(name, '', '- [Veren](https://a.example)', '- [Kranen](https://b.example)'),
        [],
      );
  });
});

describe('The participants of a meeting', () => {
  const ferries = ['', '## Ferries', '', '- They stop at nine.', '- They go again on Monday.'];

  it('are not the title of its minutes, as a line or in bold', () => {
    const names = `Present: ${'Ann Example, Bob Example, '.repeat(6)}Carol Example`;
    for (const line of ['Attending: Ann, Bob, Carol', '**Present:** Ann and Bob', names])
      assert.equal(
        parseBriefing([line, ...ferries].join('\n'), '2026-03-03.md').title,
        '2026-03-03.md',
        line,
      );
    const { title, sections } = read(
      '**Present**:',
      'Ann, Bob and Carol.',
      '',
      '**Agenda**:',
      '',
      '- Ferries',
    );
    assert.deepEqual([title, ...drawn(sections)], ['1.md', '2 Present', '2 Agenda']);
    assert.equal(read('Attending a ferry', ...ferries).title, 'Attending a ferry');
  });

  it('do not make a line of symbols the title', () => {
    assert.equal(read('?? Ferries (4)', '', 'They stop.', '', 'Cranes come.').title, '?? Ferries (4)');
  });
});

describe('A heading that starts with `By`', () => {
  it('is the heading of its section if no name follows', () => {
    for (const name of ['By The Numbers', 'By Popular Demand', 'By Land And Sea']) {
      const { sections } = read(
        '# Title',
        '',
        `## ${name}`,
        '',
        '- Ann',
        '- Bob',
        '',
        '## Cranes',
        '',
        '- Two',
      );
      assert.deepEqual(drawn(sections), [`2 ${name}`, '2 Cranes']);
    }
    const { sections } = read(
      '# Title',
      '',
      '## By Ann Example',
      '',
      'It stops.',
      '',
      '## Cranes',
      '',
      '- Two',
    );
    assert.deepEqual(drawn(sections), ['2 Cranes']);
  });
});
