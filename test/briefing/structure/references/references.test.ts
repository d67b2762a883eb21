import assert from 'node:assert/strict';
import type { Reference } from '../../../../src/briefing/model.ts';
import { read } from '../../support/fixture.ts';
import { slice } from '../../support/ranges.ts';

type Row = readonly [title: string, url?: string | undefined, site?: string | undefined];

function rows(references: readonly Reference[]): Row[] {
  return references.map(({ title, url, site }) => [title, url, site]);
}

function inSection(...lines: string[]): Row[] {
  return rows(read('# T', '', '## References', '', ...lines).references);
}

function inText(...lines: string[]): Row[] {
  return rows(read('# T', '', ...lines).references);
}

describe('A reference section that is a table', () => {
  it('has a source in each row, cited by its number', () => {
    const table = [
      '| # | Source | URL |',
      '|---|---|---|',
      '| 1 | Reuters | https://r.example/1 |',
      '| 2 | [AP](https://ap.example) | |',
    ];
    assert.deepEqual(inSection(...table), [
      ['Reuters', 'https://r.example/1', 'r.example'],
      ['AP', 'https://ap.example', 'ap.example'],
    ]);
    const briefing = read('# T', '', '- Ferry [2]', '- Bridge [1]', '', '## Sources', '', ...table);
    assert.deepEqual(
      read('# T', '', '## A', '', '- Ferry [2]', '', '## Sources', '', ...table).sections[0]?.takeaways.map(
        ({ references }) => references.map(({ title }) => title),
      ),
      [['AP']],
    );
    assert.equal(briefing.references.length, 2);
  });
});

describe('A reference section', () => {
  const cases: readonly (readonly [line: string, ...row: Row])[] = [
    ['[Report](https://a.example/r)', 'Report', 'https://a.example/r', 'a.example'],
    ['[Report](https://www.a.example/r)', 'Report', 'https://www.a.example/r', 'a.example'],
    ['[Report](https://a.example/r) — The Archive', 'Report', 'https://a.example/r', 'The Archive'],
    ['[Report](https://a.example/r) (The Archive)', 'Report', 'https://a.example/r', 'The Archive'],
    ['Report: https://a.example/r', 'Report', 'https://a.example/r', 'a.example'],
    ['Report：https://a.example/r', 'Report', 'https://a.example/r', 'a.example'],
    ['Report — <https://a.example/r>', 'Report', 'https://a.example/r', 'a.example'],
    ['https://a.example/r — Report', 'Report', 'https://a.example/r', 'a.example'],
    ['https://a.example/r "Report"', 'Report', 'https://a.example/r', 'a.example'],
    ['https://a.example/r "Report" of "Ann"', '"Report" of "Ann"', 'https://a.example/r', 'a.example'],
    ['"Report" https://a.example/r', '"Report"', 'https://a.example/r', 'a.example'],
    ['https://a.example/r', 'a.example', 'https://a.example/r', 'a.example'],
    ['[1](https://a.example/r "Report")', 'Report', 'https://a.example/r', 'a.example'],
    ['Report [link here](https://a.example/r)', 'link here', 'https://a.example/r', 'a.example'],
    ['The Gazette — [Report](https://a.example/r)', 'Report', 'https://a.example/r', 'The Gazette'],
    [
      '**The Gazette:** [Report](https://a.example/r), 12 May 2026',
      'Report',
      'https://a.example/r',
      'The Gazette',
    ],
    ['Source: [Report](https://a.example/r)', 'Report', 'https://a.example/r', 'a.example'],
    ['Paper: [Report](https://a.example/r)', 'Report', 'https://a.example/r', 'a.example'],
    ['2 — [Report](https://a.example/r)', 'Report', 'https://a.example/r', 'a.example'],
    ['See the [Report](https://a.example/r)', 'Report', 'https://a.example/r', 'a.example'],
    ['Report — a.example', 'Report', 'https://a.example', 'a.example'],
    ['Report (a.example/r)', 'Report', 'https://a.example/r', 'a.example'],
    ['a.example', 'a.example', 'https://a.example', 'a.example'],
    ['Report, 4th edition', 'Report, 4th edition', undefined, undefined],
    ['[Report](javascript:alert)', '[Report](javascript:alert)', undefined, undefined],
    ['[Report](./local.md)', 'Report', undefined, undefined],
    ['<me@a.example>', 'me@a.example', 'mailto:me@a.example', 'a.example'],
  ];

  it('has a source in each of its items', () => {
    for (const [line, ...row] of cases) {
      assert.deepEqual(inSection(`- ${line}`), [row], line);
      assert.deepEqual(inSection(`1. ${line}`), [row], line);
      assert.deepEqual(inSection(`[1] ${line}`), [row], line);
    }
  });

  it('may number its sources with letters, and name one above its address', () => {
    const address = 'https://a.example/r';
    for (const line of ['- [R 3] <https://a.example/r>', '- [R 3] https://a.example/r'])
      assert.deepEqual(inSection(line), [['a.example', address, 'a.example']]);
    for (const line of ['- [R 3] Report', '- [A1] Report:']) assert.equal(inSection(line)[0]?.[0], 'Report');
    assert.equal(inSection('- [RFC 793] TCP')[0]?.[0], '[RFC 793] TCP');
    assert.deepEqual(inSection('- Report:', '  <https://a.example/r>'), [['Report', address, 'a.example']]);
  });

  it('has a source in each numbered line, even if it is only an address', () => {
    assert.deepEqual(inSection('[2] Harbour office, 2026', '[3] https://a.example/r'), [
      ['Harbour office, 2026', undefined, undefined],
      ['a.example', 'https://a.example/r', 'a.example'],
    ]);
  });

  it('has a source in each line, or in two lines: a title, then the site', () => {
    assert.deepEqual(
      inSection('First', 'a.example', 'Second', 'https://b.example/x', 'Third', 'Fourth: c.example'),
      [
        ['First', 'https://a.example', 'a.example'],
        ['Second', 'https://b.example/x', 'b.example'],
        ['Third', undefined, undefined],
        ['Fourth', 'https://c.example', 'c.example'],
      ],
    );
    assert.deepEqual(inSection('- First', '', '  a.example', '- Second'), [
      ['First', 'https://a.example', 'a.example'],
      ['Second', undefined, undefined],
    ]);
  });

  it('includes the numbered lines below its heading, wherever the text ends', () => {
    for (const between of [[], [''], ['', 'In order:', '']]) {
      const { sections } = read('# T', '', 'x', '', '## Sources', ...between, '[1] https://a.example/1');
      assert.deepEqual(
        sections.map(({ title, kind }) => [title, kind]),
        [['Sources', 'references']],
      );
    }
  });

  it('includes every link of a line', () => {
    assert.deepEqual(
      inSection('- [First](https://a.example) and [Second](https://b.example)').map(([, url]) => url),
      ['https://a.example', 'https://b.example'],
    );
  });

  it('comes before links of the text, wherever it is', () => {
    const lines = ['## References', '- [B](https://b.example)', '## A', '[A](https://a.example)'];
    assert.deepEqual(
      inText('[Lede](https://l.example)', ...lines).map(([title]) => title),
      ['B', 'Lede', 'A'],
    );
  });

  it('has no source in lines that continue like prose', () => {
    assert.deepEqual(inSection('Thanks go to Ann and Ben for the', 'numbers, and to all who counted.'), []);
    assert.deepEqual(inSection('The Tower Gazette', 'The Square Times'), [
      ['The Tower Gazette', undefined, undefined],
      ['The Square Times', undefined, undefined],
    ]);
  });

  it('may occur more than once', () => {
    const lines = ['## Sources', '- One', '## Further reading', '- Two', '### Links', '- Three'];
    assert.deepEqual(
      inText(...lines).map(([title]) => title),
      ['One', 'Two', 'Three'],
    );
  });
});

describe('A link in the text', () => {
  it('has the title before it if a dash or a bar joins the two and the line ends with the link', () => {
    const titleOf = (line: string) => read('# T', '## A', line).references.map(({ title }) => title);
    const url = 'https://a.example/b';
    for (const line of [
      `Ferry stops at nine - ${url}`,
      `- 📍 Ferry stops at nine – <${url}>`,
      `Ferry stops at nine | score 6 | ${url}`,
      `Ferry stops at nine — [Read more](${url})`,
    ])
      assert.deepEqual(titleOf(line), ['Ferry stops at nine'], line);
    for (const line of [
      `Read more - ${url}`,
      `It stops. - ${url}`,
      `It stops at nine. Full text - ${url}`,
      `Ferry stops at nine ${url}`,
      `Ferry - ${url} - and tugs`,
    ])
      assert.deepEqual(titleOf(line), ['a.example'], line);
  });

  it('is a reference with its text as title', () => {
    const cases: readonly (readonly [text: string, ...row: Row])[] = [
      ['[the page](https://a.example/x)', 'the page', 'https://a.example/x', 'a.example'],
      ['<https://a.example/x>', 'a.example', 'https://a.example/x', 'a.example'],
      ['See https://a.example/x.', 'a.example', 'https://a.example/x', 'a.example'],
      ['[1](https://a.example/x "The page")', 'The page', 'https://a.example/x', 'a.example'],
      ['它停了。[原文](https://a.example/x)', 'a.example', 'https://a.example/x', 'a.example'],
      ['[https://a.example](https://a.example/x)', 'a.example', 'https://a.example/x', 'a.example'],
      ['[the page][p]\n\n[p]: https://a.example/x', 'the page', 'https://a.example/x', 'a.example'],
      ['[the page][]\n\n[The Page]: <https://a.example/x>', 'the page', 'https://a.example/x', 'a.example'],
      ['[1]\n\n[1]: https://a.example/x "The page"', 'The page', 'https://a.example/x', 'a.example'],
      ['[**the** page](https://a.example/x)', 'the page', 'https://a.example/x', 'a.example'],
      ['| a |\n| - |\n| [the page](https://a.example/x) |', 'the page', 'https://a.example/x', 'a.example'],
    ];
    for (const [text, ...row] of cases) assert.deepEqual(inText(text), [row], text);
  });

  it('is not a reference if it is not live', () => {
    const texts = [
      '[x](javascript:alert)',
      '[x](/local)',
      '[x](#a)',
      '![x](https://a.example/x.png)',
      '`https://a.example`',
    ];
    for (const text of [...texts, 'a.example', 'me@a.example', '[x](ftp://a.example)', '<vscode://x/y>']) {
      assert.deepEqual(inText(text), [], text);
    }
  });

  it('has a title even if its address has no host', () => {
    for (const [title] of inText('[1](mailto:?subject=x)', '[](mailto:)')) assert.notEqual(title, '');
  });
});

describe('The references of a briefing', () => {
  it('contain no page twice, however its address is written', () => {
    const text = [
      '[A](https://a.example)',
      '<https://a.example/>',
      '[B](HTTPS://A.EXAMPLE:443/)',
      '',
      '## Sources',
      '- [C](https://a.example/)',
    ];
    assert.deepEqual(inText(...text), [['C', 'https://a.example/', 'a.example']]);
  });

  it('have the first title of a page, even one that comes after the address', () => {
    const page: Row = ['Ferry stops', 'https://a.example/x', 'a.example'];
    const [title, url] = page;
    for (const later of [[`[${title}](${url})`, `[Tug](${url})`], [`Source: [${title}](${url})`]])
      assert.deepEqual(inText(`See ${url}.`, '', ...later), [page], later.join(' '));
    assert.deepEqual(inText(`[${title}](${url})`, '', '## Sources', `- ${url}`), [page]);
    assert.deepEqual(
      inText('<https://a.example>', '', '[A](https://a.example)').length,
      2,
      'a site is no page',
    );
  });

  it('have no title from the words before another mention of their address', () => {
    const [page] = read(
      '# T',
      '',
      'https://a.example/b',
      '',
      '- WARN: no link - https://a.example/b',
    ).references;
    assert.equal(page?.title, 'a.example');
  });

  it('distinguish sources with only a site by their titles', () => {
    const site = (title: string): Row => [title, 'https://a.example', 'a.example'];
    const cases: readonly (readonly [lines: readonly string[], rows: readonly Row[]])[] = [
      [
        ['A', 'a.example', 'B', 'a.example', 'A', 'a.example'],
        [site('A'), site('B')],
      ],
      [
        ['- A — a.example', '- B (a.example)', '- a.example'],
        [site('A'), site('B')],
      ],
      [
        ['- a.example', '- A — a.example'],
        [site('a.example'), site('A')],
      ],
      [
        ['- [A](https://a.example)', '- [a:](https://a.example/)', '- [B](https://a.example)'],
        [site('A'), site('B')],
      ],
      [
        ['- [A](https://a.example/x)', '- [B](https://a.example/x)'],
        [['A', 'https://a.example/x', 'a.example']],
      ],
      [
        ['- [A](https://a.example/?x)', '- [B](https://a.example/?x)'],
        [['A', 'https://a.example/?x', 'a.example']],
      ],
    ];
    for (const [lines, found] of cases) assert.deepEqual(inSection(...lines), found, lines.join(' / '));
    assert.deepEqual(inText('[A](https://a.example) [B](https://a.example) [A](https://a.example)'), [
      site('A'),
      site('B'),
    ]);
  });

  it('include footnotes that nothing cites, and those in a quotation', () => {
    const lines = ['A[^1].', '', '[^1]: One', '', '[^2]: Two', '', '> [^3]: Three', '>', '> [^4]: Four'];
    assert.deepEqual(
      inText(...lines).map(([title]) => title),
      ['One', 'Two', 'Three', 'Four'],
    );
  });

  it('include footnotes that the text cites', () => {
    assert.deepEqual(inText('A[^1] b[^x].', '', '[^1]: [One](https://one.example)', '[^x]: Two'), [
      ['One', 'https://one.example', 'one.example'],
      ['Two', undefined, undefined],
    ]);
  });

  it('include inline notes', () => {
    assert.deepEqual(
      inText('A^[One, the book] b^[Two, the book].').map(([title]) => title),
      ['One, the book', 'Two, the book'],
    );
  });

  it('have their ranges in the text', () => {
    const lines = [
      '# T',
      '[the page](https://a.example) https://b.example/x',
      '',
      '## Sources',
      '- [C *d*](https://c.example)',
      '- E',
    ];
    const briefing = read(...lines);
    assert.deepEqual(
      briefing.references.map(({ range }) => slice(briefing.text, range)),
      ['- [C *d*](https://c.example)', 'E', 'the page', 'https://b.example/x'],
    );
  });
});
