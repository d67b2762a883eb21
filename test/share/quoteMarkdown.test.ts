import fc from 'fast-check';
import assert from 'node:assert/strict';
import { plainTextOf } from '../../src/briefing/structure/plainText.ts';
import { quoteExtendedMarkdown, quoteMarkdown } from '../../src/share/quoteMarkdown.ts';
import { hostileQuotations, lettersIn, lettersOf, quotation, raw } from './quotations.ts';

describe('Quotations in Markdown', () => {
  it('have the words of the takeaway, the briefing with its date, and the sources as links', () => {
    assert.equal(
      quoteMarkdown(quotation('**Clock:** It strikes. 🤝', '- [Report](https://a.example)')),
      '> 🤝 **Clock:** It strikes.\n>\n> — T, 2026-03-02\n>\n> — [Report](<https://a.example/>)',
    );
    assert.equal(quoteMarkdown(quotation('It strikes.')), '> It strikes.\n>\n> — T, 2026-03-02');
  });

  it('have the date once, even if the title contains it', () => {
    for (const title of ['Brief — 2026-03-02', 'Brief, March 2, 2026']) {
      const [one] = quotation('It strikes.');
      assert.ok(one);
      const dated = { ...one, briefing: { title, date: '2026-03-02' } };
      assert.equal(quoteMarkdown([dated]).split('\n').at(-1), `> — ${title}`);
    }
  });

  it('are separated by a blank line', () => {
    const two = [...quotation('One.'), ...quotation('Two.')];
    assert.equal(quoteMarkdown(two), '> One.\n>\n> — T, 2026-03-02\n\n> Two.\n>\n> — T, 2026-03-02');
  });

  it('contain no expression, formula or citation in MDX, Quarto and R Markdown', () => {
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

  it('keep their links in those languages', () => {
    const [, , , , source] = quoteExtendedMarkdown(raw('x', '{y}', 'https://a.example/$x/@y?{z}')).split(
      '\n',
    );
    assert.equal(source, '> — [\\{y\\}](<https://a.example/$x/@y?{z}>)');
  });

  // The timeout only catches what would take hours.
  it('are written in those languages whatever is repeated in them', () => {
    for (const piece of ['`', '` ', '](<', '{', '\\\\', '[a](b) '])
      assert.match(
        quoteExtendedMarkdown(quotation(`a ${piece.repeat(10_000)} b`)),
        /— T, 2026-03-02$/,
        piece,
      );
  });

  it('keep every word in those languages, and leave no empty marks', () => {
    fc.assert(
      fc.property(hostileQuotations, (quotations) => {
        const written = quoteExtendedMarkdown(quotations);
        assert.equal(lettersOf(plainTextOf(written)), lettersIn(quotations));
        assert.doesNotMatch(written.replace(/\]\(<[^>]*>\)|\\./gs, ''), /[{}$@^]/);
      }),
    );
  });
});
