/** One emoji, whole: a flag, a keycap, or a pictograph with its selectors, skin tones, tags and joiners. */
const ONE =
  '(?:\\p{RI}{2}|[0-9#*]\\uFE0F?\\u20E3|(?![©®™])\\p{ExtPict}(?!\\uFE0E)(?:\\uFE0F|\\p{EMod})?[\\u{E0020}-\\u{E007F}]*' +
  '(?:\\u200D\\p{ExtPict}(?:\\uFE0F|\\p{EMod})?)*)';

const AT_START = new RegExp(`^\\s*(${ONE}(?:\\s*${ONE})*)\\s*`, 'u');
const EACH = new RegExp(ONE, 'gu');

/** The emoji that stand before the words: `⚔️ War` -> `{ emoji: '⚔️', rest: 'War' }`. */
export function emojiAtStart(text: string): { emoji: string; rest: string } | undefined {
  const found = AT_START.exec(text);
  return found?.[1] ? { emoji: found[1], rest: text.slice(found[0].length) } : undefined;
}

/** The emoji that stand behind the words: `War ⚔️` -> `{ emoji: '⚔️', rest: 'War' }`. */
export function emojiAtEnd(text: string): { emoji: string; rest: string } | undefined {
  // From one to the next, since an expression bound to the end would be tried from every place in a long text.
  let start = 0;
  let end = -1;
  for (const { 0: emoji, index } of text.matchAll(EACH)) {
    if (end < 0 || text.slice(end, index).trim() !== '') start = index;
    end = index + emoji.length;
  }
  if (end < 0 || text.slice(end).trim() !== '') return undefined;
  return { emoji: text.slice(start, end), rest: text.slice(0, start).trimEnd() };
}
