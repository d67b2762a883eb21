import assert from 'node:assert/strict';
import { readDocument, type Block } from '../../../src/briefing/blocks/document.ts';
import { gatherItems } from '../../../src/briefing/items/unlistedItems.ts';
import { isOneLink } from '../../../src/briefing/items/linksAsItems.ts';
import { listOf } from '../../../src/briefing/items/makeLists.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { allTakeaways, drawn, read, takeawaysOf } from '../support/fixture.ts';
import { slice } from '../support/ranges.ts';

const A = '[A](https://a.example)';
const B = '[B](https://b.example)';

function blocksOf(...lines: string[]): readonly Block[] {
  return readDocument(lines.join('\n')).blocks;
}

/** The texts of the takeaways in a section with these lines. */
function texts(...lines: string[]): string[] {
  return takeawaysOf(...lines).map(({ text }) => text);
}

describe('A paragraph that is one link', () => {
  it('belongs to the link above it that leads to the same page', () => {
    const card = [
      '[Ferry stops](https://a.example/1)',
      '',
      '[The office says when](https://a.example/1)',
      '',
    ];
    const stories = takeawaysOf(...card, '[Order](https://a.example/1)', '', B);
    assert.deepEqual(
      stories.map(({ label, text }) => [label, text]),
      [
        ['Ferry stops', 'The office says when\nOrder'],
        [undefined, 'B'],
      ],
    );
    assert.equal(texts('[1) Ferry](https://a.example/1)', '', '[2) Crane](https://a.example/1)').length, 2);
  });

  it('is a headline also in a script without spaces, if it is longer than a name', () => {
    const names = ['渡轮今晚起停运至月底', 'ふねが夜から止まっています', 'クレーンが港に着きました'];
    const links = names.flatMap((name, i) => [`[${name}](https://a.example/${i})`, '', '它停了。', '']);
    assert.equal(takeawaysOf(...links).length, 3);
  });

  it('is no item with an arrow below a sentence, nor if it is one of several channels', () => {
    const arrow = '[→ See where it stops](https://a.example/map)';
    assert.deepEqual(
      texts('It stops.', '', arrow, '', 'It is late.', '', '[See the crane →](https://b.example)'),
      [],
    );
    assert.deepEqual(texts(A, '', arrow), ['A', '→ See where it stops']);
    const channels = ['[Facebook](https://facebook.com/a)', '', '[X](https://x.com/a)'];
    assert.deepEqual(texts(A, '', B, '', ...channels), ['A', 'B']);
    assert.deepEqual(texts(A, '', '[YouTube](https://youtube.com/a)'), ['A', 'YouTube']);
  });

  it('is an item', () => {
    assert.deepEqual(texts(A), ['A']);
    assert.deepEqual(texts(A, '', B), ['A', 'B']);
    assert.deepEqual(texts('Prose.', '', A, '', 'More.', '', B), ['A', 'B']);
    assert.deepEqual(texts('<https://a.example/b>'), ['https://a.example/b']);
    assert.deepEqual(texts('[A](./a.md)'), ['A']);
    assert.deepEqual(texts('[*A* b', 'c](https://a.example)'), ['A b c']);
    assert.deepEqual(texts(`${A} 🔥`, '', `${B} (★)`), ['A', 'B']);
    const talk = '[🔥 ](https://talk.example)';
    assert.deepEqual(texts(`${talk}${A}\\`, `${talk}${B}`), ['A', 'B']);
    assert.deepEqual(texts(`${A} (★)`, B), ['A', 'B']);
  });

  it('is one item for each line if all lines are links', () => {
    assert.deepEqual(texts(A, B), ['A', 'B']);
    const briefing = read('# T', '', '## A', '', A, B);
    assert.deepEqual(
      allTakeaways(briefing).map(({ range }) => slice(briefing.text, range)),
      [A, B],
    );
  });

  it('is not an item with other text beside it, or without text', () => {
    for (const lines of [
      [`${A} b`],
      [`b ${A}`],
      [`${A} ${B}`],
      [A, 'b'],
      ['b', A],
      ['![A](a.png)'],
      ['[![A](a.png)](https://a.example)'],
      ['`https://a.example`'],
      [`> ${A}`],
    ]) {
      assert.deepEqual(texts(...lines), [], lines.join(' / '));
    }
  });

  it('is not an item if the prose introduces it or continues after it', () => {
    for (const above of ['You find it at:', 'Among others,', '在这里：'])
      assert.deepEqual(texts(above, '', A), [], above);
    assert.deepEqual(texts('You find it here.', '', A), ['A']);
    assert.deepEqual(texts(A, '', 'which is a page.'), []);
    assert.deepEqual(texts(A, '', 'It is a page.'), ['A']);
  });

  it('is not an item in a section of prose, unless it comes first', () => {
    const prose = Array.from({ length: 3 }, (_, i) => ['', `Prose ${i}.`]).flat();
    assert.deepEqual(texts(...prose, '', A), []);
    assert.deepEqual(texts(...prose.slice(2), '', A), ['A']);
    assert.deepEqual(texts(A, ...prose, ...prose), ['A']);
  });
});

describe('One link between sentences', () => {
  const TOLD = 'The office stops the last ferry at nine.';

  it('is the source of these sentences', () => {
    assert.deepEqual(texts(TOLD, '', '[Harbour plans](https://a.example)', '', 'Many will wait.'), []);
  });

  it('is an item if there is another link, or if the text above introduces it', () => {
    assert.deepEqual(texts(TOLD, '', A, '', B), ['A', 'B']);
    assert.deepEqual(texts('Worth a look', '', '[Harbour plans of the year](https://a.example)'), [
      'Harbour plans of the year',
    ]);
  });
});

describe('A link whose text recurs in paragraphs of its own', () => {
  const story = (name: string) => [
    `### ${name}`,
    '',
    `[To the log](https://a.example/${name})`,
    '',
    'It stops.',
    '',
  ];

  it('is the source of the paragraph beside it', () => {
    const three = read('# T', '', ...['A', 'B', 'C'].flatMap(story));
    assert.deepEqual(allTakeaways(three), []);
    assert.deepEqual(
      readingItems(three).map(({ references }) => references.map(({ url }) => url?.slice(-1))),
      [['A'], ['B'], ['C']],
    );
    assert.equal(allTakeaways(read('# T', '', ...['A', 'B'].flatMap(story))).length, 2);
  });
});

describe('An address right below a headline', () => {
  const story = (name: string) => [`### ${name}`, '', `<https://a.example/${name}>`, ''];

  it('is the source if other headlines have one, too', () => {
    const three = read('# T', '', ...['A', 'B', 'C'].flatMap((name) => [...story(name), 'It stops.', '']));
    assert.deepEqual(allTakeaways(three), []);
    assert.deepEqual(
      readingItems(three).map(({ references }) => references.map(({ url }) => url?.slice(-1))),
      [['A'], ['B'], ['C']],
    );
    assert.deepEqual(allTakeaways(read('# T', '', ...['A', 'B', 'C'].flatMap(story))), []);
    // Two addresses are two sources.
    const twice = (name: string) => [...story(name), `<https://b.example/${name}>`, ''];
    assert.deepEqual(allTakeaways(read('# T', '', ...['A', 'B', 'C'].flatMap(twice))), []);
  });

  it('is the source if there is no other, and only text is below it', () => {
    const briefing = read('# T', '', ...story('A'), 'It stops.', '', '## B', '', 'It rains.');
    assert.deepEqual(allTakeaways(briefing), []);
    const [first] = readingItems(briefing);
    assert.deepEqual([first?.text, first?.references.length], ['https://a.example/A\nIt stops.', 1]);
  });

  it('is an item in any other case', () => {
    assert.equal(allTakeaways(read('# T', '', ...story('A'), '## B', '', 'It stops.')).length, 1);
  });
});

describe('A paragraph that starts with a link', () => {
  it('is an item with its text if nearly all blocks of a section start with a link, and there is nothing else', () => {
    assert.deepEqual(texts(A, '', `${B} is worth a look.`, '', A), ['A', 'B is worth a look.', 'A']);
    assert.deepEqual(texts(A, '', `${B} is worth a look.`), ['A']);
    assert.deepEqual(texts(A, '', 'Prose.', '', `${B} is worth a look.`, '', A), ['A', 'A']);
  });

  it('may be beside links without text, which separate nothing', () => {
    assert.deepEqual(texts('[]()', '', A, '', '[]()', '', '[]()', '', B, '', '[]()'), ['A', 'B']);
    const { sections } = read('---', 'title: T', '---', '[]()', '', A, '', '[]()', '', `${B} b`, '', A);
    assert.deepEqual(
      sections.map(({ takeaways }) => takeaways.map(({ text }) => text)),
      [['A', 'B b', 'A']],
    );
    assert.deepEqual(texts(A, '', '![](a.png)', '', B), ['A', 'B']);
  });
});

describe('An item whose number is two spaces before its text', () => {
  it('contains a list that is nested one column short', () => {
    const lines = ['1.  Ferry stops', '   - Late', '', '2.  Crane comes', '   - Dear', '   - Red'];
    assert.deepEqual(texts(...lines), ['Ferry stops\nLate', 'Crane comes\nDear\nRed']);
  });
});

describe('A numbered item', () => {
  it('contains the items below it, even if they are indented less than its words', () => {
    const lines = ['1. Ferry stops', '  - Late', '    - At nine', '  - Dear', '2. Crane comes', '  - Red'];
    assert.deepEqual(texts(...lines), ['Ferry stops\nLate\nAt nine\nDear', 'Crane comes\nRed']);
    assert.deepEqual(texts('9. A', '  - a', '10. B', '  - b', '   - c'), ['A\na', 'B\nb\nc']);
  });

  it('does not contain those below other text', () => {
    assert.deepEqual(texts('1. A', '', A, '', '  - b', '  - c').slice(-2), ['b', 'c']);
  });
});

describe('A paragraph that starts with a Chinese number', () => {
  it('is an item that includes the paragraphs below', () => {
    assert.deepEqual(texts('1、a', '', '100、 b'), ['a', 'b']);
    assert.deepEqual(texts('1、a', '', 'more', '', '- of it', '', '2、b'), ['a\nmore\nof it', 'b']);
    assert.deepEqual(texts('1、a', '', A, '', '2、b'), ['a\nA', 'b']);
  });

  it('may have a link as its title, with any first letter', () => {
    const items = takeawaysOf(
      '1、[ferry 2](https://a.example)',
      '',
      'It stops.',
      '',
      '2、[Tug](https://b.example)',
    );
    assert.deepEqual([items[0]?.label, items[0]?.text], ['ferry 2', 'It stops.']);
  });

  it('may have its text on the next line, or below a blank line', () => {
    assert.deepEqual(texts('1、', 'a', '', '2、', '', 'b'), ['a', 'b']);
    assert.deepEqual(texts('1、', '', '2、b'), ['b']);
    assert.equal(takeawaysOf('1、', '**L:** t')[0]?.label, 'L');
  });

  it('ends at a rule or at the last words of an issue', () => {
    for (const end of ['***', '（完）', '(完)', '终', 'The End', 'END'])
      assert.deepEqual(texts('1、a', '', end, '', 'Prose.'), ['a'], end);
    assert.deepEqual(texts('1、a', '', 'The end is near', '', 'Prose.'), ['a\nThe end is near\nProse.']);
    assert.deepEqual(texts('1、a', '', '***', '', 'Prose.', '', '2、b'), ['a', 'b']);
  });

  it('is not an item with another number, or if the number is not at its start', () => {
    for (const line of ['1000、a', '1.、a', 'a 1、b', '**1、a**', '一、a'])
      assert.deepEqual(texts(line), [], line);
  });

  it('keeps its number in the list', () => {
    const start = (...lines: string[]) =>
      gatherItems(blocksOf(...lines)).map(({ tokens }) => [
        tokens[0]?.type,
        tokens[0]?.attrGet('start') ?? null,
      ]);
    assert.deepEqual(start('[x]: /y', '1、a', '', '2、b'), [['ordered_list_open', null]]);
    assert.deepEqual(start('[x]: /y', '3、a', '', '4、b', '', '***', '', '5、c'), [
      ['ordered_list_open', 3],
      ['hr', null],
      ['ordered_list_open', 5],
    ]);
    assert.deepEqual(start(A, '', '7、a'), [
      ['bullet_list_open', null],
      ['ordered_list_open', 7],
    ]);
    assert.deepEqual(start('7、a', '', '***', '', A), [
      ['ordered_list_open', 7],
      ['hr', null],
      ['bullet_list_open', null],
    ]);
  });
});

describe('The gathered items', () => {
  it('do not change the original blocks', () => {
    const blocks = blocksOf('1、[a](b)', '', A, '', '***', '', A, B);
    const before = JSON.stringify(blocks);
    gatherItems(blocks);
    assert.equal(JSON.stringify(blocks), before);
  });

  it('have the ranges of their first and last lines', () => {
    const [list, ...others] = gatherItems(blocksOf('[x]: /y', '', '1、a', '', 'b', 'c', '', '2、d'));
    assert.deepEqual([list?.from, list?.to, others], [2, 8, []]);
    assert.deepEqual(
      list?.tokens.filter(({ type }) => type === 'list_item_open').map(({ map }) => map),
      [
        [2, 6],
        [7, 8],
      ],
    );
  });

  it('may be empty', () => {
    assert.deepEqual(gatherItems([]), []);
    const { tokens, ...list } = listOf([]);
    assert.deepEqual(list, { from: 0, to: 0 });
    assert.deepEqual(
      tokens.map(({ type }) => type),
      ['bullet_list_open', 'bullet_list_close'],
    );
  });
});

describe('Headings that are a link each', () => {
  it('are items with the blocks below them', () => {
    const { lede, sections } = read('# T', '', 'Lede.', '', `## ${A}`, '', 'a', '- b', '', `### ${B}`);
    assert.equal(lede, 'Lede.');
    assert.deepEqual(drawn(sections), ['1 T']);
    assert.deepEqual(
      sections[0]?.takeaways.map(({ text, references }) => [text, references.map(({ title }) => title)]),
      [
        ['a\nb', ['A']],
        ['B', ['B']],
      ],
    );
  });

  it('are sections if one has other words, or if there is only one', () => {
    assert.deepEqual(drawn(read('# T', '', `## ${A}`, 'a', `## ${B} c`, 'b').sections), ['2 A', '2 B c']);
    assert.deepEqual(drawn(read('# T', '', `## ${A}`, 'a', '## B', 'b').sections), ['2 A', '2 B']);
    assert.deepEqual(drawn(read('# T', '', `## ${A}`, 'a').sections), ['2 A']);
  });

  it('are recognized by their text', () => {
    const cases: readonly (readonly [heading: string, isOne: boolean])[] = [
      [A, true],
      ['[*A* b](https://a.example)', true],
      ['[A](./a.md)', true],
      ['<https://a.example>', true],
      [`${A}:`, false],
      [`${A} ${B}`, false],
      ['A', false],
      ['[A]', false],
    ];
    for (const [heading, isOne] of cases)
      assert.deepEqual(blocksOf(`## ${heading}`).map(isOneLink), [isOne], heading);
  });
});
