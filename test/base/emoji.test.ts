import assert from 'node:assert/strict';
import { emojiAtEnd, emojiAtStart, markEmoji } from '../../src/base/emoji.ts';

/** Each is one emoji to a person, but a different kind of sequence in Unicode. */
const WHOLE = [
  '🤝', // a single code point
  '⚔️', // with the emoji variation selector, VS16
  '☎', // a pictograph without it
  '👍🏽', // a skin tone
  '🇺🇦', // a flag: two letters
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿', // a flag: tags
  '🏳️‍🌈', // joined after a variation selector
  '❤️‍🔥',
  '👩‍👩‍👧‍👦', // a family
  '👩🏽‍🚀', // a skin tone, then joined
  '1️⃣', // a keycap
  '#⃣',
  '🇪🇺🇺🇸🇺🇦', // a run of flags
  '🎉 🎈', // a run with a space
];

describe('An emoji', () => {
  it('before the words is taken whole', () => {
    for (const emoji of WHOLE) {
      assert.deepEqual(emojiAtStart(`${emoji} Words.`), { emoji, rest: 'Words.' });
      assert.deepEqual(emojiAtStart(`  ${emoji}Words.`), { emoji, rest: 'Words.' });
    }
  });

  it('after the words is taken whole', () => {
    for (const emoji of WHOLE) {
      assert.deepEqual(emojiAtEnd(`Words. ${emoji}`), { emoji, rest: 'Words.' });
      assert.deepEqual(emojiAtEnd(`Words.${emoji} `), { emoji, rest: 'Words.' });
    }
  });

  it('after the words is taken whole even in a long run', () => {
    for (const one of ['👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🇺🇦', '⚔️']) {
      const emoji = one.repeat(20);
      assert.deepEqual(emojiAtEnd(`Words. ${emoji}`), { emoji, rest: 'Words.' });
    }
  });

  it('is not a digit, a sign or a letter', () => {
    for (const words of [
      '',
      '3 of 7',
      '# 1',
      '*',
      '© 2026',
      '® and ™',
      '→ there',
      'é',
      '字',
      '🇺 Words',
      '\u200d',
    ]) {
      assert.equal(emojiAtStart(words), undefined, words);
    }
    for (const words of ['', 'Top 10', 'Brand™', '© ®', 'x →', 'Words 🤝.', 'Words']) {
      assert.equal(emojiAtEnd(words), undefined, words);
    }
  });

  it('between words stays there', () => {
    assert.equal(emojiAtStart('Both 🤝 agree'), undefined);
    assert.equal(emojiAtEnd('Both 🤝 agree'), undefined);
  });

  it('is not a character with the text variation selector', () => {
    assert.equal(emojiAtStart('☎\ufe0e Call.'), undefined);
  });
});

describe('Emoji among words', () => {
  const marked = (words: string) => markEmoji(words, '[', ']');

  it('are marked whole, one run at a time', () => {
    for (const emoji of WHOLE.filter((one) => one !== '☎')) {
      assert.equal(marked(`Both ${emoji} agree`), `Both [${emoji}] agree`);
      assert.equal(marked(emoji.repeat(3)), `[${emoji.repeat(3)}]`);
    }
    assert.equal(marked('☎\ufe0f, ❤\u200d🔥. 11\ufe0f\u20e3'), '[☎\ufe0f], [❤\u200d🔥]. 1[1\ufe0f\u20e3]');
    assert.equal(marked('a🤝b 🤝 🔥  🎉 c'), 'a[🤝]b [🤝 🔥  🎉] c');
  });

  it('do not include characters that are text by default', () => {
    for (const words of [
      '',
      '3 of 7 # 1 * 2',
      '© ® ™ ©\ufe0f ™\ufe0f',
      'A ↔ B → C ✓ ✔ ★ ☎ ♥ ‼ ℹ ▶',
      '⌚\ufe0e 🔥\ufe0e',
      'é 字 ملخص “a” — €',
      '🇺 Words',
      '\u200d \ufe0f \ud83e',
    ])
      assert.equal(marked(words), words);
  });
});
