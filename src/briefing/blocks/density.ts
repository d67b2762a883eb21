import type { Block } from './document.ts';
import { isBlank, splitLines, isSign } from '../text/sourceText.ts';
import { tokenOf } from '../grammar/tokens.ts';

/**
 * Maximum length of a text, in UTF-16 units: no less than that of the largest file that is read. Text beyond it is
 * not read, wherever the text comes from.
 */
export const MAX_LENGTH = 2 * 1024 * 1024;

/**
 * The limit for the weight of a text that is read as Markdown. The weight estimates the cost: beginnings of blocks, and
 * marks within words. 500 kB of the densest newsletters, or 1 MB of prose, reach it; reading that takes half a second.
 */
const MAX_WEIGHT = 160_000;

/** Weights of a line that begins a block, of a line that continues one, and of a blank line. */
const BLOCK = 9;
const LINE = 3;
const BLANK = 1;
const ADDRESS = 6;
const CELL = 2;
/** No character weighs more, including its share of the line, so that a short text need not be weighed. */
const HEAVIEST = BLOCK;

/** The line between a table's head and its rows. */
const UNDER_TABLE_HEAD = /^[\s>]*[|:-][\s|:-]*$/;

const SPACE = 32;

/** The weight of each ASCII character: most weigh nothing; a colon weighs most, because it may begin an address. */
const WEIGHTS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const mark = String.fromCharCode(unit);
  if (unit < SPACE) return mark === '\t' ? 0 : 1;
  if (mark === ':') return ADDRESS;
  if (mark === '|') return CELL;
  if (mark === '[') return 2;
  return '*_`]!<>&\\~^=#{}$/'.includes(mark) ? 1 : 0;
});

/** The lines of a text up to {@link MAX_LENGTH}, and the index of the first that is not read as Markdown. */
export function boundedLines(text: string): { readonly lines: readonly string[]; readonly end: number } {
  const lines = splitLines(text.slice(0, MAX_LENGTH));
  const end = text.length * HEAVIEST <= MAX_WEIGHT ? lines.length : endByWeight(lines);
  return { lines, end: Math.min(end, endByNesting(lines)) };
}

/**
 * Maximum nesting of quotations, lists and their items. markdown-it drops content that is nested deeper than 100
 * levels.
 */
const MAX_DEPTH = 90;
/** The blanks and marks at the start of a line that nest its words. */
const NESTING = /^(?:\s|>|[*+-](?=\s)|\d{1,9}[.)](?=\s)|\[\^[^\]\s]+\]:)*/;
const MARKS = />|[*+-]|\d+[.)]|\[\^[^\]]+\]:/g;
/** `* * *` is a rule, not a nested list. */
const RULE = /^[\s>]*([*-])(?:\s*\1)*\s*$/;

/**
 * Lines that may be nested deeper than that: a character before the words adds a level or two, a tab four. Hardly any
 * text has one.
 */
const MAY_NEST_DEEP = /^(?:[\s>*+\-\d.)]{22}|[\s>*+\-\d.)]*\[\^)/;

/** The index of the first line that is nested too deep; the number of lines if none is. */
function endByNesting(lines: readonly string[]): number {
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
    // A paragraph that begins at the margin ends all nesting.
    else if (isBelowBlank) deepest = 0;
    isBelowBlank = false;
    if (deepest > MAX_DEPTH) return i;
  }
  return lines.length;
}

/** The maximum depth that a line can have. Its blanks can only continue the levels that began `above`. */
function depthOf(line: string, above: number): number {
  const [before] = NESTING.exec(line) ?? [''];
  if (before.trim() === '' || RULE.test(line)) return 0;
  const marks = before.match(MARKS) ?? [];
  const blanks = before.replaceAll('\t', '    ').length - marks.join('').length;
  // An item adds two levels: its list, and itself.
  return marks.reduce((depth, mark) => depth + (mark === '>' ? 1 : 2), Math.min(blanks, above));
}

function endByWeight(lines: readonly string[]): number {
  let weight = 0;
  let isBelowBlank = true;
  let columns = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const own = weightOf(line, isBelowBlank);
    isBelowBlank = own === BLANK;
    if (isBelowBlank) columns = 0;
    else if (UNDER_TABLE_HEAD.test(line)) columns = line.split('|').length;
    // Markdown fills up a row that is shorter than its table.
    weight += Math.max(own, columns * CELL);
    if (weight > MAX_WEIGHT) return i;
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

/** Whether a character cannot mark an item, as a digit, a bullet, a dash or an emoji can. */
function isLetter(unit: number): boolean {
  if (unit < 0xaa) return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
  return !isSign(unit) && (unit < 0xd800 || unit > 0xdfff);
}

/** Invisible characters, each of which must be examined: those that Unicode lets a font ignore, or half of one. */
const HIDDEN = /[\p{DI}\ufff9-\ufffb\ud82f\ud834\udb40-\udb43]/u;

/** The lines that are not read as Markdown, as one block of plain text; undefined if they are blank. */
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
