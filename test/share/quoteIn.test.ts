import assert from 'node:assert/strict';
import { quoteIn } from '../../src/share/quoteIn.ts';
import { quotation } from './quotations.ts';

describe('A quotation in the language of the editor', () => {
  const one = quotation('**Clock:** It strikes.', '- [Report](https://a.example)');
  const cases = [
    ['markdown', '> **Clock:** It strikes.'],
    ['mdx', '> **Clock:** It strikes.'],
    ['quarto', '> **Clock:** It strikes.'],
    ['rmd', '> **Clock:** It strikes.'],
    ['asciidoc', '[quote]'],
    ['restructuredtext', '    **Clock\\:** It strikes.'],
    ['latex', '\\begin{quote}'],
    ['tex', '\\begin{quote}'],
    ['html', '<blockquote>'],
    ['vue', '<blockquote>'],
    ['svelte', '<blockquote>'],
    ['plaintext', 'Clock: It strikes.'],
    ['xml', 'Clock: It strikes.'],
    ['python', 'Clock: It strikes.'],
  ] as const;

  for (const [language, first] of cases) {
    it(`${language}: ${first}`, () => {
      assert.equal(quoteIn(language, one).split('\n')[0], first);
    });
  }

  /* The text before and after the cursor, and the line breaks that are inserted there. */
  const gaps = [
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
  ] as const;

  for (const [language, before, after, above, below] of gaps) {
    it(`${language} between ${JSON.stringify(before)} and ${JSON.stringify(after)}: ${above} and ${below} lines`, () => {
      const written = quoteIn(language, one, before, after);
      assert.equal(written, '\n'.repeat(above) + quoteIn(language, one) + '\n'.repeat(below));
    });
  }
});
