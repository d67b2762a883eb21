import type { Range } from '../briefing/model.ts';

/** The place of an address in the text. */
export interface LinkPlace {
  readonly url: string;
  readonly range: Range;
  /** The text of an inline link, without its brackets. */
  readonly words?: { readonly text: string; readonly range: Range };
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"|\\^`{}]*/gi;
/** What is before the address of a definition: `[ferry]: `. */
const DEFINITION = /^\s{0,3}\[[^\]]{1,999}\]:\s{1,9}<?$/;
const MAX_LENGTH = 2000;
const MAX_WORDS_LENGTH = 500;

/** Returns the web addresses in some lines, in whichever form they are written. */
export function linkPlaces(lines: readonly string[]): LinkPlace[] {
  return lines.flatMap((line, at) => (line.includes('://') ? linksInLine(line, at) : []));
}

function linksInLine(text: string, line: number): LinkPlace[] {
  const found: LinkPlace[] = [];
  for (const { 0: match, index } of text.matchAll(ADDRESS)) {
    const words = wordsBefore(text, index, line);
    const whole = withoutClosingBracket(match.slice(0, MAX_LENGTH));
    const url = words ? whole : whole.replace(/[.,;:!?'"*_~\]”’»。，]+$/u, '');
    // Without a host, it is an address only where one has to be.
    if (/^https?:\/\/$/i.test(url)) {
      const isClosed = /[)>]/.test(text[index + url.length] ?? '');
      if (words ? !isClosed : !DEFINITION.test(text.slice(0, index))) continue;
    }
    const range = rangeIn(line, index, index + url.length);
    found.push({ url, range, ...(words && { words }) });
  }
  return found;
}

/** `Title` of `[Title](` or `[Title](<`, if that ends at the start of the address. */
function wordsBefore(text: string, end: number, line: number): LinkPlace['words'] {
  const mark = text.slice(end - 3, end) === '](<' ? 3 : text.slice(end - 2, end) === '](' ? 2 : 0;
  if (mark === 0) return undefined;
  const close = end - mark;
  const open =
    text.slice(Math.max(0, close - MAX_WORDS_LENGTH), close).lastIndexOf('[') +
    Math.max(0, close - MAX_WORDS_LENGTH);
  return text[open] !== '[' || text[open - 1] === '!'
    ? undefined
    : { text: text.slice(open + 1, close), range: rangeIn(line, open + 1, close) };
}

/** Cuts an address off before a bracket that closes one opened outside of it. */
function withoutClosingBracket(url: string): string {
  let depth = 0;
  for (let at = 0; at < url.length; at++) {
    if (url[at] === '(') depth++;
    if (url[at] === ')' && depth-- === 0) return url.slice(0, at);
  }
  return url;
}

export function rangeIn(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}
