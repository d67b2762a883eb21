import assert from 'node:assert/strict';
import { readDocument, type Block } from '../../../src/briefing/blocks/document.ts';
import { gatherItems } from '../../../src/briefing/items/unlistedItems.ts';
import { isOneLink } from '../../../src/briefing/items/linkParagraphs.ts';
import { listOf } from '../../../src/briefing/items/makeLists.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { allTakeaways, drawn, read, takeawaysOf } from '../support/fixture.ts';
import { slice } from '../support/ranges.ts';

const A = '[A](https://a.example)';
const B = '[B](https://b.example)';

function blocksOf(...lines: string[]): readonly Block[] {
  return readDocument(lines.join('\n')).blocks;
}

/** The takeaways of a section that holds these lines, by their texts. */
function texts(...lines: string[]): string[] {
  return takeawaysOf(...lines).map(({ text }) => text);
}

describe('A paragraph that is one link', () => {
  it('is an item', () => {
    assert.deepEqual(texts(A), ['A']);
    assert.deepEqual(texts(A, '', B), ['A', 'B']);
    assert.deepEqual(texts('Prose.', '', A, '', 'More.', '', B), ['A', 'B']);
    assert.deepEqual(texts('<https://a.example/b>'), ['https://a.example/b']);
    assert.deepEqual(texts('[A](./a.md)'), ['A']);
    assert.deepEqual(texts('[*A* b', 'c](https://a.example)'), ['A b c']);
    assert.deepEqual(texts(`${A} 🔥`, '', `${B} (★)`), ['A', 'B']);
    assert.deepEqual(texts(`${A} (★)`, B), ['A', 'B']);
  });

  it('is one for each line, where all are links', () => {
    assert.deepEqual(texts(A, B), ['A', 'B']);
    const briefing = read('# T', '', '## A', '', A, B);
    assert.deepEqual(
      allTakeaways(briefing).map(({ range }) => slice(briefing.text, range)),
      [A, B],
    );
  });

  it('is none where words stand beside it, or it has none', () => {
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

  it('is none where the prose leads to it or goes on behind it', () => {
    for (const above of ['You find it at:', 'Among others,', '在这里：'])
      assert.deepEqual(texts(above, '', A), [], above);
    assert.deepEqual(texts('You find it here.', '', A), ['A']);
    assert.deepEqual(texts(A, '', 'which is a page.'), []);
    assert.deepEqual(texts(A, '', 'It is a page.'), ['A']);
  });

  it('is none in a section of prose, but where it stands in front', () => {
    const prose = Array.from({ length: 3 }, (_, i) => ['', `Prose ${i}.`]).flat();
    assert.deepEqual(texts(...prose, '', A), []);
    assert.deepEqual(texts(...prose.slice(2), '', A), ['A']);
    assert.deepEqual(texts(A, ...prose, ...prose), ['A']);
  });
});

describe('One link between sentences', () => {
  const TOLD = 'The office stops the last ferry at nine.';

  it('says where they come from', () => {
    assert.deepEqual(texts(TOLD, '', '[Harbour plans](https://a.example)', '', 'Many will wait.'), []);
  });

  it('is an item where another stands there, or what is above leads to it', () => {
    assert.deepEqual(texts(TOLD, '', A, '', B), ['A', 'B']);
    assert.deepEqual(texts('Worth a look', '', '[Harbour plans of the year](https://a.example)'), [
      'Harbour plans of the year',
    ]);
  });
});

describe('A link whose words come again and again in paragraphs of its own', () => {
  const story = (name: string) => [
    `### ${name}`,
    '',
    `[To the log](https://a.example/${name})`,
    '',
    'It stops.',
    '',
  ];

  it('says where what it stands beside comes from', () => {
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

  it('says where that comes from, where others stand so', () => {
    const three = read('# T', '', ...['A', 'B', 'C'].flatMap((name) => [...story(name), 'It stops.', '']));
    assert.deepEqual(allTakeaways(three), []);
    assert.deepEqual(
      readingItems(three).map(({ references }) => references.map(({ url }) => url?.slice(-1))),
      [['A'], ['B'], ['C']],
    );
    assert.deepEqual(allTakeaways(read('# T', '', ...['A', 'B', 'C'].flatMap(story))), []);
    // Two of them are two sources.
    const twice = (name: string) => [...story(name), `<https://b.example/${name}>`, ''];
    assert.deepEqual(allTakeaways(read('# T', '', ...['A', 'B', 'C'].flatMap(twice))), []);
  });

  it('says where that comes from in one place, too, if words alone stand below it', () => {
    const briefing = read('# T', '', ...story('A'), 'It stops.', '', '## B', '', 'It rains.');
    assert.deepEqual(allTakeaways(briefing), []);
    const [first] = readingItems(briefing);
    assert.deepEqual([first?.text, first?.references.length], ['https://a.example/A\nIt stops.', 1]);
  });

  it('is an item where it stands in one place', () => {
    assert.equal(allTakeaways(read('# T', '', ...story('A'), '## B', '', 'It stops.')).length, 1);
  });
});

describe('A paragraph that begins with a link', () => {
  it('is an item, with what is said of it, where nearly all of a section begins so and is that alone', () => {
    assert.deepEqual(texts(A, '', `${B} is worth a look.`, '', A), ['A', 'B is worth a look.', 'A']);
    assert.deepEqual(texts(A, '', `${B} is worth a look.`), ['A']);
    assert.deepEqual(texts(A, '', 'Prose.', '', `${B} is worth a look.`, '', A), ['A', 'A']);
  });

  it('stands beside links without words, which part nothing', () => {
    assert.deepEqual(texts('[]()', '', A, '', '[]()', '', '[]()', '', B, '', '[]()'), ['A', 'B']);
    const { sections } = read('---', 'title: T', '---', '[]()', '', A, '', '[]()', '', `${B} b`, '', A);
    assert.deepEqual(
      sections.map(({ takeaways }) => takeaways.map(({ text }) => text)),
      [['A', 'B b', 'A']],
    );
    assert.deepEqual(texts(A, '', '![](a.png)', '', B), ['A', 'B']);
  });
});

describe('An item whose number stands two spaces before its words', () => {
  it('has what nests below it, though that stands one column short', () => {
    const lines = ['1.  Ferry stops', '   - Late', '', '2.  Crane comes', '   - Dear', '   - Red'];
    assert.deepEqual(texts(...lines), ['Ferry stops\nLate', 'Crane comes\nDear\nRed']);
  });
});

describe('A paragraph that begins with a Chinese number', () => {
  it('is an item, and goes on over the paragraphs below', () => {
    assert.deepEqual(texts('1、a', '', '100、 b'), ['a', 'b']);
    assert.deepEqual(texts('1、a', '', 'more', '', '- of it', '', '2、b'), ['a\nmore\nof it', 'b']);
    assert.deepEqual(texts('1、a', '', A, '', '2、b'), ['a\nA', 'b']);
  });

  it('has a link as its title, with whatever letter that begins', () => {
    const items = takeawaysOf(
      '1、[ferry 2](https://a.example)',
      '',
      'It stops.',
      '',
      '2、[Tug](https://b.example)',
    );
    assert.deepEqual([items[0]?.label, items[0]?.text], ['ferry 2', 'It stops.']);
  });

  it('may have its words on the next line, or below a blank one', () => {
    assert.deepEqual(texts('1、', 'a', '', '2、', '', 'b'), ['a', 'b']);
    assert.deepEqual(texts('1、', '', '2、b'), ['b']);
    assert.equal(takeawaysOf('1、', '**L:** t')[0]?.label, 'L');
  });

  it('goes on to a rule or the last word of an issue', () => {
    for (const end of ['***', '（完）', '(完)', '终', 'The End', 'END'])
      assert.deepEqual(texts('1、a', '', end, '', 'Prose.'), ['a'], end);
    assert.deepEqual(texts('1、a', '', 'The end is near', '', 'Prose.'), ['a\nThe end is near\nProse.']);
    assert.deepEqual(texts('1、a', '', '***', '', 'Prose.', '', '2、b'), ['a', 'b']);
  });

  it('is none where the number is another, or is not at its start', () => {
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

describe('The items that are gathered', () => {
  it('leave the blocks as they were', () => {
    const blocks = blocksOf('1、[a](b)', '', A, '', '***', '', A, B);
    const before = JSON.stringify(blocks);
    gatherItems(blocks);
    assert.equal(JSON.stringify(blocks), before);
  });

  it('stand where their first and last lines do', () => {
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

  it('may be none', () => {
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
  it('are the items, with what stands below them', () => {
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

  it('are sections where one says more, or there is but one', () => {
    assert.deepEqual(drawn(read('# T', '', `## ${A}`, 'a', `## ${B} c`, 'b').sections), ['2 A', '2 B c']);
    assert.deepEqual(drawn(read('# T', '', `## ${A}`, 'a', '## B', 'b').sections), ['2 A', '2 B']);
    assert.deepEqual(drawn(read('# T', '', `## ${A}`, 'a').sections), ['2 A']);
  });

  it('are told by their words', () => {
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
