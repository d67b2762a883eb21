import type { Block } from './document.ts';
import { isBlank, splitLines } from '../text/sourceText.ts';
import { tokenOf } from '../grammar/tokens.ts';

/**
 * In UTF-16 units: no less than the largest file that is read has. What comes after is not read, wherever the text
 * comes from.
 */
export const MAX_LENGTH = 2 * 1024 * 1024;

/**
 * How much of a text is read as Markdown, by what makes that expensive: what begins a block, and marks in the words. It is
 * what 650 kB of the densest newsletters weigh, and 1 MB of prose; reading it takes half a second.
 */
const MOST = 160_000;

/** A line that begins a block, one that goes on with it, and one without words. */
const BLOCK = 8;
const LINE = 2;
const BLANK = 1;
const ADDRESS = 5;
const CELL = 2;
/** No character weighs more, its share of a line included: a short text needs no weighing. */
const HEAVIEST = BLOCK;

/** The line between a table's head and its rows. */
const UNDER_TABLE_HEAD = /^[\s>]*[|:-][\s|:-]*$/;

const SPACE = 32;

/** What a character weighs in its line: most nothing, and most what may begin an address. */
const WEIGHTS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const mark = String.fromCharCode(unit);
  if (unit < SPACE) return mark === '\t' ? 0 : 1;
  if (mark === ':') return ADDRESS;
  if (mark === '|') return CELL;
  if (mark === '[') return 2;
  return '*_`]!<>&\\~^=#{}$/'.includes(mark) ? 1 : 0;
});

/** A text's lines, as far as it is read at all, and the first of them that is not read as Markdown: as a rule the end. */
export function boundedLines(text: string): { readonly lines: readonly string[]; readonly end: number } {
  const lines = splitLines(text.slice(0, MAX_LENGTH));
  const end = text.length * HEAVIEST <= MOST ? lines.length : endOfMarkdown(lines);
  return { lines, end: Math.min(end, endOfNesting(lines)) };
}

/** How deep quotations, lists and their items may nest. What lies deeper than a hundred, Markdown leaves out. */
const DEEPEST = 90;
/** What nests stands before a line's words: blanks, and marks. */
const NESTING = /^(?:\s|>|[*+-](?=\s)|\d{1,9}[.)](?=\s)|\[\^[^\]\s]+\]:)*/;
const MARKS = />|[*+-]|\d+[.)]|\[\^[^\]]+\]:/g;
/** `* * *` is a line across the page. */
const RULE = /^[\s>]*([*-])(?:\s*\1)*\s*$/;

/** What may nest so deep: a character before the words is a level or two, a tab four. Hardly a text has such a line. */
const MAY_NEST_DEEP = /^(?:[\s>*+\-\d.)]{22}|[\s>*+\-\d.)]*\[\^)/;

/** The first line that nests too deep. */
function endOfNesting(lines: readonly string[]): number {
  if (!lines.some((line) => MAY_NEST_DEEP.test(line))) return lines.length;
  let deepest = 0;
  let isBelowBlank = true;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (isBlank(line)) {
      isBelowBlank = true;
      continue;
    }
    if (!isLetter(line.charCodeAt(0))) deepest = Math.max(deepest, depthOf(line, deepest));
    // A paragraph that begins at the margin ends what nests.
    else if (isBelowBlank) deepest = 0;
    isBelowBlank = false;
    if (deepest > DEEPEST) return i;
  }
  return lines.length;
}

/** How deep a line nests at most: its blanks go on with what has begun above. */
function depthOf(line: string, above: number): number {
  const [before] = NESTING.exec(line) ?? [''];
  if (before.trim() === '' || RULE.test(line)) return 0;
  const marks = before.match(MARKS) ?? [];
  const blanks = before.replaceAll('\t', '    ').length - marks.join('').length;
  // An item nests twice: in its list, and by itself.
  return marks.reduce((depth, mark) => depth + (mark === '>' ? 1 : 2), Math.min(blanks, above));
}

function endOfMarkdown(lines: readonly string[]): number {
  let weight = 0;
  let isBelowBlank = true;
  let columns = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const own = weightOf(line, isBelowBlank);
    isBelowBlank = own === BLANK;
    if (isBelowBlank) columns = 0;
    else if (UNDER_TABLE_HEAD.test(line)) columns = line.split('|').length;
    // A row that is shorter than its table is filled up.
    weight += Math.max(own, columns * CELL);
    if (weight > MOST) return i;
  }
  return lines.length;
}

function weightOf(line: string, isBelowBlank: boolean): number {
  let first = 0;
  let weight = 0;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (first === 0 && unit > SPACE) first = unit;
    weight += unit < WEIGHTS.length ? (WEIGHTS[unit] ?? 0) : HIDDEN.test(line.charAt(i)) ? 1 : 0;
  }
  if (first === 0) return BLANK;
  return weight + (isBelowBlank || !isLetter(first) ? BLOCK : LINE);
}

/** Not what may be the mark of an item: a digit, a bullet, a dash, an emoji. */
function isLetter(unit: number): boolean {
  if (unit < 0xaa) return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
  return (
    !isBetween(unit, 0x2000, 0x2bff) && !isBetween(unit, 0x3000, 0x303f) && !isBetween(unit, 0xd800, 0xdfff)
  );
}

function isBetween(unit: number, first: number, last: number): boolean {
  return unit >= first && unit <= last;
}

/** What shows nothing of itself has to be looked at one by one: what Unicode lets a font ignore, or half of such a one. */
const HIDDEN = /[\p{DI}\ufff9-\ufffb\ud82f\ud834\udb40-\udb43]/u;

/** What is not read as Markdown, as one passage of plain text; undefined where that has no words. */
export function restOf(lines: readonly string[], end: number): Block | undefined {
  let from = end;
  while (from < lines.length && isBlank(lines[from])) from++;
  if (from === lines.length) return undefined;
  const content = lines.slice(from).join('\n').trimEnd();
  return {
    tokens: [tokenOf(REST, 'p', 0, { content, map: [from, lines.length] })],
    from,
    to: lines.length,
  };
}

export const REST = 'rest';

export function isRest({ tokens }: Block): boolean {
  return tokens[0]?.type === REST;
}
