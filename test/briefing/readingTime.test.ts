import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readingSeconds } from '../../src/briefing/readingTime.ts';

/** How many words a text has for its time to be what it is: repeated, so that rounding shows nothing of it. */
function wordsIn(text: string): number {
  return ((readingSeconds(`${text}\n\n`.repeat(600)) / 60) * 238) / 600;
}

function about(text: string, words: number): void {
  assert.ok(Math.abs(wordsIn(text) - words) < 0.02, `${wordsIn(text)} words: ${text}`);
}

describe('The time that a text takes to read', () => {
  it('is a minute for 238 words', () => {
    assert.equal(readingSeconds('word '.repeat(238)), 60);
    assert.equal(readingSeconds('word '.repeat(119)), 30);
    assert.equal(readingSeconds('Three short words.'), 1);
    assert.equal(readingSeconds(''), 0);
  });

  it('counts what people take for words', () => {
    const cases: readonly (readonly [text: string, words: number])[] = [
      ['It doesn’t cost 1,200.50 euros.', 5],
      ['A well-known and/or U.S. thing', 5],
      ['one—two – three', 3],
      ['Été à Łódź', 3],
      ['ملخص قصير', 2],
      ['한국어 문장 하나', 3],
      ['a\u200bb', 2],
    ];
    for (const [text, words] of cases) about(text, words);
  });

  it('is that of the characters where words have no spaces between them', () => {
    assert.equal(readingSeconds('字'.repeat(400)), 60);
    assert.equal(readingSeconds('これは、「テスト」です。'.repeat(40)), 48);
    assert.equal(readingSeconds(`${'字'.repeat(200)} ${'word '.repeat(119)}`), 60);
  });

  it('has none for marks, addresses and emoji', () => {
    const cases: readonly (readonly [text: string, words: number])[] = [
      ['# **Two** _words_ —', 2],
      ['- one [two](https://a.example/three?four=five)', 2],
      ['- one [two](three.md#four)', 2],
      ['one https://a.example/x www.b.example <https://c.example>', 1],
      ['one [2] two[^3].', 2],
      ['1. one\n2) two', 2],
      ['In 2026. one', 3],
      ['[1]: https://a.example/x "Title"\n[a b]: <x>', 0],
      ['[^1]: one', 1],
      ['one 🤝 🇪🇺 1️⃣ ☎️ two', 2],
      ['<p class="a b">one</p> <!-- two three --> a < b', 3],
      ['| one | two |\n| --- | :-: |\n| 3 | |', 3],
      ['***\n---\n```\none\n```', 1],
    ];
    for (const [text, words] of cases) about(text, words);
  });

  it('has none for front matter', () => {
    for (const text of ['---\ntitle: One two\n---\nthree', '\ufeff+++\r\na = 1\r\n+++\r\nthree'])
      assert.equal(readingSeconds(text + ' word'.repeat(118)), 30);
    assert.equal(readingSeconds(`${'word '.repeat(119)}\n---\n${'word '.repeat(119)}\n---\n`), 60);
  });

  it('is a number of seconds whatever the text is, and soon', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const seconds = readingSeconds(text);
        assert.ok(Number.isInteger(seconds) && seconds >= 0 && seconds <= text.length);
      }),
    );
    const start = performance.now();
    for (const piece of [
      '<',
      '[',
      '](',
      '<!--',
      'a',
      ' ',
      '---\n',
      '[1]: ',
      '\u200b',
      '—',
      '.',
      '1',
      'https://',
      '> ',
      '字',
      '['.repeat(9) + ']',
    ])
      readingSeconds(piece.repeat(200_000 / piece.length));
    assert.ok(performance.now() - start < 4000, `${performance.now() - start} ms`);
  });
});
