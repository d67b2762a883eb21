import { bulletinHead } from '../../text/bulletins.ts';
import type { ItemLine } from '../../text/listMarks.ts';
import { type Form, isStressedHead } from './lineForm.ts';
import type { LinePlaces } from './linePlaces.ts';
import { isBlank, isSeparator } from '../../text/sourceText.ts';
import { boxedLines, fits, readUnderline } from '../underlines.ts';

const HEADING_LENGTH = 100;
/** `1 big thing: Ferries stop`: the first heading of a mail that goes on with `2. Tugs`, `3. Bridges`. */
const BARE_NUMBER = /^(\d{1,2})\s+\p{L}/u;

type Items = readonly (ItemLine | undefined)[];

/**
 * Returns the numbered lines that are headings and not items: short ones with consecutive numbers that stand apart and
 * have prose, or a list with other marks, below. `1. Ferries` / blank / `They stop at nine.` / blank / `2. Tugs` …
 */
export function numberedHeads(lines: readonly string[], items: Items): ReadonlySet<number> {
  const found = new Set<number>();
  const listed: number[] = [];
  let last: { readonly line: number; readonly number: number } | undefined;
  let highest = 0;
  lines.forEach((line, i) => {
    const number = numberOf(line, items[i]);
    if (number === undefined) return;
    const headsList = isEnd(lines[i - 1]) && items[i + 1]?.mark === '-' && items[i + 1]?.indent === 0;
    if (items[i] && (!headsList || number <= highest || !couldHead(line))) highest = Infinity;
    else if (items[i]) {
      listed.push(i);
      highest = number;
    }
    if (!standsApart(lines, i) || !couldHead(line) || !hasBody(lines, items, i)) return;
    // Indented text below it makes it an item.
    if (/^\s{2,}\S/.test(lines.find((below, at) => at > i && !isBlank(below)) ?? '')) return;
    if (last?.number === number - 1) found.add(last.line).add(i);
    last = { line: i, number };
  });
  return listed.length > 2 && highest < Infinity ? new Set(listed) : found;
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
    const numeral = COUNTED.exec(line)?.[1];
    if (numeral === undefined || NUMERALS.indexOf(numeral) !== found.length) return;
    const isApart = isBlank(lines[i - 1]) || isSeparator(lines[i - 1]);
    const below = isBlank(lines[i + 1]) ? lines[i + 2] : lines[i + 1];
    if (isApart && couldHead(line) && below !== undefined && !COUNTED.test(below)) found.push(i);
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

/**
 * Returns the lines with a star, if there are at least two and all are short, between blank lines, and above prose that
 * is not indented: `* Ferries` / blank / `The office stops them.` / blank / `* Tugs` … Otherwise they are items.
 */
export function starredHeads(lines: readonly string[], items: Items): ReadonlySet<number> {
  const found: number[] = [];
  for (const [i, line] of lines.entries()) {
    if (!STAR.test(line) || items[i] === undefined) continue;
    let below = i + 1;
    while (below < lines.length && isBlank(lines[below])) below++;
    const isApart = isBlank(lines[i - 1]) && below > i + 1;
    const isAboveProse = /^[\p{L}\p{N}"“('[]/u.test(lines[below] ?? '') && items[below] === undefined;
    if (!isApart || !isAboveProse || !couldHead(line)) return new Set();
    found.push(i);
  }
  return new Set(found.length > 1 ? found : []);
}

/** A rule below the names of columns: `------   ----`. */
const COLUMN_RULE = /[-=]{2}\s{1,40}[-=]{2}/;
/** An address, which is not a title: `https://a.example` above a rule. */
const ADDRESS = /^\s*<?\w{3,6}:\/\/\S+\s*$/;

/**
 * Returns the lines that the line below underlines: with at least half their length, or with less if there are several.
 * `2. Tugs` above `-----` is also a heading, and not an item. `rules`: those that separate parts and underline nothing.
 */
export function underlinedHeads(
  lines: readonly string[],
  items: Items,
  rules: ReadonlySet<number>,
): ReadonlySet<number> {
  const found: number[] = [];
  const boxed = boxedLines(lines);
  lines.forEach((line, i) => {
    const under = lines[i + 1];
    if (!isSeparator(under) || isBlank(line) || isSeparator(line) || rules.has(i + 1)) return;
    if (COLUMN_RULE.test(under ?? '')) return;
    if (!isBlank(lines[i - 1]) && !boxed.has(i) && readUnderline(lines, i + 1) !== 'title') return;
    if (couldHead(line) && !ADDRESS.test(line) && (!items[i] || numberOf(line, items[i]) !== undefined))
      found.push(i);
  });
  return new Set(found.length > 1 ? found : found.filter((i) => fits(lines[i + 1] ?? '', lines[i] ?? '')));
}

/**
 * Returns the rules between the parts of a text: at least three of a kind, most of them below what they cannot
 * underline, which is a blank line, a paragraph of several lines, or a sentence. One just as long as the words above
 * underlines them.
 */
export function partingRules(lines: readonly string[]): ReadonlySet<number> {
  const kinds = new Map<string, number[]>();
  lines.forEach((line, i) => {
    if (!isSeparator(line)) return;
    const mark = line.trim().slice(0, 1);
    const same = kinds.get(mark);
    if (same) same.push(i);
    else kinds.set(mark, [i]);
  });
  const isEmpty = (i: number) => isBlank(lines[i]) || isSeparator(lines[i]);
  const parts = (i: number) => isEmpty(i - 1) || !isEmpty(i - 2) || !couldHead(lines[i - 1] ?? '');
  const isAsLong = (i: number) =>
    Math.abs((lines[i] ?? '').trim().length - (lines[i - 1] ?? '').trim().length) < 2;
  return new Set(
    [...kinds.values()]
      .filter((rules) => rules.length > 2 && rules.filter(parts).length * 2 > rules.length)
      .flatMap((rules) => rules.filter((i) => parts(i) || !isAsLong(i))),
  );
}

/** A field of a mail's header, or of data: `Date: 3 March`. */
const FIELD = /^[\p{L}-]{1,20}:\s/u;
const RULED_LENGTH = 60;

/**
 * Returns the first lines below such rules, if at least two thirds of them could be headings: `-----` /
 * `Treasurer's report` / blank.
 */
export function ruledHeads(
  lines: readonly string[],
  items: Items,
  rules: ReadonlySet<number>,
): ReadonlySet<number> {
  const firsts = [...rules].flatMap((rule) => {
    let at = rule + 1;
    while (at < lines.length && isBlank(lines[at])) at++;
    return at === lines.length || isSeparator(lines[at]) ? [] : at;
  });
  const heads = firsts.filter((i) => {
    const words = (lines[i] ?? '').trim();
    return (
      words.length <= RULED_LENGTH &&
      couldHead(words) &&
      items[i] === undefined &&
      !FIELD.test(words) &&
      !/^\p{Ll}/u.test((lines[i + 1] ?? '').trim())
    );
  });
  return new Set(heads.length > 2 && heads.length * 3 >= firsts.length * 2 ? heads : []);
}

const TIMED_LENGTH = 140;
const SPEAKER = /^\s*\[[\d:]+\]\s+([^—–:：)]{1,40})[:：]/;
/** `[00:35] STORY 1 — The ferry stops`, `[05:25] 3A) The crane`, `[09:30] The end: what to watch`. */
const TIMED =
  /^\[\d{1,2}:\d{2}(?::\d{2})?\]\s+[\p{Lu}\p{Lo}\p{N}][^—–:：)]{0,40}(?:\s[—–]\s|[:)]\s|：)\s*\S/u;

/**
 * Returns the lines of a script that begin a part of it with its time and a name: at least three that stand apart, do
 * not end a sentence and have text below. Other timed lines are speech, and if those are most, so are all:
 * `[00:10] Ann: It goes at nine.`
 */
export function timedHeads(lines: readonly string[]): ReadonlySet<number> {
  const timed = lines.flatMap((line, i) => (TIMED.test(line.trim()) ? i : []));
  // `[00:10] Ann: …`, `[00:40] Ann: …`: a name that recurs is a speaker's.
  const speakers = timed.map((i) => SPEAKER.exec(lines[i] ?? '')?.[1]).filter((name) => name !== undefined);
  if (new Set(speakers).size < speakers.length) return new Set();
  const heads = timed.filter((i) => {
    const words = (lines[i] ?? '').trim();
    const below = (isBlank(lines[i + 1]) ? lines[i + 2] : lines[i + 1])?.trim() ?? '';
    return (
      words.length <= TIMED_LENGTH &&
      !/[.,;!?…。！？]["'”’»)]?$/u.test(words) &&
      (isBlank(lines[i - 1]) || isSeparator(lines[i - 1])) &&
      !isSeparator(below) &&
      !/^(?:$|\p{Ll}|\[\d{1,2}:\d)/u.test(below)
    );
  });
  return new Set(heads.length > 2 && heads.length * 2 > timed.length ? heads : []);
}

const COLON_LENGTH = 40;

/**
 * Returns short lines that end in a colon above a list, or `*Ferries:*` above anything, if there are at least two.
 * Below a short line without a colon, they only introduce its list: `Ferries` / `Three lines stop:` / `- a`. `top`: the
 * first line below the title.
 */
export function colonHeads(
  forms: readonly (Form | undefined)[],
  places: LinePlaces,
  top: number,
): ReadonlySet<number> {
  return several(forms, (form, i) => {
    if (places.beginsApart(i) && isStressedHead(places.words(i))) return !places.endsApart(i);
    if (form !== 'colon' || places.words(i).length > COLON_LENGTH || !places.isItem(places.below(i)))
      return false;
    const above = places.above(i);
    return above < top || forms[above] === undefined;
  });
}

/** Returns the lines for which a condition holds, if there are at least two. */
function several(
  forms: readonly (Form | undefined)[],
  holds: (form: Form | undefined, i: number) => boolean,
): ReadonlySet<number> {
  const found = forms.flatMap((form, i) => (holds(form, i) ? [i] : []));
  return new Set(found.length > 1 ? found : []);
}

/**
 * Returns short lines that are rows of a table or of names, or part of a paragraph in capitals, and so are not
 * headings: three or more right below one another (the title excluded), and two bare ones that begin with a number,
 * with or without blank lines between them: `44 new` / `92 old`.
 */
export function rows(
  forms: readonly (Form | undefined)[],
  places: LinePlaces,
  top: number,
): ReadonlySet<number> {
  const found = new Set<number>();
  const startsWithNumber = (i: number) => /^[\d$+#]/.test(places.words(i));
  let from = 0;
  forms.forEach((form, i) => {
    if ((form !== 'bare' && form !== 'capitals') || i < top) from = i + 1;
    else if (form !== forms[i - 1]) from = i;
    const length = i + 1 - from;
    for (let at = length === 3 ? from : i; length > 2 && at <= i; at++) found.add(at);
    if (form !== 'bare' || !startsWithNumber(i)) return;
    if ([places.above(i), places.below(i)].some((beside) => beside >= 0 && startsWithNumber(beside)))
      found.add(i);
  });
  return found;
}

const LABEL_LENGTH = 30;

/** `Oil: 4.29 (+0.03)` */
const FIGURE = /^[^:：]{1,40}[:：]\s*[^\p{L}\p{N}]{0,3}\d/u;

/**
 * Returns the bare lines right above figures and nothing else, if there are at least two: `Markets` / `Oil: 4.29` /
 * `Gold: 2,310` / blank / `Weather` / `Wind: 12 knots` / `Sea: 3 feet`.
 */
export function figureHeads(
  forms: readonly (Form | undefined)[],
  places: LinePlaces,
  top: number,
): ReadonlySet<number> {
  return several(forms, (form, i) => {
    if (form !== 'bare' || i < top || !places.beginsApart(i) || !FIGURE.test(places.words(i + 1)))
      return false;
    let end = i + 1;
    while (!places.isEmpty(end) && FIGURE.test(places.words(end))) end++;
    return end > i + 2 && places.isEmpty(end) && !/[:：]/.test(places.words(i));
  });
}

/** Lines that begin with the same label as another, and so are not headings: `Host: So what now?`, `Source: Ann`. */
export function labelled(forms: readonly (Form | undefined)[], places: LinePlaces): ReadonlySet<number> {
  const lines = new Map<string, number[]>();
  forms.forEach((_, i) => {
    const words = places.words(i);
    const end = words.slice(0, LABEL_LENGTH).search(/[:：]/);
    const label = words.slice(0, Math.max(end, 0));
    // `Bill 1790: …` has a name and not a label.
    if (label === '' || end === words.length - 1 || /\d/.test(label)) return;
    const same = lines.get(label);
    if (same) same.push(i);
    else lines.set(label, [i]);
  });
  return new Set([...lines.values()].filter(({ length }) => length > 1).flat());
}

function numberOf(line: string, item: ItemLine | undefined): number | undefined {
  const number = item ? item.indent === 0 && item.mark : BARE_NUMBER.exec(line)?.[1];
  return number !== undefined && number !== false && /^\d/.test(number) ? parseInt(number, 10) : undefined;
}

/** Whether a blank line, a rule or an end of the text is above a line, and another below it. */
function standsApart(lines: readonly string[], i: number): boolean {
  return isEnd(lines[i - 1]) && isEnd(lines[i + 1]);
}

function isEnd(line: string | undefined): boolean {
  return isBlank(line) || isSeparator(line);
}

function couldHead(line: string): boolean {
  const words = line.trim();
  return words.length <= HEADING_LENGTH && !/[.,;:…。，；：]["'”’»)]?$/u.test(words);
}

/** Whether there is prose below a line that ends a sentence or is longer, or a list without numbers. */
function hasBody(lines: readonly string[], items: Items, i: number): boolean {
  let at = i + 1;
  while (at < lines.length && (isBlank(lines[at]) || isSeparator(lines[at]))) at++;
  const item = items[at];
  if (item) return item.mark === '-' && item.indent === 0;
  const body = (lines[at] ?? '').trim();
  return body.length > (lines[i] ?? '').trim().length || /[.!?:。！？：]["'”’»)]?$/u.test(body);
}
