import assert from 'node:assert/strict';
import { normalizeLenientMarkdown } from '../../../src/briefing/plain/lenientMarkdown.ts';
import { drawn, read } from '../support/fixture.ts';

/** The result for a line between two blank lines. */
function tightened(line: string): string | undefined {
  return normalizeLenientMarkdown(['Title', '', line, '', 'Prose.'])[2];
}

function assertKept(...lines: string[]): void {
  assert.deepEqual(normalizeLenientMarkdown(lines), lines);
}

describe('A heading without a space after its marks', () => {
  it('gets a space', () => {
    const cases: readonly (readonly [line: string, heading: string])[] = [
      ['##Title', '## Title'],
      ['######Title', '###### Title'],
      ['   ##Title', '   ## Title'],
      ['##1. Title', '## 1. Title'],
      ['#Title here', '# Title here'],
      ['##\u00a0Title', '## \u00a0Title'],
    ];
    for (const [line, heading] of cases) assert.equal(tightened(line), heading, line);
  });

  it('may have one mark among prose if other headings have several', () => {
    const lines = ['Title', '', '#In short', 'It stops.', '', '##Ferries', 'They stop.'];
    assert.deepEqual(
      normalizeLenientMarkdown(lines).filter((line) => line.startsWith('#')),
      ['# In short', '## Ferries'],
    );
  });

  it('is not recognized among prose with one mark only', () => {
    assert.deepEqual(normalizeLenientMarkdown(['a', '##Title', 'b']), ['a', '## Title', 'b']);
    assertKept('a', '#Title here', '');
    assertKept('', '#Title here', 'b');
  });

  it('is not a tag, number, command or code', () => {
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

describe('A line of dashes or equals signs below text', () => {
  const below = (...lines: string[]) => normalizeLenientMarkdown(['# T', '', ...lines]).slice(2);

  it('underlines one line, and is a rule below a line that is not a heading', () => {
    const cases: readonly (readonly [lines: readonly string[], marked: readonly string[]])[] = [
      [
        ['Ferries', '---'],
        ['Ferries', '---'],
      ],
      [
        ['The ferry goes.', '==='],
        ['The ferry goes.', '==='],
      ],
      [
        ['It goes.', 'Ferries', '-------'],
        ['It goes.', '## Ferries', ''],
      ],
      [
        ['It goes.', 'Ferries', '==='],
        ['It goes.', '# Ferries', ''],
      ],
      [
        ['=====', 'Ferries', '=====', 'x'],
        ['', 'Ferries', '=====', 'x'],
      ],
      [
        ['It goes.', '=====', 'Ferries', '====='],
        ['It goes.', '=====', 'Ferries', '====='],
      ],
      [
        ['It goes', 'and it stops', '---'],
        ['It goes', 'and it stops', '***'],
      ],
      [
        ['It goes on', 'and stops.', '----------'],
        ['It goes on', 'and stops.', '***'],
      ],
      [
        ['It stops.', '---'],
        ['It stops.', '***'],
      ],
      // A paragraph may begin right below a heading.
      [
        ['## A', 'It goes on', 'and stops.', '---'],
        ['## A', 'It goes on', 'and stops.', '***'],
      ],
    ];
    for (const [lines, marked] of cases) assert.deepEqual(below(...lines), marked, lines.join(' / '));
  });

  it('is not recognized as part of a formula', () => {
    assert.deepEqual(below('a', '=', 'b'), ['a', '\\=', 'b']);
    assert.deepEqual(drawn(read('# T', '', 'a', '=', 'b').sections), []);
  });

  it('stays as it is below an item, a quotation, a heading or code', () => {
    for (const lines of [
      ['- a', 'b', '---'],
      ['> a', 'b.', '---'],
      ['## A.', '---'],
      ['| a |', '---'],
      ['```', 'a.', 'b', '---', '```'],
    ])
      assert.deepEqual(below(...lines), lines);
  });
});

describe('A text without Markdown headings', () => {
  const LINK = 'They [stop](https://a.example).';

  it('has the marked or recurring headings of plain text', () => {
    const cases: readonly (readonly [lines: readonly string[], headings: readonly string[]])[] = [
      [['Key Takeaways', '- a', '- b', '', 'Prose.'], ['## Key Takeaways']],
      [
        ['FERRIES', '', LINK, '', 'TUGS', '', LINK],
        ['## FERRIES', '## TUGS'],
      ],
      [
        ['Ferries:', '- a', '', 'Tugs:', '- b'],
        ['## Ferries:', '## Tugs:'],
      ],
      [
        ['1 big thing: Ferries', '', LINK, '', '2. Tugs', '', LINK],
        ['## 1 big thing: Ferries', '## 2. Tugs'],
      ],
      [['Ferries', '', LINK, '', 'Tugs', '', LINK], []],
      [['1 条', '', LINK, '', '2 条', '', LINK], []],
      [['> Summary', '', '| NOTES |', '', '```', 'NOTES', '```', LINK], []],
      [['FERRIES', '', LINK, '', '## Tugs', '', LINK], ['## Tugs']],
    ];
    for (const [lines, headings] of cases) {
      const found = normalizeLenientMarkdown(['Harbour', '', ...lines]).filter((line) =>
        line.startsWith('## '),
      );
      assert.deepEqual(found, headings, lines.join(' / '));
    }
  });
});

describe('A masthead', () => {
  it('has one line as the title if there is no other', () => {
    const lines = ['Harbour', '3 March 2026', '', 'Prose.'];
    assert.deepEqual(normalizeLenientMarkdown(lines), ['# Harbour', ...lines.slice(1)]);
    assert.deepEqual(normalizeLenientMarkdown(['Harbour', '3 March 2026', '====']), [
      '# Harbour',
      '3 March 2026',
      '',
    ]);
    assertKept(...lines, '', '# Title');
    assert.deepEqual(normalizeLenientMarkdown(lines, true), lines);
  });
});

describe('An item with a mark that Markdown does not know', () => {
  it('gets a mark that Markdown knows', () => {
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
    for (const [lines, items] of cases)
      assert.deepEqual(normalizeLenientMarkdown(lines), items, lines.join(' / '));
  });

  it('gets a plain space in place of a no-break space or of many spaces after its mark', () => {
    const lines = ['1.\u00a0Ferry', '2.     Tug', '-\u00a0Crane', '-    Pier'];
    assert.deepEqual(normalizeLenientMarkdown(lines), ['1. Ferry', '2. Tug', '- Crane', '-    Pier']);
  });

  it('stays as it is if Markdown knows its mark', () => {
    assertKept('* a', '+ b', '  - c', '2) d', '3. e');
    assertKept('– Ann');
  });
});

describe('A bold line', () => {
  const inside = (line: string, ...others: string[]) =>
    normalizeLenientMarkdown(['Title', '', line, 'Prose.', ...others])[2];

  it('is the heading of a section even on the first line, if all bold lines are above lists', () => {
    const others = '**Tugs**\n\n- [Late](https://a.example).\n\n**Cranes**\n\n- Here.';
    const sections = (first: string) => drawn(read(`${first}\n\n${others}`).sections);
    assert.deepEqual(sections('**Ferries**\n\n- Late.'), ['2 Ferries', '2 Tugs', '2 Cranes']);
    for (const first of ['**Brief, 3 May 2026**\n\n- A', '**Brief**\n\nA.', '**Brief**\n- A'])
      assert.deepEqual(sections(first), ['2 Tugs', '2 Cranes'], first);
  });

  it('is a heading if the text has no other headings', () => {
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

  it('is not a heading if there are other headings', () => {
    for (const heading of ['   ## B', '###### B', '   <h2>B</h2>', '##B', 'B\n---'])
      assert.equal(inside('**A**', '', ...heading.split('\n')), '**A**', heading);
  });

  it('is a heading if the other headings are code, or the title', () => {
    assert.equal(inside('**A**', '', '```', '## B', '```'), '## **A**');
    for (const title of ['## Title', 'Title\n---', '##Title']) {
      const lines = [...title.split('\n'), '', '**A**', 'Prose.'];
      assert.equal(normalizeLenientMarkdown(lines).at(-2), '### **A**', title);
      assert.equal(normalizeLenientMarkdown(lines, true).at(-2), '**A**', title);
    }
  });

  it('is not a heading with text beside it, or if it is long or code', () => {
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

  it('is not a heading at the start, at the end or in a paragraph', () => {
    assertKept('**A**', 'b');
    assertKept('', '**A**', 'b');
    assertKept('a', '', '**B**', '');
    assertKept('a', '**B**', 'c');
  });

  it('may be the first line of a text whose title is elsewhere', () => {
    assert.deepEqual(normalizeLenientMarkdown(['', '**A**', 'b'], true), ['', '## **A**', 'b']);
    assert.deepEqual(normalizeLenientMarkdown(['**A**'], true), ['**A**']);
  });

  it('makes the sections of a document', () => {
    assert.deepEqual(drawn(read('# T', '', '**A:**', '', 'a [x](y)', '', '__B__', '', 'b').sections), [
      '2 A',
      '2 B',
    ]);
  });
});

describe('Indented code', () => {
  it('stays as it is below a blank line, unless a list continues', () => {
    assertKept('Words:', '', '    • a', '\t**时：**响', '    (1) b', '', '    ```', 'More.');
    assert.deepEqual(normalizeLenientMarkdown(['- a', '', '    • b']), ['- a', '', '    - b']);
    assert.deepEqual(normalizeLenientMarkdown(['Words:', '    • b']), ['Words:', '    - b']);
    assert.deepEqual(normalizeLenientMarkdown(['- a', '', 'Words.', '', '    • b']).at(-1), '    • b');
  });
});

describe('Code between fences', () => {
  const loose = ['##A', '• a', '**时钟：**响了'];

  it('stays as it is up to the closing fence', () => {
    for (const [open, close] of [
      ['```', '```'],
      ['~~~', '~~~'],
      ['```js', '```'],
      ['````', '````'],
      ['   ```', '   ```'],
      ['```', '`````  '],
    ] as const) {
      assert.deepEqual(normalizeLenientMarkdown([open, ...loose, close, '##B']), [
        open,
        ...loose,
        close,
        '## B',
      ]);
    }
  });

  it('is not opened by fewer marks, or by marks that are code', () => {
    for (const line of ['``', '~~', '    ```', 'a ```'])
      assert.deepEqual(normalizeLenientMarkdown([line, '##B']), [line, '## B'], line);
  });

  it('may start in an item, but not with code in the line', () => {
    const lines = ['- ```', '  • a', '  ```', '##B'];
    assert.deepEqual(normalizeLenientMarkdown(lines), [...lines.slice(0, 3), '## B']);
    assert.deepEqual(normalizeLenientMarkdown(['```x``` y', '##B']), ['```x``` y', '## B']);
  });

  it('is not closed by a fence of another kind, a shorter one or one with text', () => {
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
