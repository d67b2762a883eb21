import assert from 'node:assert/strict';
import { allTakeaways, read, takeawaysOf } from '../support/fixture.ts';

function stories(...lines: string[]): string[] {
  return takeawaysOf(...lines).map(({ label = '', text }) => `${label} | ${text.replaceAll('\n', ' / ')}`);
}

const [FERRY, CRANE] = [
  '[The ferry stops at nine](https://a.example/1)',
  '[The crane comes in May](https://a.example/2)',
];

describe('A paragraph that is a link', () => {
  it('is the headline of the text below it if a section has nothing else', () => {
    assert.deepEqual(
      stories(FERRY, '', 'From Monday on.', '', '> It is dear.', '', CRANE, '', 'It is new.'),
      ['The ferry stops at nine | From Monday on. / It is dear.', 'The crane comes in May | It is new.'],
    );
    assert.deepEqual(stories(FERRY, '', 'From Monday on.', '', 'It is dear.'), [
      'The ferry stops at nine | From Monday on. / It is dear.',
    ]);
  });

  it('is an item with what kind of page it is behind it, if three are and little else is there', () => {
    const lines = (kinds: readonly string[]) =>
      kinds.flatMap((kind, i) => [`[Ferry ${String(i)} stops](https://a.example/${String(i)}) ${kind}`, '']);
    const kinds = ['Video', 'Blog post', '(Gazette)', '5 min'];
    const items = ['Video', 'Blog post', '(Gazette)', '5 min'].map(
      (kind, i) => ` | Ferry ${i} stops ${kind}`,
    );
    assert.deepEqual(stories(...lines(kinds)), items);
    assert.deepEqual(stories(...lines(kinds.slice(2))), []);
    assert.deepEqual(stories(...lines(kinds), 'It is late.', '', 'It rains.', ''), []);
    assert.deepEqual(stories(...lines(['at nine', 'at ten', 'and goes'])), []);
    assert.deepEqual(stories(...lines(['It is late.', 'It rains.', 'It goes.'])), []);
  });

  it('belongs to the one above it if it leads to the same page, unless it is numbered', () => {
    const cards = (...names: string[]) =>
      names.flatMap((name, i) =>
        ['ferry', name, 'moves ships'].map((words) => `[${words}](https://a.example/${i})\n`),
      );
    assert.deepEqual(stories(...cards('3.3k stars', '72k stars')).length, 2);
    assert.deepEqual(stories(...cards('1. Stars', '2) Stars')).length, 4);
  });

  it('is so, too, above a rule', () => {
    const [told] = stories(FERRY, '', 'From Monday on.', '', '---');
    assert.equal(told, 'The ferry stops at nine | From Monday on.');
    assert.equal(
      stories(FERRY, '', 'From Monday on.', '', '---', '', CRANE, '', 'It is new.', '', '---').length,
      2,
    );
  });

  it('is an item of its own in other sections, above a table, and if it only names a source', () => {
    for (const lines of [
      [FERRY, '', CRANE, '', 'That is all.'],
      [FERRY, '', 'From Monday on.', '', CRANE],
      [FERRY, '', 'It stops.', '', '| a | b |', '| - | - |', '| 1 | 2 |'],
      ['[Read more](https://a.example/1)', '', 'From Monday on.'],
      [FERRY, '', 'From Monday on.', '', '- [A](https://a.example/3)', '- [B](https://a.example/4)'],
    ])
      assert.ok(
        stories(...lines).every((story) => !/\| .*(?:Monday|all|It stops)/.test(story)),
        lines.join(' / '),
      );
  });
});

describe('An address right below a heading', () => {
  const items = (...list: string[]) =>
    takeawaysOf('https://a.example/1', '', ...list).map(({ text, references }) => [
      text,
      ...references.map(({ url }) => url),
    ]);

  it('is the source of a list without links', () => {
    assert.equal(items('1. It stops.').length, 1);
    assert.deepEqual(items('- It stops.', '- It is late.'), [
      ['It stops.', 'https://a.example/1'],
      ['It is late.', 'https://a.example/1'],
    ]);
  });

  it('is an item above a list with links, or nothing', () => {
    assert.equal(items('- It stops.', '- [The crane](https://b.example) turns.').length, 3);
    assert.equal(items().length, 1);
  });
});

describe('A link with a number right below a headline', () => {
  const items = (below: (i: number) => string) => {
    const story = (i: number) => [
      `## Berth ${i}`,
      '',
      `[Ticket ${i}](https://a.example/${i})`,
      '',
      below(i),
      '',
    ];
    return allTakeaways(read('# T', '', ...[1, 2, 3].flatMap(story))).map(({ text, references }) => [
      text,
      ...references.map(({ url }) => url),
    ]);
  };

  it('is the source of the text below it if three headlines have one', () => {
    assert.deepEqual(
      items((i) => `- Door ${i} is shut.`),
      [1, 2, 3].map((i) => [`Door ${i} is shut.`, `https://a.example/${i}`]),
    );
  });

  it('is an item with nothing or another link below it', () => {
    assert.equal(items(() => '').length, 3);
    assert.equal(items((i) => `[Berth ${'abc'[i - 1]} is shut](https://b.example/${i})`).length, 6);
  });
});
