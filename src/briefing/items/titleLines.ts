import type { Token } from 'markdown-it';
import { isLineBreak, plainText, lineEnd } from '../grammar/tokens.ts';
import { endsAsNoTitle, holdsSentence } from '../text/sentences.ts';

/** Maximum length of a title. In UTF-16 units. */
const LENGTH = 120;

/** Whether a line may be a title by its length and by how it ends. */
export function endsLikeTitle(words: string): boolean {
  return words !== '' && words.length <= LENGTH && !endsAsNoTitle(words) && !/[:：]$/.test(words);
}

/** Whether words begin with a small letter, as a title does not. */
export function beginsSmall(words: string): boolean {
  return /^\P{L}*\p{Ll}/u.test(words);
}

/**
 * Whether an item's author has ended the first line after a title: with two spaces, above an address with words below
 * it, or although the next word had room there. `Ferry stops`, `The harbour office stops it on Monday.` `widest`: the
 * length of the longest line beside it.
 */
export function hasTitleLine(words: readonly Token[], widest = 0): boolean {
  const end = lineEnd(words);
  const line = plainText(words.slice(0, end));
  const below = words.slice(end + 1);
  return (
    endsLikeTitle(line) &&
    (ADDRESS.test(rawLines(below)) ||
      (!beginsSmall(line) &&
        (words[end]?.type === 'hardbreak'
          ? holdsWords(below)
          : hadRoom(line.length, rawLines(below), widest))))
  );
}

/** A line that is only an address, above a line that does not go on with a small letter. */
const ADDRESS = /^https?:\/\/\S+\s*\n[^\p{L}\p{N}]*(?!\p{Ll})[\p{L}\p{N}]/u;

function rawLines(words: readonly Token[]): string {
  return words.map((token) => (isLineBreak(token) ? '\n' : token.content)).join('');
}

/**
 * Whether a line of some length had room for the first word below it. There, a sentence ends, or an address is last:
 * `Ferry stops`, `The office closes its pier`, `https://a.example`.
 */
function hadRoom(length: number, lines: string, widest: number): boolean {
  const needed = length + lines.search(/\s|$/) + SPARE;
  return (
    !beginsSmall(lines) &&
    Math.max(widest, widestOf(lines)) > needed &&
    (holdsSentence(lines) || ADDRESS_LAST.test(lines))
  );
}

/** Whether words end in a line that is only an address, maybe after a sign, below one or two lines of words. */
export function endInAddress(words: readonly Token[]): boolean {
  return ADDRESS_LAST.test(rawLines(words));
}

const ADDRESS_LAST = /^[^\p{L}\n]*\p{L}.*\n(?:.*\n)?[^\p{L}\p{N}]*https?:\/\/\S+$/u;

/** Returns the length of the longest line. An address is as long as it is, wherever lines are wrapped. */
function widestOf(lines: string): number {
  return lines
    .split('\n')
    .reduce((most, line) => (line.includes('://') ? most : Math.max(most, line.length)), 0);
}

/** Returns the length of the longest line in the first paragraphs of some items. */
export function widthOf(firsts: readonly (readonly Token[])[]): number {
  return widestOf(firsts.map(rawLines).join('\n'));
}

/** How uneven wrapped lines may be. In UTF-16 units. */
const SPARE = 4;

/** Whether there are words outside links: a source alone is no text. */
function holdsWords(words: readonly Token[]): boolean {
  let links = 0;
  return words.some(({ type, content, nesting }) => {
    if (type.endsWith('link_open') || type.endsWith('link_close')) links += nesting;
    return links === 0 && type === 'text' && /\p{L}/u.test(content);
  });
}
