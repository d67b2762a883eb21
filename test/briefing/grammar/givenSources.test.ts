import assert from 'node:assert/strict';
import { writeBriefing } from '../../../src/briefing/writeBriefing.ts';
import { allTakeaways, read } from '../support/fixture.ts';
import { slice } from '../support/ranges.ts';
import { assertSameBriefing } from '../support/sameBriefing.ts';

type Row = readonly [title: string, url?: string | undefined, site?: string | undefined];

function inLines(...lines: string[]): string[] {
  return read(...lines).references.map(({ title }) => title);
}

describe('The sources in metadata', () => {
  it('are references of the whole text, each with its line', () => {
    const cases: readonly (readonly [
      lines: readonly string[],
      rows: readonly Row[],
      ranges: readonly string[],
    ])[] = [
      [['source: Reuters'], [['Reuters', undefined, undefined]], ['source: Reuters']],
      [
        ['url: https://a.example/x', 'link: "https://b.example/y"'],
        [
          ['a.example', 'https://a.example/x', 'a.example'],
          ['b.example', 'https://b.example/y', 'b.example'],
        ],
        ['url: https://a.example/x', 'link: "https://b.example/y"'],
      ],
      [
        ['sources:', '  - a.example', '  - Reuters: https://b.example/y', '  - "[C](https://c.example)"'],
        [
          ['a.example', 'https://a.example', 'a.example'],
          ['Reuters', 'https://b.example/y', 'b.example'],
          ['C', 'https://c.example', 'c.example'],
        ],
        ['- a.example', '- Reuters: https://b.example/y', '- "[C](https://c.example)"'],
      ],
      [
        ['sources:', '  - name: A', '    url: https://a.example/x', '  - title: B', '    link: b.example'],
        [
          ['A', 'https://a.example/x', 'a.example'],
          ['B', 'https://b.example', 'b.example'],
        ],
        ['url: https://a.example/x', 'link: b.example'],
      ],
      [
        [
          'sources:',
          '  - id: 1',
          '    icon: https://b.example/i.png',
          '    page: https://a.example/x',
          '    title: A',
        ],
        [['A', 'https://a.example/x', 'a.example']],
        ['page: https://a.example/x'],
      ],
      [
        ['sources: Reuters, The Harbour; b.example'],
        [
          ['Reuters', undefined, undefined],
          ['The Harbour', undefined, undefined],
          ['b.example', 'https://b.example', 'b.example'],
        ],
        Array<string>(3).fill('sources: Reuters, The Harbour; b.example'),
      ],
      [
        ['sources: Reuters · The Harbour'],
        [
          ['Reuters', undefined, undefined],
          ['The Harbour', undefined, undefined],
        ],
        Array<string>(2).fill('sources: Reuters · The Harbour'),
      ],
      [
        ['source_url: https://a.example/x', 'source_name: Harbour Office'],
        [['Harbour Office', 'https://a.example/x', 'a.example']],
        ['source_url: https://a.example/x'],
      ],
      [
        ['original-url: https://a.example/x', 'source_name: Harbour Office'],
        [['a.example', 'https://a.example/x', 'a.example']],
        ['original-url: https://a.example/x'],
      ],
      [['source: 12', 'sources: true', 'url: /2026/x', 'link: a.html', 'other: https://a.example'], [], []],
    ];
    for (const [lines, found, ranges] of cases) {
      const briefing = read('---', ...lines, '---', '# T', '', '## S', '', '- a');
      assert.deepEqual(
        briefing.references.map(({ title, url, site }) => [title, url, site]),
        found,
        lines.join(' / '),
      );
      assert.deepEqual(
        briefing.references.map(({ range }) => slice(briefing.text, range)),
        ranges,
      );
      assert.deepEqual(allTakeaways(briefing)[0]?.references, briefing.references);
      assertSameBriefing(read(...writeBriefing(briefing).split('\n')), briefing, lines.join(' / '));
    }
  });

  it('are found in any kind of metadata, and precede links of the text', () => {
    const toml = ['+++', 'sources = ["a.example", { name = "B", url = "https://b.example/y" }]', '+++', 'x'];
    assert.deepEqual(inLines(...toml), ['a.example', 'B']);
    const json = [
      '{',
      '"source": "A", "sources": [{ "title": "B", "link": "https://b.example/y" }]',
      '}',
      'x',
    ];
    assert.deepEqual(inLines(...json), ['A', 'B']);
    const all = ['---', 'source: A', '---', '[L](https://l.example/x)', '', '## Sources', '', '- S'];
    assert.deepEqual(inLines(...all), ['S', 'A', 'L']);
  });

  it('are cited by their places in a list, if nothing else is numbered', () => {
    const given = ['---', 'sources:', '  - a.example', '  - Reuters', '---', '# T', '- a [2]', '- b [1]'];
    const cited = (...lines: string[]) =>
      allTakeaways(read(...given, ...lines)).map(({ references }) => references.map(({ title }) => title));
    assert.deepEqual(cited(), [['Reuters'], ['a.example']]);
    assert.deepEqual(cited('', '## Sources', '1. One', '2. Two'), [['Two'], ['One']]);
  });
});
