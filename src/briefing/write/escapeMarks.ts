/** A character that begins a block at a line's start, or that this parser takes for a mark there. */
const AT_LINE_START = /^[-+#>=|]/;
/** A link definition, which is one only at a paragraph's start, and a footnote, which can interrupt a paragraph. */
const DEFINITION = /^\[([^[\]]*[^[\]\\])\\?\](?=:)/;
const FOOTNOTE = /^\[(\^[^[\]]*[^[\]\\])\\?\](?=:)/;

const PLAIN_MARKS = /[\\`*<\]]|&(?=#?\w+;)|\{(?=[{%:#.]|\w+=)|!(?=\[)|:(?=\/\/)/;
/** An underscore that may mark emphasis. Within a word it does not: `snake_case`. */
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u;
/** A tilde that may strike words through. At the start of a figure or a word, it does not: `~4 min`. */
const TILDE = /(?<!^|[\s(（])~|~(?![\p{L}\p{N}$€£¥.])/u;
/** The bracket of a link without a definition, which would lose its brackets: `[Mars #2][gmars.xxx]`. */
const BARE_LINK = /\[(?=[^[\]]{1,200}\]\[[^[\]]{0,200}\])/;
/** Marks that have a meaning anywhere in a line. */
export const MARKS = new RegExp(`${PLAIN_MARKS.source}|${UNDERSCORE.source}|${TILDE.source}`, 'gu');
const TEXT_MARKS = new RegExp(`${MARKS.source}|${BARE_LINK.source}`, 'gu');
/** Brackets around words that nothing beside them makes a link: `[sic]`. Not a task's box, and not a footnote. */
const PAIR = /(?<=^|[\s(（])\[((?!\^|[ xX]\])[^[\]\\]{1,200})\](?=$|[\s.,;:!?)）])/gu;

/** Escapes marks that would begin a block at the start of a line. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
    .replace(AT_LINE_START, '\\$&')
    .replace(FOOTNOTE, '\\[$1\\]');
}

export function startParagraph(line: string): string {
  return escapeLineStart(line).replace(DEFINITION, '\\[$1\\]');
}

/** Escapes every mark in a text. */
export function escapeMarks(words: string): string {
  return words.replace(TEXT_MARKS, '\\$&');
}

/**
 * Escapes a text, except pairs of brackets that have no meaning. A pair at its edge has none only if the line begins
 * there (`isFirst`) or ends there (`isLast`).
 */
export function escapeText(content: string, isFirst: boolean, isLast: boolean): string {
  let written = '';
  let from = 0;
  for (const { 0: pair, 1: words = '', index } of content.matchAll(PAIR)) {
    const to = index + pair.length;
    if ((index === 0 && !isFirst) || (to === content.length && !isLast)) continue;
    written += `${escapeMarks(content.slice(from, index))}[${escapeMarks(words)}]`;
    from = to;
  }
  return written + escapeMarks(content.slice(from));
}

/** Splits a text into its words and the white space around them. Without words, all of it is `before`. */
export function splitSpaces(text: string): {
  readonly before: string;
  readonly words: string;
  readonly after: string;
} {
  const words = text.trim();
  const start = text.length - text.trimStart().length;
  return { before: text.slice(0, start), words, after: text.slice(start + words.length) };
}
