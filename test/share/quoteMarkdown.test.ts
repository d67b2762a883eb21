import fc from 'fast-check';
import assert from 'node:assert/strict';
import { plainTextOf } from '../../src/briefing/structure/prose.ts';
import { quoteExtendedMarkdown, quoteMarkdown } from '../../src/share/quoteMarkdown.ts';
import { hostileQuotations, lettersIn, lettersOf, quotation, raw } from './quotations.ts';

describe('Quotations in Markdown', () => {
  it('are the takeaway’s words with the briefing and its date, and its sources linked', () => {
    assert.equal(
      quoteMarkdown(quotation('**Clock:** It strikes. 🤝', '- [Report](https://a.example)')),
      '> 🤝 **Clock:** It strikes.\n>\n> — T, 2026-03-02\n>\n> — [Report](<https://a.example/>)',
    );
    assert.equal(quoteMarkdown(quotation('It strikes.')), '> It strikes.\n>\n> — T, 2026-03-02');
  });

  it('say the date once, which the title may have in it', () => {
    for (const title of ['Brief — 2026-03-02', 'Brief, March 2, 2026']) {
      const [one] = quotation('It strikes.');
      assert.ok(one);
      const dated = { ...one, briefing: { title, date: '2026-03-02' } };
      assert.equal(quoteMarkdown([dated]).split('\n').at(-1), `> — ${title}`);
    }
  });

  it('are a blank line apart', () => {
    const two = [...quotation('One.'), ...quotation('Two.')];
    assert.equal(quoteMarkdown(two), '> One.\n>\n> — T, 2026-03-02\n\n> Two.\n>\n> — T, 2026-03-02');
  });

  it('have no expression, formula or citation in MDX, Quarto and R Markdown', () => {
    const cases = [
      ['{alert(1)}', '\\{alert(1)\\}'],
      ['It cost $5, not $6.', 'It cost \\$5, not \\$6.'],
      ['Ask @smith2020.', 'Ask \\@smith2020.'],
      ['2^10^ bytes', '2\\^10\\^ bytes'],
      ['{{< include x >}}', '\\{\\{\\< include x >\\}\\}'],
      ['a \\{ b', 'a \\\\\\{ b'],
      ['<Button>', '\\<Button>'],
    ] as const;
    for (const [text, written] of cases) {
      const [line] = quoteExtendedMarkdown(raw(text)).split('\n');
      assert.equal(line, `> ${written}`);
    }
  });

  it('keep their links there', () => {
    const [, , , , source] = quoteExtendedMarkdown(raw('x', '{y}', 'https://a.example/$x/@y?{z}')).split(
      '\n',
    );
    assert.equal(source, '> — [\\{y\\}](<https://a.example/$x/@y?{z}>)');
  });

  it('keep every word there, and leave no mark of those alone', () => {
    fc.assert(
      fc.property(hostileQuotations, (quotations) => {
        const written = quoteExtendedMarkdown(quotations);
        assert.equal(lettersOf(plainTextOf(written)), lettersIn(quotations));
        assert.doesNotMatch(written.replace(/\]\(<[^>]*>\)|\\./gs, ''), /[{}$@^]/);
      }),
    );
  });
});
