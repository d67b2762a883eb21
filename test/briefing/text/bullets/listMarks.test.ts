import assert from 'node:assert/strict';
import { itemOf, itemLinesIn, type ItemLine } from '../../../../src/briefing/text/bullets/listMarks.ts';

/** An item as Markdown writes it: `  1. a`. */
function written(item: ItemLine | undefined): string | undefined {
  return item && `${' '.repeat(item.indent)}${item.mark} ${item.words}`;
}

describe('A line', () => {
  it('starts an item with any common mark', () => {
    const cases: readonly (readonly [line: string, item: string])[] = [
      ...['-', '*', '+', '•', '●', '○', '▪', '▪\ufe0f', '▫', '▫\ufe0f', '◦', '‣', '·'].map(
        (mark) => [`${mark} a`, '- a'] as const,
      ),
      ['・a', '- a'],
      ['・ a', '- a'],
      ['1. a', '1. a'],
      ['1) a', '1. a'],
      ['1.) a', '1. a'],
      ['1). a', '1. a'],
      ['(1) a', '1. a'],
      ['<1> a', '1. a'],
      ['(1)a', '1. a'],
      ['(100) a', '100. a'],
      ['① a', '1. a'],
      ['①a', '1. a'],
      ['⑳ a', '20. a'],
      ['999. a', '999. a'],
      ['- a - b', '- a - b'],
      [`- ${'a'.repeat(21)} -`, `- ${'a'.repeat(21)} -`],
      ['-\ta', '- a'],
      ['- ', '- '],
      ['1) ', '1. '],
    ];
    for (const [line, item] of cases) assert.equal(written(itemOf(line)), item, line);
  });

  it('nests its item by the columns before the mark, and by two for each further mark', () => {
    const cases: readonly (readonly [line: string, item: string])[] = [
      ['  - a', '  - a'],
      ['  ▪\ufe0f a', '  - a'],
      ['   2. a', '   2. a'],
      ['-- a', '  - a'],
      ['--- a', '    - a'],
      ['---- a', '      - a'],
      ['  -- a', '    - a'],
      ['**  a', '  - a'],
      ['**  a **b**', '  - a **b**'],
    ];
    for (const [line, item] of cases) assert.equal(written(itemOf(line)), item, line);
  });

  it('does not start an item if the mark is part of the text, or missing', () => {
    const lines = [
      '',
      'a',
      'a - b',
      '-',
      '-a',
      '----- a',
      '*a*',
      '**a**',
      '** a',
      '**  a**',
      '++ a',
      '- or -',
      ' - see below - ',
    ];
    const telephones = ['(555) 555-0100', '(055) 5501 00', '(555)555-0100'];
    const numbers = [
      '. a',
      '() a',
      '1.a',
      '1.5 a',
      '1000. a',
      '(1994) a',
      '(see) a',
      '1: a',
      '10:30 a',
      '(1)',
      '<3 a',
    ];
    for (const line of [...lines, ...numbers, ...telephones]) assert.equal(itemOf(line), undefined, line);
  });

  it('does not start an item with a mark that needs several lines', () => {
    for (const line of ['– a', '— a', '1、a', '🤝 a']) assert.equal(itemOf(line), undefined, line);
  });
});

describe('The items among some lines', () => {
  function items(...lines: string[]): (string | undefined)[] {
    return itemLinesIn(lines).map(written);
  }

  it('are the rows with a dash, an emoji or a Chinese number', () => {
    const cases: readonly (readonly [lines: readonly string[], items: readonly (string | undefined)[]])[] = [
      [
        ['– a', '– b', '– c'],
        ['- a', '- b', '- c'],
      ],
      [
        ['– a', '— b'],
        ['- a', '- b'],
      ],
      [
        ['  – a', '  – b'],
        ['  - a', '  - b'],
      ],
      [
        ['–a', '–b'],
        ['- a', '- b'],
      ],
      [
        ['🤝 a', '⚔️ b'],
        ['- 🤝 a', '- ⚔️ b'],
      ],
      [
        ['  🤝 a', '  ⚔️ b'],
        ['  - 🤝 a', '  - ⚔️ b'],
      ],
      [
        ['1、a', '  100、 b'],
        ['1. a', '  100. b'],
      ],
      [
        ['a', '– b', '– c', 'd'],
        [undefined, '- b', '- c', undefined],
      ],
    ];
    for (const [lines, expected] of cases) assert.deepEqual(items(...lines), expected, lines.join(' / '));
  });

  it('may have blank lines between them, but Chinese numbers then start paragraphs', () => {
    assert.deepEqual(items('– a', '', '– b'), ['- a', undefined, '- b']);
    assert.deepEqual(items('🤝 a', ' ', '⚔️ b', '', '🚢 c'), [
      '- 🤝 a',
      undefined,
      '- ⚔️ b',
      undefined,
      '- 🚢 c',
    ]);
    assert.deepEqual(items('1、a', '', '2、b'), [undefined, undefined, undefined]);
  });

  it('do not include a single line with a weak mark, or one beside another kind', () => {
    for (const lines of [
      ['– a'],
      ['A quotation.', '– Ann', 'Prose.'],
      ['– a', 'b', '– c'],
      ['– a', '🤝 b'],
      ['1、a', '– b'],
      ['、a', '、b'],
      ['1000、a', '1001、b'],
      ['(1、a', '(2、b'],
      ['“– a', '“– b'],
      ['🤝', '⚔️'],
    ]) {
      assert.deepEqual(
        items(...lines),
        lines.map(() => undefined),
        lines.join(' / '),
      );
    }
    assert.deepEqual(items('- a', '– Ann'), ['- a', undefined]);
  });

  it('do not include a pair of emoji lines with a blank line between', () => {
    assert.deepEqual(items('🤝 a', ' ', '⚔️ b'), [undefined, undefined, undefined]);
    assert.deepEqual(items('🤝 a', '⚔️ b', '', '🚢 c'), ['- 🤝 a', '- ⚔️ b', undefined, undefined]);
    assert.deepEqual(items('🤝 a', '', '⚔️ b', '🚢 c'), [undefined, undefined, '- ⚔️ b', '- 🚢 c']);
  });

  it('do not include figures between bars', () => {
    const figures = '📊 Shown: 26 | 📅 Today: 1,091 | 📡 Feeds: 40 |';
    assert.deepEqual(items(figures, '🔄 Updated: 21:10'), [undefined, undefined]);
    assert.deepEqual(items('📊 Oil: 26 | It falls.', '🔄 Gas: 12'), [
      '- 📊 Oil: 26 | It falls.',
      '- 🔄 Gas: 12',
    ]);
  });

  it('do not include a known name, or a line above each row of emoji lines', () => {
    assert.deepEqual(items('🔑 Key Takeaways', '🚢 a', '⚓ b'), [undefined, '- 🚢 a', '- ⚓ b']);
    assert.deepEqual(items('🔑 Key Takeaways', '', '🚢 a', '⚓ b'), [
      undefined,
      undefined,
      '- 🚢 a',
      '- ⚓ b',
    ]);
    const rows = [
      '🚢 Ferries',
      '🕘 They stop at nine.',
      '🎫 Fares rise.',
      '',
      '🌉 Bridges',
      '🔨 One closes.',
    ];
    assert.deepEqual(items(...rows), [
      undefined,
      '- 🕘 They stop at nine.',
      '- 🎫 Fares rise.',
      undefined,
      undefined,
      '- 🔨 One closes.',
    ]);
    assert.equal(items(...rows.slice(0, 3))[0], '- 🚢 Ferries');
    assert.equal(
      items('🔑 Key Takeaways', '', '🎫 Fares rise.', '🔨 One closes.', '', ...rows.slice(0, 3))[5],
      undefined,
    );
    assert.equal(items(...rows, '', '🎫 Fares will rise.', '🔨 One closes.')[0], '- 🚢 Ferries');
  });

  it('include the address below each emoji line', () => {
    const words = ['👉 Ferry stops', '   🔗 https://a.example/1', '👉 Crane comes', '🔗 https://a.example/2'];
    assert.deepEqual(items(...words), ['- 👉 Ferry stops', undefined, '- 👉 Crane comes', undefined]);
    assert.deepEqual(items(...words.slice(0, 2)), [undefined, undefined]);
    assert.deepEqual(items('👉 Ferry stops', 'and comes back', '👉 Crane comes'), [
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('include the one item that is indented below each emoji line', () => {
    const words = ['🚢 Ferry stops', '  - Late', '🚢 Crane comes', '  - New'];
    assert.deepEqual(items(...words), ['- 🚢 Ferry stops', '  - Late', '- 🚢 Crane comes', '  - New']);
    const [head, ...others] = items(...words, '  - Red');
    assert.deepEqual([head, others[1]], [undefined, undefined]);
    assert.equal(items(...words.map((line) => line.trim()))[0], undefined);
  });

  it('include a symbol alone below each emoji line', () => {
    const story = (of: string) => [`📰 ${of}`, '   ➡ ', '   🔗 https://a.example', ''];
    const lines = ['Ferry stops', 'Crane comes', 'Bridge opens'].flatMap(story);
    const found = items(...lines).filter((item) => item !== undefined);
    assert.deepEqual(found, ['- 📰 Ferry stops', '- 📰 Crane comes', '- 📰 Bridge opens']);
  });

  it('may be lettered, indented and directly below each other', () => {
    assert.deepEqual(items('1. A', '   a. Late', '   b. Dear', '   c. Red'), [
      '1. A',
      '   - a. Late',
      '   - b. Dear',
      '   - c. Red',
    ]);
    assert.deepEqual(items('  a) Late', '  b) Dear'), ['  - a) Late', '  - b) Dear']);
    for (const [first, second] of [
      ['   a. Late', '   c. Red'],
      ['a. Late', 'b. Dear'],
      ['   a. Late', ''],
    ] as const)
      assert.deepEqual(items(first, second, '   e. Tall').slice(0, 2), [undefined, undefined], first);
  });

  it('may be lettered with blank lines or their own further lines between them, from the first letter', () => {
    const lines = ['1. A', '', '   a. Late', '      again', '', '   b. Dear', '', '   c. Red'];
    assert.deepEqual(
      items(...lines).filter((item) => item !== undefined),
      ['1. A', '   - a. Late', '   - b. Dear', '   - c. Red'],
    );
    for (const other of [
      ['   b. Late', '      again', '   c. Dear'],
      ['   a. Late', 'Words.', '   b. Dear'],
      ['   a. Late', '', '     b. Dear'],
      ['   a. Late', '', '   c. Dear'],
    ])
      assert.deepEqual(
        items(...other).filter((item) => item !== undefined),
        [],
        other.join('\n'),
      );
  });

  it('may have a number before a dash or in bold, if the next number comes next', () => {
    const cases: readonly (readonly [first: string, second: string])[] = [
      ['1 - Late', '2 - Dear'],
      ['9 – Late', '10 – Dear'],
      ['**1.** Late', '**2)** Dear'],
      ['**1 -** Late', '**2-** Dear'],
      ['<strong class="a">1 - </strong> Late', '<b>2.</b> Dear'],
    ];
    for (const [first, second] of cases)
      assert.deepEqual(
        items(first, '', second).map((item) => item?.replace(/^\d+/, '')),
        ['. Late', undefined, '. Dear'],
        first,
      );
    for (const [first, second] of [
      ['2 - Late', '1 - Dear'],
      ['1 - Late', '3 - Dear'],
      ['1 - 2 late', '2 - 3 dear'],
      ['1-Late', '2-Dear'],
      ['**1** boat', '**2** boats'],
      ['**1 - Late** again', '**2 - Dear** again'],
      ['1 - Late\nagain', '2 - Dear'],
    ] as const)
      assert.deepEqual(items(...first.split('\n'), '', second).filter(Boolean), [], first);
  });

  it('include lines right below an item that lack only the space after the same mark', () => {
    assert.deepEqual(items('* a', '*B c', '*[d e](f)', '* g'), ['- a', '- B c', '- [d e](f)', '- g']);
    assert.deepEqual(items('- a', '-渡轮 停航'), ['- a', '- 渡轮 停航']);
    for (const line of ['*B* c', '*b c', '-B c', '*B', '*3 c', '*B c*', '  *B c'])
      assert.deepEqual(items('* a', line)[1], undefined, line);
    assert.deepEqual(items('* a', '', '*B c')[2], undefined);
  });

  it('do not include nested ones outside a list', () => {
    for (const line of ['-- Ann', '---- Ann', '  -- Ann']) assert.deepEqual(items(line), [undefined]);
    assert.deepEqual(items('A quotation.', '', '-- Ann', '- a'), [undefined, undefined, undefined, '- a']);
    assert.deepEqual(items('- a', '', '-- b', '--- c'), ['- a', undefined, '  - b', '    - c']);
    assert.deepEqual(items('– a', '– b', '-- c'), ['- a', '- b', '  - c']);
  });
});
