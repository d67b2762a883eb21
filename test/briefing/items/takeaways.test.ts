import assert from 'node:assert/strict';
import { read, takeawayOf, takeawaysOf } from '../support/fixture.ts';

type Parts = readonly [emoji: string | undefined, label: string | undefined, text: string];

function partsOf(words: string): Parts {
  const { emoji, label, text } = takeawayOf(words);
  return [emoji, label, text];
}

describe('The label of a takeaway', () => {
  const none = undefined;
  const cases: readonly (readonly [words: string, label: string | undefined, text: string])[] = [
    ['**Clock:** It strikes.', 'Clock', 'It strikes.'],
    ['**Clock**: It strikes.', 'Clock', 'It strikes.'],
    ['__Clock__: It strikes.', 'Clock', 'It strikes.'],
    ['**Clock** — it strikes.', 'Clock', 'it strikes.'],
    ['**Clock** – it strikes.', 'Clock', 'it strikes.'],
    ['**Clock** - it strikes.', 'Clock', 'it strikes.'],
    ['**The clock strikes.** At noon.', 'The clock strikes', 'At noon.'],
    ['**Does it strike?** At noon.', 'Does it strike?', 'At noon.'],
    ['**It strikes!** At noon.', 'It strikes!', 'At noon.'],
    ['**时钟：** 响了', '时钟', '响了'],
    ['**A *new* [clock](https://c.example):** It strikes.', 'A new clock', 'It strikes.'],
    ['**Clock:** [It strikes](https://c.example)', 'Clock', 'It strikes'],
    ['[**Clock**](https://c.example)**:** It strikes.', 'Clock', 'It strikes.'],
    ['[**Cloc**](https://c.example)**k strikes:** At noon.', 'Clock strikes', 'At noon.'],
    ['[**Clock**](https://c.example) **(old):** It strikes.', 'Clock (old)', 'It strikes.'],
    ['Clock: It strikes.', 'Clock', 'It strikes.'],
    ['U.S. Agrees Twice: It strikes.', 'U.S. Agrees Twice', 'It strikes.'],
    ['Talks with Him?: It strikes.', 'Talks with Him?', 'It strikes.'],
    ['时钟： 响了', '时钟', '响了'],
    ['Clock: **It** strikes.', 'Clock', 'It strikes.'],
    ['**Clock** strikes.', none, 'Clock strikes.'],
    ['**Clock**-wise it goes.', none, 'Clock-wise it goes.'],
    ['**Clock:**', none, 'Clock:'],
    ['Clock:', none, 'Clock:'],
    ['He said only one thing: go', none, 'He said only one thing: go'],
    ['clock: It strikes.', none, 'clock: It strikes.'],
    ['At 10:30 it strikes.', none, 'At 10:30 it strikes.'],
    ['See https://c.example', none, 'See https://c.example'],
    [': It strikes.', none, ': It strikes.'],
    [`${'Very '.repeat(15)}Long: It strikes.`, none, `${'Very '.repeat(15)}Long: It strikes.`],
    ['`Clock: It` strikes.', none, 'Clock: It strikes.'],
  ];

  it('is taken from the start of the text', () => {
    for (const [words, label, text] of cases) assert.deepEqual(partsOf(words), [none, label, text], words);
  });

  it('may be above a nested list, with its colon in the bold text or after it', () => {
    for (const words of [
      '**Clock:**',
      '**Clock**:',
      '**Clock**',
      '**Clock**.',
      '**Clock** —',
      '**Clock** 🕘',
      '**时钟**：',
      '**时钟**。',
      'Clock:',
      '时钟：',
    ]) {
      const [takeaway] = takeawaysOf(`- ${words}`, '  - It strikes.', '  - It stops.');
      assert.match(takeaway?.label ?? '', /^(?:Clock|时钟)$/, words);
      assert.equal(takeaway?.text, 'It strikes.\nIt stops.', words);
    }
  });

  it('is a link that is the whole first paragraph, whatever the link text', () => {
    const long = `the ${'last '.repeat(40)}ferry stops.`;
    for (const [words, label] of [
      [`[${long}](https://a.example)`, long],
      ['[fzf](https://a.example)', 'fzf'],
      [long, undefined],
      ['fzf', undefined],
    ] as const) {
      const [takeaway] = takeawaysOf(`- ${words}`, '', '  It strikes.');
      assert.equal(takeaway?.label, label);
    }
  });

  it('is the first line if most items have the same label on the second line', () => {
    const items = [
      '- The clock strikes at nine',
      '  Cause: It is late.',
      '- It stops, says Ann',
      '  Cause: Rust.',
    ];
    const told = (...lines: string[]) => takeawaysOf(...lines).map(({ label, text }) => [label, text]);
    assert.deepEqual(told(...items), [
      ['The clock strikes at nine', 'Cause: It is late.'],
      ['It stops, says Ann', 'Cause: Rust.'],
    ]);
    assert.deepEqual(told(...items.slice(0, 2), '- b'), [
      [undefined, 'The clock strikes at nine Cause: It is late.'],
      [undefined, 'b'],
    ]);
  });

  it('is a title above a nested list that has a part of the story', () => {
    const told = (words: string, part: string) =>
      takeawaysOf(`- ${words}`, '  - It strikes.', `  - ${part}`)[0]?.label;
    for (const part of ['Source: Ann', '**Link:** https://a.example', '来源：甲'])
      assert.equal(told('The clock strikes', part), 'The clock strikes', part);
    assert.equal(told('Update: The clock strikes', 'Source: Ann'), 'Update: The clock strikes');
    assert.equal(told('Update: The clock strikes', 'Tower: old'), 'Update');
    assert.equal(told('The clock strikes', 'Tower: old'), undefined);
    assert.equal(told('The clock strikes.', 'Source: Ann'), undefined);
    assert.equal(told('the clock', 'Source: Ann'), undefined);
    assert.equal(told('[town/clock](https://a.example) (402)', 'Source: Ann'), 'town/clock (402)');
  });

  it('is not plain text that introduces a nested list', () => {
    for (const words of ['These three clocks strike:', 'clock:', 'It strikes, and stops:', 'Clock']) {
      const [takeaway] = takeawaysOf(`- ${words}`, '  - It strikes.');
      assert.equal(takeaway?.label, undefined, words);
    }
  });
});

describe('The emoji of a takeaway', () => {
  const cases: readonly (readonly [words: string, ...parts: Parts])[] = [
    ['🤝 It strikes.', '🤝', undefined, 'It strikes.'],
    ['It strikes. 🤝', '🤝', undefined, 'It strikes.'],
    ['🤝 **Clock:** It strikes.', '🤝', 'Clock', 'It strikes.'],
    ['**🤝 Clock:** It strikes.', '🤝', 'Clock', 'It strikes.'],
    ['**Clock 🤝:** It strikes.', '🤝', 'Clock', 'It strikes.'],
    ['**Clock:** 🤝 It strikes.', '🤝', 'Clock', 'It strikes.'],
    ['**Clock:** It strikes. 🤝', '🤝', 'Clock', 'It strikes.'],
    ['Clock: It strikes. 🇪🇺🇺🇸', '🇪🇺🇺🇸', 'Clock', 'It strikes.'],
    ['Clock: It **strikes 🤝**', '🤝', 'Clock', 'It strikes'],
    ['🤝 Clock: It strikes. ⚔️', '🤝', 'Clock', 'It strikes.'],
    ['**🤝 The clock** strikes.', '🤝', undefined, 'The clock strikes.'],
    ['[🤝 The clock](https://c.example) strikes.', '🤝', undefined, 'The clock strikes.'],
    ['It 🤝 strikes.', undefined, undefined, 'It 🤝 strikes.'],
    ['[The clock](https://c.example) (★)', '★', undefined, 'The clock'],
    ['[The clock](https://c.example) ★★★', '★★★', undefined, 'The clock'],
    ['[The clock](https://c.example) (🔥)', '🔥', undefined, 'The clock'],
    ['[The clock](https://c.example) 🔥', '🔥', undefined, 'The clock'],
    ['[The clock](https://c.example) (new)', undefined, undefined, 'The clock (new)'],
    ['The clock (★)', undefined, undefined, 'The clock (★)'],
    ['🤝', undefined, undefined, '🤝'],
    ['**🤝**', undefined, undefined, '🤝'],
  ];

  it('is taken from the start or end of the text, and is then not part of the text', () => {
    for (const [words, ...parts] of cases) assert.deepEqual(partsOf(words), parts, words);
  });

  it('may be before citations', () => {
    const [takeaway] =
      read('# T', '## A', '- It strikes. 🤝 [1]', '', '## Sources', '1. One').sections[0]?.takeaways ?? [];
    assert.deepEqual([takeaway?.emoji, takeaway?.text], ['🤝', 'It strikes.']);
  });

  it('is at the end of the last paragraph if there are several', () => {
    const [takeaway] = takeawaysOf('- It strikes.', '', '  Every hour. 🤝');
    assert.deepEqual([takeaway?.emoji, takeaway?.text], ['🤝', 'It strikes.\nEvery hour.']);
  });
});

describe('The text of a takeaway', () => {
  it('is plain, on one line for each paragraph, item and piece of code', () => {
    const cases: readonly (readonly [lines: readonly string[], text: string])[] = [
      [['- a *b* **c** `d` ~~e~~ [f](https://f.example) ![g](g.png)'], 'a b c d e f g'],
      [['- a', '  b', 'c'], 'a b c'],
      [['- a\\', '  b'], 'a b'],
      [['- a', '', '  b', '', '      c'], 'a\nb\nc'],
      [['- a', '  - b', '    1. c'], 'a\nb\nc'],
      [['- a', '  ```', '  b', '  ```'], 'a\nb'],
      [['- > a'], 'a'],
      [['- a &amp; b &lt;b&gt; <i>'], 'a & b <b>'],
      [['- a\u0007\u200b b\u0085'], 'a b'],
      [['- [ ] a'], 'a'],
      [['- [x] a', '  - [ ] b'], 'a\nb'],
      [['- \\[ ] a'], '[ ] a'],
      [['- [ ] '], '[ ]'],
      [['- [y] a'], '[y] a'],
    ];
    for (const [lines, text] of cases)
      assert.deepEqual(
        takeawaysOf(...lines).map((t) => t.text),
        [text],
      );
  });

  it('has no gap before a full stop that follows a citation', () => {
    const lines = ['# T', '## A', '- It strikes [1], and stops [1].', '', '## Sources', '1. One'];
    assert.equal(read(...lines).sections[0]?.takeaways[0]?.text, 'It strikes, and stops.');
  });

  it('exists for every item with words, and for no other item', () => {
    const cases: readonly (readonly [lines: readonly string[], texts: readonly string[]])[] = [
      [
        ['- a', '- b'],
        ['a', 'b'],
      ],
      [
        ['* a', '', '* b'],
        ['a', 'b'],
      ],
      [
        ['+ a', '- b'],
        ['a', 'b'],
      ],
      [
        ['3. a', '4. b'],
        ['a', 'b'],
      ],
      [
        ['1) a', '2) b'],
        ['a', 'b'],
      ],
      [['-', '- a', '- ', '- <!-- b -->'], ['a']],
      [['- ---', '- a'], ['a']],
      [['- \u200b', '- a'], ['a']],
      [
        ['- a', '', 'Prose.', '', '- b'],
        ['a', 'b'],
      ],
    ];
    for (const [lines, texts] of cases)
      assert.deepEqual(
        takeawaysOf(...lines).map((t) => t.text),
        texts,
      );
  });
});

describe('A heading that is the item', () => {
  it('is the label of the item, whatever is below it apart from its source', () => {
    const item = (...below: string[]) => {
      const story = (name: string) => [
        `## [The ${name}: late again](https://a.example/${name})`,
        '',
        ...below,
        '',
      ];
      const { sections } = read('# T', '', ...story('ferry'), ...story('crane'));
      return sections[0]?.takeaways.map(({ label }) => label);
    };
    const labels = ['The ferry: late again', 'The crane: late again'];
    assert.deepEqual(item('*Source: Gazette | 3 March*', '', '- It stops at nine.'), labels);
    assert.deepEqual(item('- It stops at nine.'), labels);
    assert.deepEqual(item('Source: Gazette'), [undefined, undefined]);
  });
});

describe('A kicker in an item', () => {
  const card = (kicker: string, headline: string) => [
    `- ${kicker}`,
    '',
    `  [${headline}](https://a.example/${headline.length})`,
    '',
    '  It is late.',
  ];
  const labels = (...lines: string[]) => takeawaysOf(...lines).map(({ label, text }) => [label, text]);

  it('is text, and the longer link below it is the label', () => {
    assert.deepEqual(labels(...card('Tolls', 'Ferry stops'), ...card('**업계**', 'Crane comes back')), [
      ['Ferry stops', 'Tolls\nIt is late.'],
      ['Crane comes back', '업계\nIt is late.'],
    ]);
  });

  it('is in all items, and is shorter than the headline', () => {
    const [headline] = labels(...card('The ferry stops at nine', 'Gazette'), ...card('Tolls', 'Ferry stops'));
    assert.deepEqual(headline, ['The ferry stops at nine', 'Gazette\nIt is late.']);
    const [name] = labels(...card('Tolls', 'Ferry stops'), '- Crane', '', '  It comes.');
    assert.deepEqual(name, ['Tolls', 'Ferry stops\nIt is late.']);
  });
});

describe('A link above a quotation and more text', () => {
  it('is the label of its item', () => {
    const [item] = takeawaysOf(
      '- [Ferry stops](https://a.example)',
      '',
      '  > It is late.',
      '',
      '  Ann Example',
    );
    assert.deepEqual([item?.label, item?.text], ['Ferry stops', 'It is late.\nAnn Example']);
  });
});
