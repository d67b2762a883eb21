import { escapeHtml } from './escapeHtml.ts';

/** `🏴󠁧󠁢󠁳󠁣󠁴󠁿`: a black flag and tags. Tags are allowed nowhere else, because any text can be hidden in them. */
const TAGGED_FLAG = '\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}';
const PICTOGRAPH = '\\p{ExtPict}(?:\\uFE0F|\\p{EMod})?';

/** One emoji, whole: a flag, a keycap, or a pictograph with its selector, skin tone and joiners. */
export const EMOJI =
  `(?:\\p{RI}{2}|[0-9#*]\\uFE0F?\\u20E3|${TAGGED_FLAG}|` +
  `(?![©®™])(?!\\p{ExtPict}\\uFE0E)${PICTOGRAPH}(?:\\u200D${PICTOGRAPH})*)`;

const AT_START = new RegExp(`^\\s*(${EMOJI}(?:\\s*${EMOJI})*)\\s*`, 'u');
const EACH = new RegExp(EMOJI, 'gu');

/** An emoji that every font shows as a picture: `☎`, `↔` and `★` alone are signs, and `☎\ufe0f` is a picture. */
const PICTURE =
  `(?:\\p{RI}{2}|[0-9#*]\\uFE0F?\\u20E3|${TAGGED_FLAG}|` +
  `(?![©®™\\u{1F1E6}-\\u{1F1FF}])(?:\\p{EPres}(?!\\uFE0E)|\\p{ExtPict}(?=\\uFE0F|\\p{EMod}|\\u200D\\p{ExtPict}))` +
  `(?:\\uFE0F|\\p{EMod})?(?:\\u200D${PICTOGRAPH})*)`;
const PICTURES = new RegExp(`${PICTURE}(?: *${PICTURE})*`, 'gu');
/** Each picture has at least one of these UTF-16 units. Most texts have none, and skip the slower check. */
const MAY_BE_PICTURE = /[\u203c-\u2bff\u3030\u303d\u3297\u3299\ud83c-\ud83e]/;

/** The UTF-16 units that an emoji can end with; no letter and no sentence does. */
// eslint-disable-next-line no-misleading-character-class -- each of them is meant alone
const MAY_END_EMOJI = /[\xa9\xae\u203c-\u2bff\u3030\u303d\u3297\u3299\ufe0f\udc00-\udfff]/;

/** Puts `before` and `after` around each run of emoji in text or HTML: `War ⚔️🔥 and` -> `War <b>⚔️🔥</b> and`. */
export function markEmoji(text: string, before: string, after: string): string {
  return MAY_BE_PICTURE.test(text) ? text.replace(PICTURES, (run: string) => before + run + after) : text;
}

/** Splits off the emoji before the words: `⚔️ War` -> `{ emoji: '⚔️', rest: 'War' }`. */
export function emojiAtStart(text: string): { emoji: string; rest: string } | undefined {
  // Most words begin with a letter or a mark, and skip the slower check; `1` may be part of a keycap: `1️⃣`.
  if (/^\s*[!-~](?![\ufe0f\u20e3])/.test(text)) return undefined;
  const found = AT_START.exec(text);
  return found?.[1] ? { emoji: found[1], rest: text.slice(found[0].length) } : undefined;
}

/** Splits off the emoji after the words: `War ⚔️` -> `{ emoji: '⚔️', rest: 'War' }`. */
export function emojiAtEnd(text: string): { emoji: string; rest: string } | undefined {
  if (!MAY_END_EMOJI.test(text.trimEnd().at(-1) ?? '')) return undefined;
  // One emoji after the other: an expression anchored at the end would be tried from every position of a long text.
  let start = 0;
  let end = -1;
  for (const { 0: emoji, index } of text.matchAll(EACH)) {
    if (end < 0 || text.slice(end, index).trim() !== '') start = index;
    end = index + emoji.length;
  }
  if (end < 0 || text.slice(end).trim() !== '') return undefined;
  return { emoji: text.slice(start, end), rest: text.slice(0, start).trimEnd() };
}

/** Words as HTML, with each run of emoji in an element that can be hidden. A sign like `↔` counts as a word. */
export function wordsHtml(text: string): string {
  return markEmoji(escapeHtml(text), '<span class="emoji">', '</span>');
}
