import assert from 'node:assert/strict';
import { quoteAsciidoc } from '../../src/share/quoteAsciidoc.ts';
import { quotation, raw } from './quotations.ts';
import { worked } from '../support/clock.ts';

describe('Quotations in AsciiDoc', () => {
  it('are a block with the briefing, and the sources as links', () => {
    assert.equal(
      quoteAsciidoc(quotation('**Clock:** It strikes. 🤝', '- [Report](https://a.example)', '- Book')),
      [
        '[quote]',
        '____',
        '🤝 **Clock:** It strikes.',
        '',
        '— T, 2026-03-02',
        '',
        '— link:pass:c[https://a.example/][Report]',
        '',
        '— Book',
        '____',
      ].join('\n'),
    );
  });

  it('name the briefing once if there is no reference', () => {
    assert.match(quoteAsciidoc(quotation('a')), /\na\n\n— T, 2026-03-02\n____$/);
  });

  const cases = [
    ['It’s 50 % of $5 (net), R & D: done.', 'It’s 50 % of $5 (net), R & D: done.'],
    ['He said "no".', 'He said "no".'],
    ['include::x[]', 'pass:c[include::x[\\]]'],
    ['a * b * c', 'pass:c[a * b * c]'],
    ['C++ and C++', 'pass:c[C++ and C++]'],
    ['+++<b>+++', 'pass:c[+++<b>+++]'],
    ['{set:x:y}', 'pass:c[{set:x:y}]'],
    ['https://evil.example', 'pass:c[https://evil.example]'],
    ['me@a.example', 'pass:c[me@a.example]'],
    ['term:: words', 'pass:c[term:]pass:c[: words]'],
    ['term;; words', 'pass:c[term;]pass:c[; words]'],
    ['term::: words;;;', 'pass:c[term:]pass:c[:]pass:c[: words;;;]'],
    ['a \\\\ b \\\\', 'pass:c[a \\\\ b ]&#92;&#92;'],
    ['NOTE: words', 'pass:c[NOTE: words]'],
    ['a. words', 'pass:c[a. words]'],
    ['iv) words', 'pass:c[iv) words]'],
    ['1. words', 'pass:c[1. words]'],
    ['* words', 'pass:c[* words]'],
    ['• words', 'pass:c[• words]'],
    ['.Title', 'pass:c[.Title]'],
    ['____', 'pass:c[____]'],
    ['((index))', 'pass:c[((index))]'],
    ['x] pass:[<b>]', 'pass:c[x\\] pass:[<b>\\]]'],
    ['ends in \\', 'pass:c[ends in ]&#92;'],
    ['\\', '&#92;'],
    ['R&#38;D', 'pass:c[R&#38;D]'],
  ] as const;

  for (const [words, asciidoc] of cases) {
    it(`escape ${words}`, () => {
      assert.equal(quoteAsciidoc(raw(words, 'x')).split('\n')[2], asciidoc);
      assert.equal(quoteAsciidoc(raw('x', words)).split('\n')[6], `— ${asciidoc}`);
    });
  }

  it('take bounded time for any run of characters', () => {
    const start = worked();
    for (const mark of [':', ';', '\\', '::x', ']']) quoteAsciidoc(raw(`${mark.repeat(100_000)}a`, 'x'));
    assert.ok(worked() - start < 2000);
  });

  it('have a link that ends where its address does', () => {
    const url = 'https://a.example/[x]?y=`*_z_*`';
    assert.match(
      quoteAsciidoc(raw('x', 'a ] b', url)),
      /— link:pass:c\[https:\/\/a\.example\/\[x\\\]\?y=%60\*_z_\*%60\]\[pass:c\[a \\\] b\]\]\n/,
    );
  });
});
