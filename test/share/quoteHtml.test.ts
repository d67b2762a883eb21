import fc from 'fast-check';
import assert from 'node:assert/strict';
import { quoteHtml, quoteInTemplate } from '../../src/share/quoteHtml.ts';
import { read } from '../briefing/support/fixture.ts';
import { hostileQuotations, lettersIn, lettersOf, quotation, quotationsOf, raw } from './quotations.ts';

describe('Quotations in HTML', () => {
  it('are paragraphs, the briefing, and the sources as links', () => {
    assert.equal(
      quoteHtml(quotation('**Clock:** It strikes. 🤝', '- [Report](https://a.example)')),
      [
        '<blockquote>',
        '<p>🤝 <strong>Clock:</strong> It strikes.</p>',
        '<footer>— <cite>T, 2026-03-02</cite></footer>',
        '<footer>— <cite><a href="https://a.example/">Report</a></cite></footer>',
        '</blockquote>',
      ].join('\n'),
    );
  });

  it('name the briefing once if there is no reference', () => {
    assert.match(
      quoteHtml(quotation('a')),
      /<p>a<\/p>\n<footer>— <cite>T, 2026-03-02<\/cite><\/footer>\n<\/b/,
    );
  });

  it('have the language and direction of their text', () => {
    const quotations = quotationsOf(read('---', 'lang: he', '---', '# כותרת', '## א', '- שלום'));
    assert.match(quoteHtml(quotations), /^<blockquote lang="he" dir="rtl">\n/);
  });

  it('contain no markup but our own', () => {
    const hostile = '<script>alert(1)</script> & "x" \'y\'';
    assert.equal(
      quoteHtml(raw(hostile, '</cite><img src=x>', 'javascript:alert(1)')),
      [
        '<blockquote>',
        '<p>&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;x&#34; &#39;y&#39;</p>',
        '<footer>— <cite>T</cite></footer>',
        '<footer>— <cite>&#60;/cite&#62;&#60;img src=x&#62;</cite></footer>',
        '</blockquote>',
      ].join('\n'),
    );
    fc.assert(
      fc.property(hostileQuotations, (quotations) => {
        const html = quoteHtml(quotations);
        const tags = html.replace(/ href="https?:[^"<>]*"| dir="rtl"/g, '').match(/<[^>]*>/g) ?? [];
        for (const tag of tags) assert.match(tag, /^<\/?(?:blockquote|p|strong|footer|cite|a)>$/);
        const shown = html
          .replace(/<[^>]*>/g, '')
          .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
        assert.equal(lettersOf(shown), lettersIn(quotations));
      }),
    );
  });

  it('contain no template expression', () => {
    const [, line] = quoteInTemplate(raw('{{ constructor }} {x} @Model')).split('\n');
    assert.equal(line, '<p>&#123;&#123; constructor &#125;&#125; &#123;x&#125; &#64;Model</p>');
  });
});
