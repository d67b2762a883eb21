import { isBlank } from '../sourceText.ts';
import { afterDay } from '../dates/dayNumber.ts';
import { columnOfWords, type ListLine } from './listLine.ts';

/** `05:30  Ferry stops`, `05:30 – Ferry stops`: the hour, what sets it apart, and the first of the words. */
const TIMED =
  /^\s{0,8}(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?(?:[apAP][mM]|[uU]hr|GMT|UTC|h))?(?: {0,4}\t\s{0,4}|\s{2,6}|\s[–—-]\s)(?=["“„«‘'*_[(]*[\p{Lu}\p{Lo}])/u;
const MAX_INDENT = 8;
/** Minimum number of such lines that make a list. */
const MIN_ITEMS = 2;

/**
 * Returns the lines that begin with a day, or an hour apart from the words, if there are two or more in the column of
 * the first. The day or the hour is one of the words, as it says something. The first of a row stands apart from the
 * text above: a sentence may go on with an hour on its next line.
 */
export function timedLines(lines: readonly string[]): readonly ListLine[] {
  const found: ListLine[] = [];
  let inRow = false;
  lines.forEach((line, i) => {
    if (isBlank(line)) inRow = false;
    const indent = columnOfWords(line);
    if (!mayBegin(line) || !isTimed(line) || !(inRow || isApart(lines[i - 1]))) return;
    inRow = true;
    if (indent === (found[0]?.indent ?? indent))
      found.push({ line: i, indent, words: line.slice(indent).trimEnd() });
  });
  return found.length < MIN_ITEMS ? [] : found;
}

/** Whether a line begins with an hour, or a day, `3. März: Ferry stops`, and has words after it. */
function isTimed(line: string): boolean {
  return TIMED.test(line) || (columnOfWords(line) <= MAX_INDENT && /\p{L}/u.test(afterDay(line) ?? ''));
}

/** Whether a line below is apart from this one: it is blank, a heading, or introduces what follows. */
function isApart(above: string | undefined): boolean {
  return above === undefined || isBlank(above) || /^\s{0,3}#|[:：]\s*$/.test(above);
}

/** Whether a digit is at the start of a line. */
function mayBegin(line: string): boolean {
  const code = line.charCodeAt(columnOfWords(line));
  return code >= DIGIT_0 && code <= DIGIT_0 + 9;
}

const DIGIT_0 = 0x30;
