import { bulletinHead } from '../../text/bulletins.ts';
import type { ItemLine } from '../../text/bullets/listMarks.ts';
import { isBlank, isEmptyLine, isSeparator } from '../../text/sourceText.ts';
import { endsAsNoTitle, endsSentence } from '../../text/sentences.ts';

const HEADING_LENGTH = 100;
/**
 * `1 big thing: Ferries stop`: the first heading of a mail that continues with `2. Tugs`, `3. Bridges`; and not
 * `2 ferries · 4 tugs`, `2 ferries` or `2 条`.
 */
const BARE_NUMBER = /^(\d{1,2})\s+(?!(?:\p{Ll}+|\p{Lo})\s*$)\p{L}(?!.*\s[·|]\s)/u;

/** `II. Tugs`, `IV) Cranes` */
const ROMAN = /^([IVX]{1,4})[.)]\s+\p{Lu}/u;
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

export type Items = readonly (ItemLine | undefined)[];

/**
 * Returns the numbered lines that are headings and not items: short ones with consecutive numbers that stand apart and
 * have prose, or a list with other marks, below. `1. Ferries` / blank / `They stop at nine.` / blank / `2. Tugs` …
 */
export function numberedHeads(lines: readonly string[], items: Items): ReadonlySet<number> {
  const found = new Set<number>();
  const heads = new Set<number>();
  const listed: number[] = [];
  let last: { readonly line: number; readonly number: number } | undefined;
  let highest = 0;
  lines.forEach((line, i) => {
    const number = leadingNumber(line, items[i]);
    if (number === undefined) return;
    const headsList = isEmptyLine(lines[i - 1]) && items[i + 1]?.mark === '-' && items[i + 1]?.indent === 0;
    if (items[i] && (!headsList || (number <= highest && number > 1) || !isNumberedPhrase(line)))
      highest = Infinity;
    else if (items[i]) {
      listed.push(i);
      highest = highest === Infinity ? highest : number;
    }
    if (!isBetweenBlankLines(lines, i)) return;
    const isHead = ROMAN.test(line)
      ? isShortPhrase(line)
      : isBelowRule(lines, i) || headsProse(lines, items, i);
    if (!isHead) return;
    heads.add(i);
    if (last?.number === number - 1) found.add(last.line).add(i);
    last = { line: i, number };
  });
  if (listed.length > 2 && highest < Infinity) return new Set(listed);
  return found.size > 1 ? withOthersInRow(lines, items, found, heads) : found;
}

/** A longer line below a heading is text. In UTF-16 units. */
const SUBTITLE_LENGTH = 60;
const SUBTITLE = /^(?!.*:\/\/)[\p{Lu}\p{Lo}\p{N}]/u;

/**
 * Returns the numbered lines that have a short line right below them, between blank lines and above prose, if there are
 * at least three with consecutive numbers from 1 on: `01. Ferry stops` / `Harbour/Question` / blank / `The office …`.
 * Each must be in the contents above, too. Otherwise, the line below may be the rest of a wrapped one.
 */
export function subtitledHeads(lines: readonly string[], items: Items): ReadonlySet<number> {
  const found: number[] = [];
  const above = new Set<string>();
  for (const [i, line] of lines.entries()) {
    const number = leadingNumber(line, items[i]);
    if (number === undefined) continue;
    const isListed = above.has(line.trim());
    above.add(line.trim());
    if (!isListed || number !== found.length + 1 || !isEmptyLine(lines[i - 1]) || !isShortPhrase(line))
      continue;
    const subtitle = (lines[i + 1] ?? '').trim();
    const isSubtitle =
      SUBTITLE.test(subtitle) && items[i + 1] === undefined && subtitle.length <= SUBTITLE_LENGTH;
    if (isSubtitle && isShortPhrase(subtitle) && isEmptyLine(lines[i + 2]) && hasBody(lines, items, i + 1))
      found.push(i);
  }
  return new Set(found.length > 2 ? found : []);
}

/** Maximum length of a headline. In UTF-16 units. */
const HEADLINE_LENGTH = 160;

/**
 * Adds the lines with the numbers between and beside those of headings, whatever is below them, if they stand apart as
 * those do and most of the row could be headings.
 */
function withOthersInRow(
  lines: readonly string[],
  items: Items,
  found: ReadonlySet<number>,
  heads: ReadonlySet<number>,
): ReadonlySet<number> {
  const row: number[] = [];
  for (const [i, line] of lines.entries()) {
    const number = leadingNumber(line, items[i]);
    if (number === row.length + 1 && isBetweenBlankLines(lines, i) && line.length <= HEADLINE_LENGTH)
      row.push(i);
  }
  return row.filter((i) => heads.has(i)).length * 2 > row.length ? new Set([...found, ...row]) : found;
}

/** A short phrase, which above a list may end in a colon. */
function isNumberedPhrase(line: string): boolean {
  return isShortPhrase(line.replace(/[:：]\s*$/, ''));
}

/** Whether a rule is above a line, which then begins a part of the text, whatever is below it. */
function isBelowRule(lines: readonly string[], i: number): boolean {
  let above = i - 1;
  while (isBlank(lines[above]) && above > 0) above--;
  return isSeparator(lines[above]);
}

/** Whether a line could head the prose below it. Indented text there would make it an item. */
function headsProse(lines: readonly string[], items: Items, i: number): boolean {
  const line = lines[i] ?? '';
  let below = i + 1;
  while (below < lines.length && isBlank(lines[below])) below++;
  const isHead = items[below] ? isNumberedPhrase(line) : isShortPhrase(line);
  return isHead && hasBody(lines, items, i) && !/^\s{2,}\S/.test(lines[below] ?? '');
}

const NUMERALS = '一二三四五六七八九十';
/** `一、今日要点`, with or without an emoji before it: items do not have such numbers. */
const COUNTED = /^[^\p{L}\p{N}]{0,6}([一二三四五六七八九十])、\s*\S/u;

/**
 * Returns short lines below a blank one with consecutive Chinese numbers from the first on, if there are at least two,
 * each with text of its own below: `一、今日要点` … `二、市场`.
 */
export function countedHeads(lines: readonly string[]): ReadonlySet<number> {
  const found: number[] = [];
  lines.forEach((line, i) => {
    const numeral = line.includes('、') ? COUNTED.exec(line)?.[1] : undefined;
    if (numeral === undefined || NUMERALS.indexOf(numeral) !== found.length) return;
    const isApart = isEmptyLine(lines[i - 1]);
    const below = isBlank(lines[i + 1]) ? lines[i + 2] : lines[i + 1];
    if (isApart && isShortPhrase(line) && below !== undefined && !COUNTED.test(below)) found.push(i);
  });
  return new Set(found.length > 1 ? found : []);
}

/** The headings in a weather bulletin, at least two below blank lines: `.Synopsis...` right above its text. */
export function bulletinHeads(lines: readonly string[]): ReadonlySet<number> {
  const found = [...lines.keys()].filter(
    (i) => bulletinHead((lines[i] ?? '').trim()) !== undefined && isBlank(lines[i - 1]),
  );
  return new Set(found.length > 1 ? found : []);
}

/** `* Ferries`, in the first column. */
const STAR = /^\*\s+\S/;

/** Whether a line that could be a heading is between a rule and a blank line. */
function isRuledOff(lines: readonly string[], i: number): boolean {
  return isShortPhrase(lines[i] ?? '') && isBlank(lines[i + 1]) && isBelowRule(lines, i);
}

/** Whether a line with a star and a colon is right above a list with another mark: `* Ferries:`, `- Anna is late`. */
function headsOtherList(lines: readonly string[], i: number): boolean {
  return /[:：]\s*$/.test(lines[i] ?? '') && /^[-+•]\s/.test(lines[i + 1] ?? '');
}

/**
 * Returns the lines with a star, if there are at least two and all are short, between blank lines, and above prose that
 * is not indented: `* Ferries` / blank / `The office stops them.` / blank / `* Tugs` … Otherwise they are items. If at
 * least two are below rules, or above a list with another mark, only those are headings.
 */
export function starredHeads(lines: readonly string[], items: Items): ReadonlySet<number> {
  const found: number[] = [];
  for (const isHead of [isRuledOff, headsOtherList]) {
    const heads = [...lines.keys()].filter((i) => STAR.test(lines[i] ?? '') && isHead(lines, i));
    if (heads.length > 1) return new Set(heads);
  }
  for (const [i, line] of lines.entries()) {
    if (!STAR.test(line) || items[i] === undefined) continue;
    let below = i + 1;
    while (below < lines.length && isBlank(lines[below])) below++;
    const isApart = isBlank(lines[i - 1]) && below > i + 1;
    const isAboveProse = /^[\p{L}\p{N}"“('[]/u.test(lines[below] ?? '') && items[below] === undefined;
    if (!isApart || !isAboveProse || !isShortPhrase(line)) return new Set();
    found.push(i);
  }
  return new Set(found.length > 1 ? found : []);
}

const TIMED_LENGTH = 140;
const SPEAKER = /^\s*\[[\d:]+\]\s+([^—–:：)]{1,40})[:：]/;
/** `[00:35] STORY 1 — The ferry stops`, `[05:25] 3A) The crane`, `[09:30] The end: what to watch`. */
const TIMED =
  /^\[\d{1,2}:\d{2}(?::\d{2})?\]\s+[\p{Lu}\p{Lo}\p{N}][^—–:：)]{0,40}(?:\s[—–]\s|[:)]\s|：)\s*\S/u;

/**
 * Returns the lines of a script that begin a part of it with its time and a name: at least three that stand apart, do
 * not end a sentence and have text below. Other timed lines are speech, and if most lines are, all are: `[00:10] Ann:
 * It goes at nine.`
 */
export function timedHeads(lines: readonly string[]): ReadonlySet<number> {
  const timed = lines.flatMap((line, i) => (line.includes('[') && TIMED.test(line.trim()) ? i : []));
  // `[00:10] Ann: …`, `[00:40] Ann: …`: a name that recurs is a speaker's.
  const speakers = timed.map((i) => SPEAKER.exec(lines[i] ?? '')?.[1]).filter((name) => name !== undefined);
  if (new Set(speakers).size < speakers.length) return new Set();
  const heads = timed.filter((i) => {
    const words = (lines[i] ?? '').trim();
    const below = (isBlank(lines[i + 1]) ? lines[i + 2] : lines[i + 1])?.trim() ?? '';
    return (
      words.length <= TIMED_LENGTH &&
      !endsSentence(words) &&
      !endsAsNoTitle(words) &&
      isEmptyLine(lines[i - 1]) &&
      !isSeparator(below) &&
      !/^(?:$|\p{Ll}|\[\d{1,2}:\d)/u.test(below)
    );
  });
  return new Set(heads.length > 2 && heads.length * 2 > timed.length ? heads : []);
}

/** Returns the number that a line begins with; undefined for an item that is nested or has another mark. */
export function leadingNumber(line: string, item: ItemLine | undefined): number | undefined {
  const roman = item ? undefined : ROMAN.exec(line)?.[1];
  if (roman !== undefined) return ROMANS.indexOf(roman) + 1;
  const number = item ? item.indent < 2 && item.mark : BARE_NUMBER.exec(line)?.[1];
  return number !== undefined && number !== false && /^\d/.test(number) ? parseInt(number, 10) : undefined;
}

/** Whether a blank line, a rule or an end of the text is above a line, and another below it. */
function isBetweenBlankLines(lines: readonly string[], i: number): boolean {
  return isEmptyLine(lines[i - 1]) && isEmptyLine(lines[i + 1]);
}

/** Whether a line is short, and does not end as a sentence does. */
export function isShortPhrase(line: string): boolean {
  const words = line.trim();
  return words.length <= HEADING_LENGTH && !endsAsNoTitle(words) && !/[:：]$/.test(words);
}

/** Whether there is prose below a line that ends a sentence or is longer, or a list without numbers. */
function hasBody(lines: readonly string[], items: Items, i: number): boolean {
  let at = i + 1;
  while (at < lines.length && isEmptyLine(lines[at])) at++;
  const item = items[at];
  if (item) return item.mark === '-' && item.indent === 0;
  const body = (lines[at] ?? '').trim();
  return body.length > (lines[i] ?? '').trim().length || /[.!?:。！？：]["'”’»)]?$/u.test(body);
}
