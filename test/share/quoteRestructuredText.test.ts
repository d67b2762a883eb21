import assert from 'node:assert/strict';
import { quoteRestructuredText } from '../../src/share/quoteRestructuredText.ts';
import { quotation, raw } from './quotations.ts';

describe('Quotations in reStructuredText', () => {
  it('are an indented block with one attribution', () => {
    assert.equal(
      quoteRestructuredText(
        quotation('**Clock:** It strikes. 🤝', '- [Report](https://a.example)', '- Book'),
      ),
      [
        '    🤝 **Clock\\:** It strikes.',
        '',
        '    -- T, 2026-03-02; `Report <https://a.example/>`__; Book',
      ].join('\n'),
    );
  });

  const cases = [
    ['It’s 50 % of $5 (net), R & D.', 'It’s 50 % of $5 (net), R & D.'],
    ['.. raw:: html', '\\.. raw\\:\\: html'],
    ['.. include:: /etc/passwd', '\\.. include\\:\\: /etc/passwd'],
    ['as follows::', 'as follows\\:\\:'],
    [':raw-html:`x`', '\\:raw-html\\:\\`x\\`'],
    ['*a* and |b|', '\\*a\\* and \\|b\\|'],
    ['see name_ and [1]_', 'see name\\_ and \\[1\\]\\_'],
    ['https://evil.example', 'https\\://evil.example'],
    ['me@a.example', 'me\\@a.example'],
    ['1. words', '1\\. words'],
    ['iv) words', 'iv\\) words'],
    ['(a) words', '\\(a) words'],
    ['- words', '\\- words'],
    ['-- words', '\\-- words'],
    ['— words', '\\— words'],
    ['>>> words', '\\>\\>\\> words'],
    ['====', '\\===='],
    ['\\', '\\ \\\\'],
  ] as const;

  for (const [words, written] of cases) {
    it(`escape ${words}`, () => {
      assert.equal(quoteRestructuredText(raw(words, 'x')).split('\n')[0], `    ${written}`);
      assert.equal(quoteRestructuredText(raw('x', words)).split('\n')[2], `    -- T; ${written}`);
    });
  }

  it('have anonymous links, so that no two names collide', () => {
    assert.match(
      quoteRestructuredText(raw('x', 'a <b>', 'https://a.example/?x=`y`_')),
      /-- T; `a \\<b\\> <https:\/\/a\.example\/\?x=%60y%60\\_>`__$/,
    );
  });
});
