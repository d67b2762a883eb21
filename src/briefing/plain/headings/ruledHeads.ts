import { isBlank, isEmptyLine, isSeparator } from '../../text/sourceText.ts';
import { boxedLines, isAboutAsLong, isDrawnBelow, readUnderline } from '../underlines.ts';
import { withoutAddress } from './linkedHeads.ts';
import { type Items, isShortPhrase, leadingNumber } from './markedHeads.ts';
import { addToGroup } from '../../../base/collections/groupBy.ts';

/** A rule below the names of columns: `------   ----`. */
const COLUMN_RULE = /[-=]{2}\s{1,40}[-=]{2}/;
/** An address, which is not a title: `https://a.example` above a rule. */
const ADDRESS = /^\s*<?\w{3,6}:\/\/\S+\s*$/;

/** `** Ferry stops`: a heading above its rule, as mail programs write it. Its words do not matter. */
const MAILED = /^\*\* [^\s*]/;

/** Whether a line could be the heading above a rule. With a colon, the rule has to be as long: `1 May:` above `------`. */
function mayBeUnderlined(line = '', rule = ''): boolean {
  const words = withoutAddress(line.trim());
  return MAILED.test(line) || isShortPhrase(isAsLong(rule, line) ? words.replace(/[:：]$/, '') : words);
}

function isAsLong(rule: string, words: string): boolean {
  return Math.abs(rule.trim().length - words.trim().length) < 2;
}

/**
 * Returns the lines that the line below underlines: with at least half their length, or with less if there are several;
 * beside those, also sentences as long as their underline. `2. Tugs` above `-----` is also a heading, and not an item.
 * `rules`: those that separate parts and underline nothing.
 */
export function underlinedHeads(
  lines: readonly string[],
  items: Items,
  rules: ReadonlySet<number>,
): ReadonlySet<number> {
  const found: number[] = [];
  const sentences: number[] = [];
  const boxed = boxedLines(lines);
  lines.forEach((line, i) => {
    const under = lines[i + 1];
    if (!isSeparator(under) || isEmptyLine(line)) return;
    if (rules.has(i + 1) && !boxed.has(i)) return;
    if (COLUMN_RULE.test(under ?? '')) return;
    if (!isBlank(lines[i - 1]) && !boxed.has(i) && readUnderline(lines, i + 1) !== 'title') return;
    if (ADDRESS.test(line) || (items[i] && leadingNumber(line, items[i]) === undefined)) return;
    if (mayBeUnderlined(line, under)) found.push(i);
    else if (isDrawnBelow(under ?? '', line)) sentences.push(i);
  });
  return new Set(
    found.length > 1
      ? [...found, ...sentences]
      : found.filter((i) => MAILED.test(lines[i] ?? '') || isAboutAsLong(lines[i + 1] ?? '', lines[i] ?? '')),
  );
}

/** A headline inside such a section, which has no rule: `** Ferry stops (https://a.example)`. */
const MAILED_BELOW = /^\*\* [^\s*][^*]{0,2000}$/;

/** Returns the headlines of a mail below headings such as `** Ferries` above a rule: each is right above its text. */
export function mailedHeadlines(lines: readonly string[]): ReadonlySet<number> {
  const isMailed = (i: number) => MAILED.test(lines[i] ?? '') && !isEmpty(i);
  const isEmpty = (i: number) => isEmptyLine(lines[i]);
  const section = lines.findIndex((line, i) => MAILED.test(line) && isSeparator(lines[i + 1]));
  if (section < 0) return new Set();
  const found = lines.flatMap((line, i) => {
    const isHeadline = i > section && MAILED_BELOW.test(line) && isEmpty(i - 1) && !isEmpty(i + 1);
    return isHeadline && !isMailed(i + 1) && isShortPhrase(withoutAddress(line)) ? [i] : [];
  });
  return new Set(found);
}

/**
 * Returns the rules between the parts of a text: at least three of a kind, most of them below what they cannot
 * underline, which is a blank line, a paragraph of several lines, or a sentence. A rule as long as the words above it
 * is an underline, and a rule below the names of columns separates nothing.
 */
export function partingRules(lines: readonly string[]): ReadonlySet<number> {
  const kinds = new Map<string, number[]>();
  lines.forEach((line, i) => {
    if (!isSeparator(line) || COLUMN_RULE.test(line)) return;
    const mark = line.trim().slice(0, 1);
    addToGroup(kinds, mark, i);
  });
  const isEmpty = (i: number) => isEmptyLine(lines[i]);
  const parts = (i: number) => isEmpty(i - 1) || !isEmpty(i - 2) || !mayBeUnderlined(lines[i - 1], lines[i]);
  return new Set(
    [...kinds.values()]
      .filter((rules) => rules.length > 2 && rules.filter(parts).length * 2 > rules.length)
      .flatMap((rules) => rules.filter((i) => parts(i) || !isAsLong(lines[i] ?? '', lines[i - 1] ?? ''))),
  );
}

/** A field of a mail's header, or of data: `Date: 3 March`. */
const FIELD = /^[\p{L}-]{1,20}:\s/u;
const RULED_LENGTH = 60;

/**
 * Returns the first lines below such rules, if most of them could be headings: `-----` /
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
      isShortPhrase(words) &&
      items[i] === undefined &&
      !FIELD.test(words) &&
      !/^\p{Ll}/u.test((lines[i + 1] ?? '').trim())
    );
  });
  return new Set(heads.length > 2 && heads.length * 2 > firsts.length ? heads : []);
}

/** Minimum number of headings with text indented below them. */
const MIN_PARTS = 5;

/**
 * Returns the short lines in the first column whose text is indented below them, if there are at least five and hardly
 * any other paragraph begins in that column: `Ferries` / `    The last one goes at nine.`
 */
export function outdentedHeads(lines: readonly string[], items: Items): ReadonlySet<number> {
  const found: number[] = [];
  let others = 0;
  lines.forEach((line, i) => {
    if (/^[\s\p{Ll}]|^$/u.test(line) || isSeparator(line) || !isEmptyLine(lines[i - 1])) return;
    let below = i + 1;
    while (below < lines.length && isBlank(lines[below])) below++;
    const isHead =
      line.length <= RULED_LENGTH &&
      isShortPhrase(line) &&
      !items[i] &&
      /^\s{2,8}\S/.test(lines[below] ?? '') &&
      !items[below];
    if (isHead) found.push(i);
    else others++;
  });
  return new Set(found.length >= MIN_PARTS && found.length > others * 2 ? found : []);
}
