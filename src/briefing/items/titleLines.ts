import type { Token } from 'markdown-it';
import { isLineBreak, plainText, lineEnd } from '../grammar/tokens.ts';
import { hasOtherWords } from './sourceLines.ts';
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
 * it, or although the next word had room there. `Ferry stops`, `The harbour office stops it on Monday.` `width`: the
 * length of the longest line beside it, which shows the room above an address.
 */
export function hasTitleLine(words: readonly Token[], width = 0): boolean {
  const end = lineEnd(words);
  if (end === words.length) return false;
  const line = plainText(words.slice(0, end));
  const below = words.slice(end + 1);
  return (
    endsLikeTitle(line) &&
    (ADDRESS.test(rawLines(below)) ||
      (!beginsSmall(line) &&
        (words[end]?.type === 'hardbreak'
          ? hasOtherWords(below)
          : hadRoom(line.length, rawLines(below), width))))
  );
}

/** A line that is only an address, above a line that does not go on with a small letter. */
const ADDRESS = /^https?:\/\/\S+\s*\n[^\p{L}\p{N}]*(?!\p{Ll})[\p{L}\p{N}]/u;

function rawLines(words: readonly Token[]): string {
  return words.map((token) => (isLineBreak(token) ? '\n' : token.content)).join('');
}

/** Whether a line of some length had room for the first word below it. There, a sentence or an address is the end. */
function hadRoom(length: number, lines: string, width: number): boolean {
  const widest = ADDRESS_LAST.test(lines) ? width : holdsSentence(lines) ? widestOf(lines) : 0;
  return !beginsSmall(lines) && widest > length + lines.search(/\s|$/) + SPARE;
}

/** A last line that is only an address, maybe after a sign: `🔗 https://a.example`. */
export const ADDRESS_LAST = /\n[^\p{L}\n]{0,9}https?:\/\/\S+$/u;

/** Returns the length of the longest line of some items. */
export function widthOf(firsts: readonly (readonly Token[])[]): number {
  return widestOf(firsts.map(rawLines).join('\n'));
}

/** An address is as long as it is, wherever lines are wrapped. */
function widestOf(lines: string): number {
  return lines
    .split('\n')
    .reduce((most, line) => (line.includes('://') ? most : Math.max(most, line.length)), 0);
}

/** How uneven wrapped lines may be. In UTF-16 units. */
const SPARE = 4;
