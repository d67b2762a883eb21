import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMarkdown } from '../../../src/briefing/grammar/markdown.ts';

/** The parts of lines and words, including everything that has a meaning in the grammar. */
const PIECES = [
  ...[
    'word',
    'Word ',
    'Étude',
    '中文',
    'ok: ',
    '12',
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\0',
    '\u2028',
  ],
  ...['- ', '* ', '+ ', '1. ', '2) ', '> ', '# ', '## ', '===\n', '---\n', '***\n', '```\n', '~~~\n', '• '],
  ...[
    'a | b\n',
    '|-|-|\n',
    ':-: | -\n',
    '*',
    '**',
    '_',
    '__',
    '`',
    '~~',
    '\\',
    '\\[',
    '!',
    '[',
    ']',
    '(',
    ')',
  ],
  ...[
    '[a](b)',
    '[a][b]',
    '[b]: /c\n',
    '![i](c "t")',
    '[^1]',
    '[^1]: note\n',
    '^[n]',
    '[[wiki]]',
    '[ ] ',
    '[x] ',
  ],
  ...[
    '<b>',
    '</b>',
    '<li>',
    '<br>',
    '<!-- c -->',
    '<https://a.example>',
    '&amp;',
    '&',
    '{: .x}',
    '{{ y }}',
    '{% z %}',
  ],
  ...[
    'https://a.example/b-c',
    'http://xn--a.example',
    'www.a.example',
    'mailto:a@b.example',
    '//a.example',
    '://',
  ],
  ...['**Label:** ', '**Label：**', 'Label: a\n', '【1】', 'citeturn0search1'],
];

describe('The optimized grammar rules', () => {
  it('give the same tokens as markdown-it’s own rules', () => {
    const [lean, own] = [createMarkdown(), createMarkdown({ isLean: false })];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }),
        fc.boolean(),
        (pieces, isPlain) => {
          const text = pieces.join('');
          assert.deepEqual(lean.parse(text, { isPlain }), own.parse(text, { isPlain }), JSON.stringify(text));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('give the same tokens as markdown-it’s own rules at the maximum nesting', () => {
    const [lean, own] = [createMarkdown(), createMarkdown({ isLean: false })];
    for (const text of [
      '> '.repeat(150),
      '- '.repeat(150),
      '['.repeat(150),
      '*a '.repeat(150),
      '![a'.repeat(150),
    ])
      assert.deepEqual(lean.parse(`${text}word`, {}), own.parse(`${text}word`, {}), text.slice(0, 3));
  });
});
