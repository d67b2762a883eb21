import assert from 'node:assert/strict';
import { escapeInvisible } from '../../src/base/escapeInvisible.ts';
import { worked } from '../support/clock.ts';

describe('An invisible character', () => {
  it('is written out if it could deceive', () => {
    const cases: readonly (readonly [text: string, shown: string])[] = [
      ['invoice_\u202efdp.exe', 'invoice_[U+202E]fdp.exe'],
      ['\u2066a\u2069', '[U+2066]a[U+2069]'],
      ['a\u200e', 'a[U+200E]'],
      ['ad\u200bmin', 'ad[U+200B]min'],
      ['a\u200c\u200db', 'a[U+200C][U+200D]b'],
      ['1\ufe0f2', '1[U+FE0F]2'],
      ['hi\u{e0068}\u{e0069}', 'hi[U+E0068][U+E0069]'],
      ['📞\u{e0068}\u{e007f}', '📞[U+E0068][U+E007F]'],
      ['葛\u{e0100}\u{e0101}', '葛\u{e0100}[U+E0101]'],
      ['\ufff9a', '[U+FFF9]a'],
    ];
    for (const [text, shown] of cases) assert.equal(escapeInvisible(text), shown);
  });

  it('is kept if a script needs it', () => {
    const texts = [
      'می\u200cخواهم',
      'क्\u200dष',
      'ᠮᠣᠩ\u180eᠭᠣ',
      'ไทย\u200bไทย',
      'Bundes\u00adtag',
      '葛\u{e0100}城',
      '©\ufe0f ⚔️ 1️⃣',
      '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏳️‍🌈',
      'שלום (Twitter\u200e) שלום',
    ];
    for (const text of texts) assert.equal(escapeInvisible(text), text);
  });

  it('is removed at the edge of a word in a line with right-to-left letters, if it does not override', () => {
    assert.equal(escapeInvisible('\u202bשלום\u202c (\u2068Ann\u2069) \u202a.Net\u202c'), 'שלום (Ann) .Net');
    assert.equal(escapeInvisible('של\u202bום \u202eabc'), 'של[U+202B]ום [U+202E]abc');
    assert.equal(escapeInvisible('\u202bab\u202c'), '[U+202B]ab[U+202C]');
  });

  it('is removed at the edge of a word, where it hides nothing', () => {
    assert.equal(escapeInvisible('\u200ba\u034f \u200c\u00ad b\u2060.'), 'a  b.');
    assert.equal(escapeInvisible('❤️\ufe0f'), '❤️');
  });

  it('is judged by its own line only', () => {
    assert.equal(escapeInvisible('a\u200fb\nשלום\u200f'), 'a[U+200F]b\nשלום\u200f');
  });

  it('costs no more the more there are', () => {
    for (const text of ['\u200b', '\u200e', '\u{e0101}', 'a\u200b', '👩\u200d', 'é\u00ad']) {
      const start = worked();
      escapeInvisible(`a${text.repeat(100_000)}b`);
      assert.ok(worked() - start < 5000, JSON.stringify(text));
    }
  });
});
