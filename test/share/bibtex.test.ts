import fc from 'fast-check';
import assert from 'node:assert/strict';
import { bibtex } from '../../src/share/bibtex.ts';
import { hostileQuotations, quotation, raw } from './quotations.ts';

const READ = '2026-03-05';

describe('Sources in BibLaTeX', () => {
  it('have their address, their site, and the day they were read', () => {
    assert.equal(
      bibtex(quotation('a', '- [Q&A: Why it fell](https://cgtn.com/a_b?c=100%25#d) — CGTN'), READ),
      [
        '@online{cgtn2026why,',
        '  title = {{Q\\&A: Why it fell}},',
        '  organization = {CGTN},',
        '  url = {https://cgtn.com/a_b?c=100%25#d},',
        '  urldate = {2026-03-05},',
        '}',
      ].join('\n'),
    );
  });

  it('are @misc without an address; a briefing has its date', () => {
    assert.equal(
      bibtex(quotation('a'), READ),
      '@misc{source2026t,\n  title = {{T}},\n  date = {2026-03-02},\n}',
    );
    assert.equal(bibtex(raw('a', 'Radio log'), READ), '@misc{source2026radio,\n  title = {{Radio log}},\n}');
  });

  it('are listed once each', () => {
    const two = [
      ...quotation('a', '- [A](https://a.example)'),
      ...quotation('b', '- [A](https://www.a.example/)'),
    ];
    assert.equal(bibtex(two, READ).match(/@online/g)?.length, 1);
  });

  it('have balanced braces, and no address that ends its field', () => {
    const written = bibtex(raw('a', '} , url = {x', 'https://a.example/?a={b&c=\\&d=$e'), READ);
    assert.match(written, / {2}title = \{\{\\textbraceright\{\} , url = \\textbraceleft\{\}x\}\},\n/);
    assert.match(written, / {2}url = \{https:\/\/a\.example\/\?a=%7Bb&c=%5C&d=%24e\},\n/);
    fc.assert(
      fc.property(hostileQuotations, (quotations) => {
        const entry = bibtex(quotations, READ);
        assert.equal(entry.split('{').length, entry.split('}').length);
        assert.match(entry, /^@(?:online|misc)\{[a-z0-9]+,\n(?: {2}[a-z]+ = \{.*\},\n)+\}$/);
      }),
    );
  });
});
