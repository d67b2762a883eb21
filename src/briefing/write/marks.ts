/** What begins a block, or a mark that this reader takes for one, where it stands at a line's start. */
const AT_LINE_START = /^[-+#>=|]/;
/** What begins a definition at a paragraph's start, which it cannot interrupt; and a footnote, which can. */
const DEFINITION = /^\[([^[\]]*[^[\]\\])\\?\](?=:)/;
const FOOTNOTE = /^\[(\^[^[\]]*[^[\]\\])\\?\](?=:)/;

const PLAIN_MARKS = /[\\`*<\]]|&(?=#?\w+;)|\{(?=[{%:#.])|!(?=\[)|:(?=\/\/)/;
/** Within a word it stresses nothing: `snake_case`. */
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u;
/** What may strike words through; before a figure or a word, with nothing before it, it ends none: `~4 min`. */
const TILDE = /(?<!^|[\s(（])~|~(?![\p{L}\p{N}$€£¥.])/u;
/** What would be taken for a link, and be its words alone: `[Mars #2][gmars.xxx]`. */
const BARE_LINK = /\[(?=[^[\]]{1,200}\]\[[^[\]]{0,200}\])/;
/** Marks that have a meaning anywhere in a line. */
export const MARKS = new RegExp(`${PLAIN_MARKS.source}|${UNDERSCORE.source}|${TILDE.source}`, 'gu');
const TEXT_MARKS = new RegExp(`${MARKS.source}|${BARE_LINK.source}`, 'gu');
/** Brackets around words, beside which nothing makes a link of them: `[sic]`. Those of a box would make a task. */
const PAIR = /(?<=^|[\s(（])\[((?!\^|[ xX]\])[^[\]\\]{1,200})\](?=$|[\s.,;:!?)）])/gu;

/** What a line begins with is a word of it. */
export function startLine(line: string): string {
  return line
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
    .replace(AT_LINE_START, '\\$&')
    .replace(FOOTNOTE, '\\[$1\\]');
}

export function startParagraph(line: string): string {
  return startLine(line).replace(DEFINITION, '\\[$1\\]');
}

/** A text in which every mark is a word. */
export function escapeMarks(words: string): string {
  return words.replace(TEXT_MARKS, '\\$&');
}

/** A text, but for pairs of brackets that mean nothing: at its edges only where its line begins or ends there. */
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

/** Words, and the white space before and behind them; where there are none, all of it stands before. */
export function partsOf(text: string): {
  readonly before: string;
  readonly words: string;
  readonly behind: string;
} {
  const words = text.trim();
  const start = text.length - text.trimStart().length;
  return { before: text.slice(0, start), words, behind: text.slice(start + words.length) };
}
