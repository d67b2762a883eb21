import assert from 'node:assert/strict';
import { allSections, allTakeaways, drawn, read } from '../../support/fixture.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { slice } from '../../support/ranges.ts';

describe('Sections', () => {
  const cases: readonly (readonly [about: string, lines: readonly string[], sections: readonly string[]])[] =
    [
      ['ATX headings', ['# T', '## A', '## B ##'], ['2 A', '2 B']],
      ['setext headings', ['T', '===', 'A', '---', 'B', '---'], ['2 A', '2 B']],
      ['an h3 in its h2', ['# T', '## A', '### B', '### C', '## D'], ['2 A', '  3 B', '  3 C', '2 D']],
      ['a level left out', ['# T', '## A', '##### B', '### C'], ['2 A', '  5 B', '  3 C']],
      ['a deeper section first', ['# T', '#### A', '## B'], ['4 A', '2 B']],
      ['a second h1', ['# T', '## A', '# U', '## B'], ['2 A', '1 U', '  2 B']],
      [
        'the h1 that three stories have, each below its own',
        ['# T', '## N', '### A', '# Gist: a', '### B', '# Gist: b', '### C', '# Gist: c'],
        ['2 N', '  3 A', '    4 Gist: a', '  3 B', '    4 Gist: b', '  3 C', '    4 Gist: c'],
      ],
      [
        'the h1 of three days, each with its own sections',
        ['# T', '# Day: 1', '## A', '# Day: 2', '## B', '# Day: 3', '### C'],
        ['1 Day: 1', '  2 A', '1 Day: 2', '  2 B', '1 Day: 3', '  3 C'],
      ],
      ['seven marks or a tag, which are prose', ['# T', '####### A', '', '#B', '', '#12 is open'], []],
      ['no space behind the marks', ['# T', '', '##A', '', '#B c'], ['2 A', '1 B c']],
      [
        'a heading in code, a quotation or an item, which is no section',
        ['# T', '```', '## A', '```', '> ## B', '', '- ## C'],
        [],
      ],
      ['an empty heading, which is none', ['# T', '## A', '##', 'x'], ['2 A']],
      ['a colon at the end, which is left out', ['# T', '## A:', '## B：', '## :'], ['2 A', '2 B', '2 :']],
      ['marks and links, which are read', ['# T', '## *A* `b` [c](https://c.example)'], ['2 A b c']],
    ];

  it('are found and nested by their headings', () => {
    for (const [about, lines, sections] of cases) {
      assert.deepEqual(drawn(read(...lines).sections), sections, about);
    }
  });

  it('extend from their heading to the next of their level or above', () => {
    const lines = ['# T', '', '## A', 'a', '', '### B', '', 'b', '', '## C', '', '- c', ''];
    const briefing = read(...lines);
    assert.deepEqual(
      allSections(briefing.sections).map(({ range }) => slice(briefing.text, range)),
      ['## A\na\n\n### B\n\nb', '### B\n\nb', '## C\n\n- c'],
    );
  });

  it('contain the list items that are directly in them', () => {
    const { sections } = read('# T', '- none', '## A', '- a', '', 'x', '', '1. b', '### B', '- c', '> - d');
    assert.deepEqual(
      allSections(sections).map(({ title, takeaways }) => [title, takeaways.map(({ text }) => text)]),
      [
        ['A', ['a', 'b']],
        ['B', ['c']],
      ],
    );
  });

  it('are one level below the title if only sources follow the list', () => {
    const list = ['# T', '', '- **Tram:** It runs again. [1]', '- **Zoo:** It has an owl. [2]', ''];
    const sources = ['1. [Tram news](https://tram.example/1)', '2. [Zoo](https://zoo.example/2)'];
    for (const heading of ['## Sources', 'Sources:', '**Sources**']) {
      const briefing = read(...list, heading, '', ...sources);
      assert.deepEqual(
        allTakeaways(briefing).map(({ label, references }) => [label, references.map(({ title }) => title)]),
        [
          ['Tram', ['Tram news']],
          ['Zoo', ['Zoo']],
        ],
        heading,
      );
    }
    // With prose beside it, the list is part of the text.
    const prose = read('# T', '', 'A.', '', 'B.', '', 'C.', '', '- a', '', '## Sources', '', ...sources);
    assert.deepEqual(drawn(prose.sections), ['2 Sources']);
  });

  it('are in document order if a table is below a title that comes second', () => {
    const rows = [
      '| Ferry stops | It stops at nine each day. |',
      '| Crane falls | It fell on Monday at six. |',
    ];
    const table = ['| Title | What |', '|-|-|', ...rows];
    const { sections } = read('## News', '', 'Old words.', '', '# T', '', ...table);
    assert.deepEqual(drawn(sections), ['2 News', '1 T']);
  });

  it('have no takeaways if they are a reference section', () => {
    assert.deepEqual(read('# T', '## Sources', '- One', '- Two').sections[0]?.takeaways, []);
  });
});

describe('A heading that only dates the briefing', () => {
  it('is not the heading of a section beside the title', () => {
    const cases: readonly (readonly [lines: readonly string[], sections: readonly string[], lede: string])[] =
      [
        [['# T', '## March 3, 2026', 'a', '## B', 'c'], ['2 B'], 'a'],
        [['# T', '', '## March 2026', '', '### B', 'c', '### D', 'e'], ['3 B', '3 D'], ''],
        [['## March 3, 2026', '# T', 'a', '## B', 'c'], ['2 B'], 'a'],
        [['T', '', '## 2026-03-03', 'a', '', '### B', 'c'], ['3 B'], 'a'],
        [['# T', '# 2026-03-03', 'a'], [], 'a'],
        [['---', 'title: T', '---', '## March 3, 2026', 'a', '## B', 'b'], ['2 B'], 'a'],
        [['# T', '## March 3, 2026', '- a', '- b'], ['1 '], ''],
        [['# T', '## Issue 12', '*March 3, 2026*', '', 'a', '', '### B', 'c'], ['3 B'], 'a'],
        [['# T', '## No. 12 — March 3, 2026', 'a', '## B', 'c'], ['2 B'], 'a'],
      ];
    for (const [lines, sections, lede] of cases) {
      const briefing = read(...lines);
      assert.deepEqual(
        drawn(briefing.sections),
        sections.map((one) => (one === '1 ' ? `1 ${briefing.title}` : one)),
        lines.join(' / '),
      );
      assert.equal(briefing.lede, lede, lines.join(' / '));
    }
  });

  it('is the heading of a section in other places, if other headings are dates as well, and if it has other words', () => {
    const cases: readonly (readonly [lines: readonly string[], sections: readonly string[]])[] = [
      [['# T', 'a', '## March 3, 2026', 'b'], ['2 March 3, 2026']],
      [
        ['# T', '## March 3, 2026', 'a', '## March 2, 2026', 'b'],
        ['2 March 3, 2026', '2 March 2, 2026'],
      ],
      [
        ['# T', '## What the ministers said on March 3, 2026', 'a'],
        ['2 What the ministers said on March 3, 2026'],
      ],
      [['# T', '## March 3, 2026: the ferry', 'a'], ['2 March 3, 2026: the ferry']],
      [['# T', '## Issue 12: the ferry', 'a'], ['2 Issue 12: the ferry']],
      [
        ['# T', '## Issue 12', '- a', '- b', '## B', '- c'],
        ['2 Issue 12', '2 B'],
      ],
      [
        ['# T', '## Issue 12', 'a', '## Issue 11', 'b'],
        ['2 Issue 12', '2 Issue 11'],
      ],
    ];
    for (const [lines, sections] of cases)
      assert.deepEqual(drawn(read(...lines).sections), sections, lines.join(' / '));
  });
});

describe('A date below headings', () => {
  it('is the date of the briefing below the title, even if other headings have dates', () => {
    const of = (title: string, day: number) => [`# ${title}`, '', `**Date:** ${day} March 2026`, '', 'a', ''];
    const briefing = read(...of('Weekly', 3), ...of('Ferries', 4), ...of('Tugs', 5));
    assert.deepEqual([briefing.title, briefing.date], ['Weekly', '2026-03-03']);
    assert.deepEqual(drawn(briefing.sections), ['1 Ferries', '1 Tugs']);
  });

  it('is not part of an item', () => {
    const items = (...lines: string[]) => readingItems(read(...lines)).map(({ text }) => text);
    assert.deepEqual(items('# T', '', '## Issue 12', '', 'a.', '', '## B', '', 'b'), ['a.', 'b']);
    assert.deepEqual(items('# T', '', '## March 3, 2026', '', 'a.', '', '## B', '', 'b'), ['a.', 'b']);
  });
});

describe('A reference section with an ambiguous name', () => {
  function kinds(...titles: string[]): string[] {
    const lines = titles.flatMap((title) => [title, '', '- [A](https://a.example/b)', '']);
    return allSections(read('# T', '', ...lines).sections).map(({ kind }) => kind);
  }

  it('is recognized only if no other section follows on its level', () => {
    const cases: readonly (readonly [titles: readonly string[], kinds: readonly string[]])[] = [
      [
        ['## A', '## Links'],
        ['prose', 'references'],
      ],
      [
        ['## Links', '## A'],
        ['prose', 'prose'],
      ],
      [
        ['## Resources', '## TL;DR'],
        ['prose', 'takeaways'],
      ],
      [
        ['## A', '## 🔗 Recursos:', '## Credits', '## Sources'],
        ['prose', 'references', 'references', 'references'],
      ],
      [
        ['## Ressources', '## Sources', '## A'],
        ['prose', 'references', 'prose'],
      ],
      [
        ['## A', '### Links', '### B', '## C', '### Links'],
        ['prose', 'prose', 'prose', 'prose', 'references'],
      ],
      [
        ['## Links', '### A'],
        ['references', 'prose'],
      ],
      [
        ['## Sources', '## A'],
        ['references', 'prose'],
      ],
      [['## 往年回顾'], ['prose']],
    ];
    for (const [titles, expected] of cases) assert.deepEqual(kinds(...titles), expected, titles.join(' / '));
  });

  it('has takeaways and no sources of the whole in any other place', () => {
    const briefing = read('# T', '', '## Links', '', '- [A](https://a.example/b)', '', '## B', '', '- c');
    assert.deepEqual(
      briefing.sections.map(({ takeaways }) =>
        takeaways.map(({ text, references }) => [text, references.length]),
      ),
      [[['A', 1]], [['c', 0]]],
    );
  });
});

describe('Key takeaways that a bold line names above a list', () => {
  const list = ['1. Ferries stop.', '2. Fares rise.'];

  it('are a section at the level of those above, after a rule', () => {
    for (const blank of [[], ['']]) {
      const last = ['**Key takeaways:**', ...blank, ...list];
      const { sections } = read('# T', '', '### A', '', '- a', '- b', '', '---', '', ...last);
      assert.deepEqual(
        sections.map(({ kind, title, level, takeaways }) => [kind, title, level, takeaways.length]),
        [
          ['prose', 'A', 3, 2],
          ['takeaways', 'Key takeaways', 3, 2],
        ],
      );
      assert.deepEqual(drawn(read('# T', '', '### A', '', 'Prose.', '', ...last).sections), [
        '3 A',
        '  4 Key takeaways',
      ]);
    }
  });

  it('are a section above all others, also with only a colon', () => {
    for (const name of ['**Key takeaways:**', 'Highlights:'])
      assert.deepEqual(
        drawn(
          read('# T', '', 'A lede.', '', name, '', '- One.', '- Two.', '', '## A', '', 'Prose.').sections,
        ),
        [`2 ${name.replace(/[*:]/g, '')}`, '2 A'],
      );
  });

  it('are not a section if each story has them, or if no list is below', () => {
    const story = (title: string) => [`### ${title}`, '', 'Prose.', '', '**Key takeaways:**', ...list, ''];
    assert.deepEqual(drawn(read('# T', '', ...story('A'), ...story('B')).sections), ['3 A', '3 B']);
    assert.deepEqual(drawn(read('# T', '', '## A', '', '**Key takeaways:**', '', 'Prose.').sections), [
      '2 A',
    ]);
  });
});
