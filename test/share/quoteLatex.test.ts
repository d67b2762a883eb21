import fc from 'fast-check';
import assert from 'node:assert/strict';
import { escapeLatex, quoteLatex } from '../../src/share/quoteLatex.ts';
import { hostile, hostileQuotations, quotation, raw } from './quotations.ts';

describe('Quotations in LaTeX', () => {
  it('are an environment with the briefing, and the sources as links', () => {
    assert.equal(
      quoteLatex(quotation('**Clock:** It strikes. 🤝', '- [R & D](https://a.example/x%20y#z)', '- Book')),
      [
        '\\begin{quote}',
        '\\textbf{Clock:} It strikes.',
        '',
        '--- T, 2026-03-02',
        '',
        '--- \\href{https://a.example/x\\%20y\\#z}{R \\& D}',
        '',
        '--- Book',
        '\\end{quote}',
      ].join('\n'),
    );
  });

  const cases = [
    ['\\input{/etc/passwd}', '\\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{}'],
    ['50 % of $5 & #1', '50 \\% of \\$5 \\& \\#1'],
    ['a_b ~ ^^5c', 'a\\_b \\textasciitilde{} \\textasciicircum{}\\textasciicircum{}5c'],
    ['a < b | c > d', 'a \\textless{} b \\textbar{} c \\textgreater{} d'],
    ['“Naïve” – 字', '“Naïve” – 字'],
  ] as const;

  for (const [words, latex] of cases) {
    it(`escape ${words}`, () => {
      assert.equal(escapeLatex(words), latex);
      assert.ok(quoteLatex(raw(words)).includes(`\n${latex}\n`));
    });
  }

  it('have quotation marks that are not combined with the next letter', () => {
    assert.ok(quoteLatex(raw('"und"', 'x')).includes('\n"{}und"{}\n'));
  });

  it('escape every special character', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const left = escapeLatex(words).replace(/\\text[a-z]+\{\}|\\[$&#_%]/g, '');
        assert.doesNotMatch(left, /[\\{}$&#_%~^<>|]/);
      }),
    );
    fc.assert(
      fc.property(hostileQuotations, (quotations) => {
        const left = quoteLatex(quotations)
          .replace(/\\text(?!bf)[a-z]+\{\}|"\{\}|\\[$&#_%]/g, '')
          .replace(/^\\begin\{quote\}|\\end\{quote\}$|\\textbf(?=\{)|\\href(?=\{)/g, '');
        assert.doesNotMatch(left.replace(/^--- \{[^{}]*\}/m, ''), /[\\$#%~^<>|]/);
        assert.equal(left.split('{').length, left.split('}').length);
      }),
    );
  });
});
