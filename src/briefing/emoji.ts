/** One emoji, whole: a flag, a keycap, or a pictograph with its selectors, skin tones, tags and joiners. */
const ONE =
  '(?:\\p{RI}{2}|[0-9#*]\\uFE0F?\\u20E3|(?![©®™])\\p{ExtPict}(?:\\uFE0F|\\p{EMod})?[\\u{E0020}-\\u{E007F}]*' +
  '(?:\\u200D\\p{ExtPict}(?:\\uFE0F|\\p{EMod})?)*)';

const AT_START = new RegExp(`^\\s*(${ONE}(?:\\s*${ONE})*)\\s*`, 'u');
const AT_END = new RegExp(`\\s*(${ONE}(?:\\s*${ONE})*)\\s*$`, 'u');

/** The emoji that stand before the words: `⚔️ War` -> `{ emoji: '⚔️', rest: 'War' }`. */
export function emojiAtStart(text: string): { emoji: string; rest: string } | undefined {
  const found = AT_START.exec(text);
  return found?.[1] ? { emoji: found[1], rest: text.slice(found[0].length) } : undefined;
}

/** The emoji that stand behind the words: `War ⚔️` -> `{ emoji: '⚔️', rest: 'War' }`. */
export function emojiAtEnd(text: string): { emoji: string; rest: string } | undefined {
  // Only the tail can match, and a long text would be searched from every place in it.
  const tail = text.slice(-64);
  const found = AT_END.exec(tail);
  return found?.[1] ? { emoji: found[1], rest: text.slice(0, text.length - found[0].length) } : undefined;
}
