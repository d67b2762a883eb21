import assert from 'node:assert/strict';
import { tightenMarkdown } from '../../src/briefing/looseMarkdown.ts';
import { drawn, read, takeawayOf } from './fixture.ts';

/** What becomes of a line that stands between two blank ones. */
function tightened(line: string): string | undefined {
  return tightenMarkdown(['Title', '', line, '', 'Prose.'])[2];
}

function assertKept(...lines: string[]): void {
  assert.deepEqual(tightenMarkdown(lines), lines);
}

describe('A heading without a space behind its marks', () => {
  it('gets one', () => {
    const cases: readonly (readonly [line: string, heading: string])[] = [
      ['##Title', '## Title'],
      ['######Title', '###### Title'],
      ['   ##Title', '   ## Title'],
      ['##1. Title', '## 1. Title'],
      ['#Title here', '# Title here'],
    ];
    for (const [line, heading] of cases) assert.equal(tightened(line), heading, line);
  });

  it('may stand among prose, but not where it has one mark', () => {
    assert.deepEqual(tightenMarkdown(['a', '##Title', 'b']), ['a', '## Title', 'b']);
    assertKept('a', '#Title here', '');
    assertKept('', '#Title here', 'b');
  });

  it('is no tag, number, command or code', () => {
    for (const line of [
      '#tag',
      '#tag #other here',
      '#12 is open',
      '#!/bin/sh',
      '##!x',
      '#######Title',
      '    ##Title',
      '## Title',
      'a ##Title',
    ]) {
      assert.equal(tightened(line), line);
    }
  });
});

describe('An item with a mark that Markdown does not know', () => {
  it('gets one that it knows', () => {
    const cases: readonly (readonly [lines: readonly string[], items: readonly string[]])[] = [
      [
        ['• a', '  ● b'],
        ['- a', '  - b'],
      ],
      [
        ['- a', '-- b'],
        ['- a', '  - b'],
      ],
      [
        ['① a', '(2) b'],
        ['1. a', '2. b'],
      ],
      [
        ['🤝 a', '⚔️ b'],
        ['- 🤝 a', '- ⚔️ b'],
      ],
    ];
    for (const [lines, items] of cases) assert.deepEqual(tightenMarkdown(lines), items, lines.join(' / '));
  });

  it('stays as it is where Markdown knows its mark', () => {
    assertKept('* a', '+ b', '  - c', '2) d', '3. e');
    assertKept('– Ann');
  });
});

describe('A line in bold', () => {
  const inside = (line: string, ...others: string[]) =>
    tightenMarkdown(['Title', '', line, 'Prose.', ...others])[2];

  it('is a heading where the text has no others', () => {
    const cases: readonly (readonly [line: string, heading: string])[] = [
      ['**A**', '## **A**'],
      ['__A__', '## __A__'],
      ['**A:**', '## **A:**'],
      ['**A** : ', '## **A** : '],
      ['**A**：', '## **A**：'],
      ['   **A**', '## **A**'],
      [`**${'A'.repeat(120)}**`, `## **${'A'.repeat(120)}**`],
    ];
    for (const [line, heading] of cases) assert.equal(inside(line), heading, line);
    for (const other of ['   # Title', '####### B', 'a ## b', '    ## B'])
      assert.equal(inside('**A**', '', other), '## **A**', other);
  });

  it('is none where there are others', () => {
    for (const heading of ['   ## B', '###### B', '   <h2>B</h2>', '##B', 'B\n---'])
      assert.equal(inside('**A**', '', ...heading.split('\n')), '**A**', heading);
  });

  it('is one where the others are code, or the title', () => {
    assert.equal(inside('**A**', '', '```', '## B', '```'), '## **A**');
    for (const title of ['## Title', 'Title\n---', '##Title']) {
      const lines = [...title.split('\n'), '', '**A**', 'Prose.'];
      assert.equal(tightenMarkdown(lines).at(-2), '## **A**', title);
      assert.equal(tightenMarkdown(lines, true).at(-2), '**A**', title);
    }
  });

  it('is none where words stand beside it, or it is long or code', () => {
    for (const line of [
      '**A** b',
      'a **B**',
      '**A** or **B**',
      '*A*',
      '** A**',
      '**A',
      '    **A**',
      `**${'A'.repeat(121)}**`,
    ]) {
      assert.equal(inside(line), line);
    }
  });

  it('is none at the start, at the end or in a paragraph', () => {
    assertKept('**A**', 'b');
    assertKept('', '**A**', 'b');
    assertKept('a', '', '**B**', '');
    assertKept('a', '**B**', 'c');
  });

  it('may be the first of a text whose title stands elsewhere', () => {
    assert.deepEqual(tightenMarkdown(['', '**A**', 'b'], true), ['', '## **A**', 'b']);
    assert.deepEqual(tightenMarkdown(['**A**'], true), ['**A**']);
  });

  it('makes the sections of a document', () => {
    assert.deepEqual(drawn(read('# T', '', '**A:**', '', 'a [x](y)', '', '__B__', '', 'b').sections), [
      '2 A',
      '2 B',
    ]);
  });
});

describe('A label in bold with no space behind it', () => {
  it('is closed by one', () => {
    const cases: readonly (readonly [line: string, closed: string])[] = [
      ['**时钟：**响了', '**时钟：** 响了'],
      ['- **时钟：**响了', '- **时钟：** 响了'],
      ['100. **Clock:**it', '100. **Clock:** it'],
      ['2) **Clock:**it', '2) **Clock:** it'],
      ['  * **Clock.**12', '  * **Clock.** 12'],
      ['+ **Clock!**it', '+ **Clock!** it'],
      [`**${'a'.repeat(120)}:**b`, `**${'a'.repeat(120)}:** b`],
    ];
    for (const [line, closed] of cases) assert.equal(tightened(line), closed, line);
    const { label, text } = takeawayOf('**时钟：**响了');
    assert.deepEqual([label, text], ['时钟', '响了']);
  });

  it('stays as it is where Markdown closes it, or it is no label', () => {
    for (const line of [
      '**Clock**it',
      '**Clock:** it',
      '**Clock:**, it',
      'the **Clock:**it',
      '-**Clock:**it',
      '** Clock:**it',
      '**a*b:**c',
      `**${'a'.repeat(121)}:**b`,
    ]) {
      assert.equal(tightened(line), line);
    }
  });
});

describe('Indented code', () => {
  it('stays as it is, below a blank line where no list goes on', () => {
    assertKept('Words:', '', '    • a', '\t**时：**响', '    (1) b', '', '    ```', 'More.');
    assert.deepEqual(tightenMarkdown(['- a', '', '    • b']), ['- a', '', '    - b']);
    assert.deepEqual(tightenMarkdown(['Words:', '    • b']), ['Words:', '    - b']);
    assert.deepEqual(tightenMarkdown(['- a', '', 'Words.', '', '    • b']).at(-1), '    • b');
  });
});

describe('Code between fences', () => {
  const loose = ['##A', '• a', '**时钟：**响了'];

  it('stays as it is, to the fence that closes it', () => {
    for (const [open, close] of [
      ['```', '```'],
      ['~~~', '~~~'],
      ['```js', '```'],
      ['````', '````'],
      ['   ```', '   ```'],
      ['```', '`````  '],
    ] as const) {
      assert.deepEqual(tightenMarkdown([open, ...loose, close, '##B']), [open, ...loose, close, '## B']);
    }
  });

  it('is opened by no fewer marks, and by none that are code themselves', () => {
    for (const line of ['``', '~~', '    ```', 'a ```'])
      assert.deepEqual(tightenMarkdown([line, '##B']), [line, '## B'], line);
  });

  it('may begin in an item, and does not where code in the line does', () => {
    const lines = ['- ```', '  • a', '  ```', '##B'];
    assert.deepEqual(tightenMarkdown(lines), [...lines.slice(0, 3), '## B']);
    assert.deepEqual(tightenMarkdown(['```x``` y', '##B']), ['```x``` y', '## B']);
  });

  it('is not closed by a fence of another kind, a shorter one or one with words', () => {
    for (const [open, other] of [
      ['```', '~~~'],
      ['~~~', '```'],
      ['````', '```'],
      ['```', '```js'],
    ] as const) {
      assertKept(open, other, ...loose);
    }
  });
});
