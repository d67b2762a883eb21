import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/briefing/grammar/markdown.ts';
import { runInSources } from '../../../src/briefing/items/runInSources.ts';
import { mayNameSources, opensSources } from '../../../src/briefing/text/sourceLabels.ts';
import { allTakeaways, read } from '../support/fixture.ts';

/** The sources of a line: a title, or a title and a URL. */
function sources(line: string): string[] {
  const tokens = parseMarkdown(line)[1]?.children ?? [];
  return runInSources(tokens).map(({ title, url }) => [title, url].filter(Boolean).join(' '));
}

describe('A line that names its sources', () => {
  const cases: readonly (readonly [line: string, ...sources: string[]])[] = [
    ['Source: Ann', 'Ann'],
    ['Source: The Gazette [cut, edited], Ann', 'The Gazette [cut, edited]', 'Ann'],
    ['Source(s): Ann.', 'Ann'],
    ['Source: Ann · Text: Bob · all names left out', 'Ann'],
    ['Sources: A, B; C | D · E • F', 'A', 'B', 'C', 'D', 'E', 'F'],
    ['来源：甲、乙，丙；丁', '甲', '乙', '丙', '丁'],
    ['توقف العبّارة. (المصدر: رويترز)', 'رويترز'],
    ['De veerboot stopt. (Bron: NOS)', 'NOS'],
    ['渡輪停了。資料來源：港務局', '港務局'],
    ['Sources: A,B', 'A,B'],
    ['*Fuentes: El Puerto, [Harbour](https://a.example)*', 'El Puerto', 'Harbour https://a.example'],
    ['(Source: [A *b*](https://a.example), c)', 'A b https://a.example', 'c'],
    ['**Sources:** A **b**, `c`', 'A b', 'c'],
    ['Source: a.example, b.example/c', 'a.example https://a.example', 'b.example/c https://b.example/c'],
    ['The `speed` of the ferry is ten knots. (Source: Harbour Office)', 'Harbour Office'],
    [
      'Source: [A, B](https://a.example); [1](https://b.example)',
      'A, B https://a.example',
      '1 https://b.example',
    ],
    ['Source: [A](./a.md)', 'A'],
    ['Source: A / B | [Read more](https://a.example)', 'A / B https://a.example'],
    ['Source: A b | URL: https://a.example', 'A b https://a.example'],
    ['Sources : Le Bac, St. Louis Post. Généré par un programme.', 'Le Bac', 'St. Louis Post'],
    ['*Sources: A b, The U.S. Gazette. Generated at 07:00 by a program.*', 'A b', 'The U.S. Gazette'],
    ['**来源：** 甲 · **链接：** [查看](https://a.example) · **日期：** 3 月', '甲 https://a.example'],
    ['**Source:** A | **Link:** https://a.example | **Score:** 5', 'A https://a.example'],
    ['**Source:** A | **Score:** [5](https://a.example)', 'A'],
    ['Source: A, [Read more](https://a.example)', 'A', 'Read more https://a.example'],
    ['Source: A | [Code](https://a.example)', 'A', 'Code https://a.example'],
    ['**Source:** [A](https://a.example) | **Date:** 2 March', 'A https://a.example'],
    ['**Source:** A b - **Score:** 5/10 - **Topics:** c, d', 'A b'],
    ['**Source:** [A](https://a.example) · **Score**: 5, c', 'A https://a.example'],
    ['Source: Ann | Published: 2 hours ago', 'Ann'],
    ['来源: 港务局 | 共 30 条 | 时间: 9:00', '港务局'],
    ['Source: Ann, 2 March 2026', 'Ann'],
    [
      'Sources: [A](https://a.example) and [B](https://b.example)',
      'A https://a.example',
      'B https://b.example',
    ],
    [
      'Bronnen: [A](https://a.example), [B](https://b.example), en [C](https://c.example)',
      'A https://a.example',
      'B https://b.example',
      'C https://c.example',
    ],
    ['Source: [A](https://a.example) — the office itself, says when it stops.', 'A https://a.example'],
    [
      'Fonti: [A](https://a.example) — l’ufficio, fonte Ann; [B](https://b.example) — i numeri',
      'A https://a.example',
      'B https://b.example',
    ],
    ['Citations: **0 of 12** (last read on Monday)'],
    ['Source: Harbour Office `ferries`', 'Harbour Office'],
    ['Source: Harbour Times 2 March 2026', 'Harbour Times 2 March 2026'],
    ['Source: [A](https://a.example) — 3 March', 'A https://a.example'],
    ['来源：[甲](https://a.example)｜还没有代码。', '甲 https://a.example'],
    ['Sources: [A](https://a.example) (late), B', 'A https://a.example', 'B'],
    ['Kaynak: [A](https://a.example)', 'A https://a.example'],
    [`Source: ${'A'.repeat(80)}`, 'A'.repeat(80)],
    ['Source: Letter (2020)', 'Letter (2020)'],
    ['(Source: Letter (2020))', 'Letter (2020)'],
    ['[Source: Harbour Office]', 'Harbour Office'],
    ['[Sources: Harbour Office, Gazette [weekly]]', 'Harbour Office', 'Gazette [weekly]'],
    ['来源：港口局（https://a.example/b）', '港口局 https://a.example/b'],
    ['渡轮停了。（来源：港口局）', '港口局'],
    ['来源：港口局（渡轮科、拖船科）、日报', '港口局（渡轮科、拖船科）', '日报'],
    ['Sources: Harbour Office (ferries, tugs), Gazette (A', 'Harbour Office (ferries, tugs)', 'Gazette A'],
    ['(Sources: A, and B).', 'A', 'B'],
    ['Sources: Ann, Bob,', 'Ann', 'Bob'],
    // A name before an address, or before another sentence.
    ['Source: @ann — https://a.example/b', '@ann https://a.example/b'],
    ['来源：港口局（官网）｜https://a.example/b', '港口局（官网） https://a.example/b'],
    ['来源：港口局（官网）。今日没有新消息，明日再报。', '港口局（官网）'],
    ['S*our*ces: A', 'A'],
    ['S&#111;urces: A', 'A'],
    ['(via Ann)', 'Ann'],
    ['Via Ann: the Gazette', 'Ann: the Gazette'],
    ['via: Ann', 'Ann'],
    ['h/t Ann', 'Ann'],
    ['Via Ann', 'Ann'],
    ['(via 渡轮报)', '渡轮报'],
    ['h/t 渡轮报', '渡轮报'],
    ['h/t: 渡轮报', '渡轮报'],
    ['Hat tip: 渡轮报', '渡轮报'],
    ['hat tip to 渡轮报.', '渡轮报'],
    [`— via 渡${'轮'.repeat(59)}`, `渡${'轮'.repeat(59)}`],
  ];

  it('starts with the name of a reference section', () => {
    for (const [line, ...titles] of cases) assert.deepEqual(sources(line), titles, line);
  });

  it('is recognized by its start, before its words are examined', () => {
    for (const [line] of cases) assert.equal(mayNameSources(line), true, line);
    assert.equal(mayNameSources('Prose.\nSource: Ann'), true);
    for (const line of [
      '',
      'Source',
      'Prose.',
      '[Source: Ann](a.md)',
      `${'a'.repeat(31)}: b`,
      'viaduct',
      'A: b',
      '**Ferry:** sources say so',
      'The port (north): open',
    ])
      assert.equal(mayNameSources(line), false, line);
  });

  it('has no source where there is no name', () => {
    for (const line of ['Source:', 'Sources: 12', 'Sources: —, 🎉', `Source: ${'A'.repeat(81)}`])
      assert.deepEqual(sources(line), [], line);
  });

  it('is not recognized if it is as long as prose', () => {
    assert.equal(sources(`Sources: ${'A, '.repeat(166)}BB`).length, 167);
    assert.deepEqual(sources(`Sources: ${'A, '.repeat(166)}BBB`), []);
  });

  it('is not recognized with any other start', () => {
    for (const line of [
      'Summary: A',
      'Source code: A',
      'The source: A',
      'Sources of the river: A',
      'Sources – A',
      'He went via the bridge',
      'via the bridge',
      '(Source: Ann) And it goes on.',
      'via the 渡轮',
      'viaduct 渡轮',
      'via渡轮',
      'He went via 渡轮',
      'via 渡轮 (and more) of it',
      `via 渡${'轮'.repeat(60)}`,
    ]) {
      assert.deepEqual(sources(line), [], line);
    }
  });

  it('is recognized by its words, whatever its formatting', () => {
    for (const text of ['Source: cgtn.com', '(Quellen：A', '*Further reading: A*', 'Reference(s): '])
      assert.equal(opensSources(text), true, text);
    for (const text of ['Source', 'Summary: A', 'A source: B', ': A', `Source${' '.repeat(40)}: A`])
      assert.equal(opensSources(text), false, text);
  });
});

describe('The sources of such a line', () => {
  const titles = (...lines: string[]) =>
    allTakeaways(read('# T', '', ...lines)).map(({ references }) => references.map(({ title }) => title));

  it('belong to the takeaway that contains the line', () => {
    assert.deepEqual(titles('## A', '', '- a', '', '  Source: Ann', '- b', '  (来源：甲)', '- c'), [
      ['Ann'],
      ['甲'],
      [],
    ]);
  });

  it('belong to the takeaways in the section that have none of their own', () => {
    assert.deepEqual(
      titles(
        '## A',
        '',
        '- a',
        '- b [c](https://c.example)',
        '',
        'Sources: Ann, Bob',
        '',
        '## B',
        '',
        '- d',
        '',
        'Source: Eve',
      ),
      [['Ann', 'Bob'], ['c'], ['Eve']],
    );
  });

  it('are names, and not figures or fields beside them', () => {
    const named = (line: string) => read('# T', '', line).references.map(({ title }) => title);
    for (const [line, expected] of [
      ['**来源**: Gazette · score 532 · ⭐ 2507 today', ['Gazette']],
      ['**Source**: Gazette | **🏷 Kind**: Money | **⭐ Grade**: 8.0/10', ['Gazette']],
      ['Source: Gazette · ♥ 1,427', ['Gazette']],
      ['Sources: NPR · 60 Minutes · RFC 2119 · 36氪', ['NPR', '60 Minutes', 'RFC 2119', '36氪']],
      ['Sources: Ann: A song, Bob: A tale', ['Ann: A song', 'Bob: A tale']],
    ] as const)
      assert.deepEqual(named(line), expected, line);
  });

  it('are merged with a generic link beside the name', () => {
    const linked = (...lines: string[]) => read('# T', '', ...lines).references.map(({ title }) => title);
    const item = ['- **Ferry stops**', '  - It is late.', '  - Source: Gazette'];
    assert.deepEqual(linked(...item, '  - [Read more →](https://a.example/1)'), ['Gazette']);
    assert.deepEqual(linked(...item, '  - [A map](https://a.example/1)'), ['Gazette', 'A map']);
    assert.deepEqual(linked(...item, '  - See [here](https://a.example/1)'), ['Gazette', 'a.example']);
  });

  it('are listed once, however many lines name them', () => {
    const lines = [
      '- a',
      '',
      '  Source: Ann',
      '- b',
      '',
      '  Sources: *ann*, Bob',
      '- c',
      '',
      '  Source: Bob',
    ];
    const briefing = read('# T', '', ...lines);
    assert.deepEqual(
      briefing.references.map(({ title }) => title),
      ['Ann', 'Bob'],
    );
    assert.deepEqual(titles(...lines), [['Ann'], ['Ann', 'Bob'], ['Bob']]);
  });

  it('belong to a link above a list, also after a word', () => {
    const above = (line: string) => titles('## A', '', line, '', '- a', '- b');
    assert.deepEqual(above('**URL:** https://a.example/1'), [['a.example'], ['a.example']]);
    assert.deepEqual(above('Title: [Ferry](https://a.example/1)\nIn short:'), [['Ferry'], ['Ferry']]);
    assert.deepEqual(above('It stops, says [Ann](https://a.example/1).'), [[], []]);
    // Below several items, it may belong to the last one alone.
    assert.deepEqual(titles('## A', '', '- a', '- b', '', 'Words.', '', 'URL: https://a.example/1'), [
      [],
      [],
    ]);
  });

  it('belong to the whole briefing if it has only one such line', () => {
    assert.deepEqual(titles('Source: Ann', '', '## A', '', '- a'), [['Ann']]);
    assert.deepEqual(titles('Source: Ann', '', 'Source: Bob', '', '## A', '', '- a'), [[]]);
    assert.deepEqual(titles('Source: Ann', '', '## A', '', '- a', '', '## Sources', '', '- One'), [['One']]);
    // A source line at the end of a story belongs to that story.
    assert.deepEqual(titles('## A', '', '- a', '', '## B', '', 'It stops.', 'Source: Ann'), [[]]);
    assert.deepEqual(titles('## A', '', '- a', '', '## B', '', 'It stops.', 'Sources: Ann, Bob, Eve'), [
      ['Ann', 'Bob', 'Eve'],
    ]);
  });
});
