/** `🏴󠁧󠁢󠁳󠁣󠁴󠁿`: a black flag and tags. Tags stand nowhere else: any text can be hidden in them. */
const TAGGED_FLAG = '\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}';
const PICTOGRAPH = '\\p{ExtPict}(?:\\uFE0F|\\p{EMod})?';

/** One emoji, whole: a flag, a keycap, or a pictograph with its selector, skin tone and joiners. */
export const EMOJI =
  `(?:\\p{RI}{2}|[0-9#*]\\uFE0F?\\u20E3|${TAGGED_FLAG}|` +
  `(?![©®™])(?!\\p{ExtPict}\\uFE0E)${PICTOGRAPH}(?:\\u200D${PICTOGRAPH})*)`;

const AT_START = new RegExp(`^\\s*(${EMOJI}(?:\\s*${EMOJI})*)\\s*`, 'u');
const EACH = new RegExp(EMOJI, 'gu');

/** The emoji that stand before the words: `⚔️ War` -> `{ emoji: '⚔️', rest: 'War' }`. */
export function emojiAtStart(text: string): { emoji: string; rest: string } | undefined {
  // Most words begin with a letter, and are spared a closer look.
  if (/^\s*[A-Za-z]/.test(text)) return undefined;
  const found = AT_START.exec(text);
  return found?.[1] ? { emoji: found[1], rest: text.slice(found[0].length) } : undefined;
}

/** The emoji that stand behind the words: `War ⚔️` -> `{ emoji: '⚔️', rest: 'War' }`. */
export function emojiAtEnd(text: string): { emoji: string; rest: string } | undefined {
  if (/[!-~]/.test(text.trimEnd().at(-1) ?? '!')) return undefined;
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
