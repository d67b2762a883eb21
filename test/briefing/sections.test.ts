import assert from 'node:assert/strict';
import { allSections, drawn, read } from './fixture.ts';
import { slice } from './ranges.ts';

describe('Sections', () => {
  const cases: readonly (readonly [about: string, lines: readonly string[], sections: readonly string[]])[] =
    [
      ['ATX headings', ['# T', '## A', '## B ##'], ['2 A', '2 B']],
      ['setext headings', ['T', '===', 'A', '---', 'B', '---'], ['2 A', '2 B']],
      ['an h3 in its h2', ['# T', '## A', '### B', '### C', '## D'], ['2 A', '  3 B', '  3 C', '2 D']],
      ['a level left out', ['# T', '## A', '##### B', '### C'], ['2 A', '  5 B', '  3 C']],
      ['a deeper section first', ['# T', '#### A', '## B'], ['4 A', '2 B']],
      ['a second h1', ['# T', '## A', '# U', '## B'], ['2 A', '1 U', '  2 B']],
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

  it('range from their heading to the next of their level or above', () => {
    const lines = ['# T', '', '## A', 'a', '', '### B', '', 'b', '', '## C', '', '- c', ''];
    const briefing = read(...lines);
    assert.deepEqual(
      allSections(briefing.sections).map(({ range }) => slice(briefing.text, range)),
      ['## A\na\n\n### B\n\nb', '### B\n\nb', '## C\n\n- c'],
    );
  });

  it('hold the list items that stand directly in them', () => {
    const { sections } = read('# T', '- none', '## A', '- a', '', 'x', '', '1. b', '### B', '- c', '> - d');
    assert.deepEqual(
      allSections(sections).map(({ title, takeaways }) => [title, takeaways.map(({ text }) => text)]),
      [
        ['A', ['a', 'b']],
        ['B', ['c']],
      ],
    );
  });

  it('hold no takeaways where they are a reference section', () => {
    assert.deepEqual(read('# T', '## Sources', '- One', '- Two').sections[0]?.takeaways, []);
  });
});
