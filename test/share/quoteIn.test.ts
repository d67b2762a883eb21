import assert from 'node:assert/strict';
import { quoteIn } from '../../src/share/quoteIn.ts';
import { quotation } from './quotations.ts';

describe('A quotation in the language of the editor', () => {
  const one = quotation('**Clock:** It strikes.', '- [Report](https://a.example)');

  it('has the format of that language, or is plain text', () => {
    for (const [languages, first] of [
      ['markdown mdx quarto rmd', '> **Clock:** It strikes.'],
      ['asciidoc', '[quote]'],
      ['restructuredtext', '    **Clock\\:** It strikes.'],
      ['latex tex', '\\begin{quote}'],
      ['html vue svelte', '<blockquote>'],
      ['plaintext xml python', 'Clock: It strikes.'],
    ] as const)
      for (const language of languages.split(' '))
        assert.equal(quoteIn(language, one).split('\n')[0], first, language);
  });

  it('is apart from the text before and after it by the line breaks that are missing there', () => {
    for (const [language, before, after, above, below] of [
      ['markdown', '', '', 0, 0],
      ['markdown', 'words', 'words', 2, 2],
      ['markdown', 'words\n', '\nwords', 1, 1],
      ['markdown', 'words\r\n', '\r\nwords', 1, 1],
      ['markdown', 'words\n  ', '  \nwords', 1, 1],
      ['markdown', '\n', '\n', 0, 0],
      ['latex', 'words', 'words', 1, 1],
      ['latex', 'words\n', '\nwords', 0, 0],
      ['plaintext', 'words\n', '', 1, 0],
      ['python', 'x = "', '"', 0, 0],
    ] as const) {
      const written = quoteIn(language, one, before, after);
      const expected = '\n'.repeat(above) + quoteIn(language, one) + '\n'.repeat(below);
      assert.equal(written, expected, `${language} ${JSON.stringify([before, after])}`);
    }
  });
});
