import { addToGroup } from '../../../base/collections/groupBy.ts';
import type { Form } from './lineForm.ts';
import type { LinePlaces } from './linePlaces.ts';
import { isTitleLine } from '../../text/title.ts';
import { opensSources } from '../../text/sourceLabels.ts';

/** Minimum number of lines that only their numbers tell apart. */
const MIN_HEADS = 3;
/** A longer line is prose. In UTF-16 units. */
const MAX_LENGTH = 100;
/** So is one of more words, and one with more before its first number: `I went to the harbour and saw 3 ferries`. */
const MAX_WORDS = 8;
const MAX_WORDS_BEFORE = 5;

/**
 * Returns the lines above lists that begin alike:
 * - three or more right above them that only their numbers tell apart, or that have the same words before their first
 *   number, if hardly any of them are the same: `2026 Q1` / `- a`, `ver 1.2 (not yet out)` / `* a`
 * - two or more with a colon that share their first four words, and what else has those: `This release includes the
 *   following changes:`, `This release includes the following bug fixes:`
 */
export function alikeHeads(forms: readonly (Form | undefined)[], places: LinePlaces): ReadonlySet<number> {
  const numbered = linesBy(forms, (_, i) =>
    headsList(places, i) ? formOfNumbers(places.words(i)) : undefined,
  );
  const started = linesBy(forms, (form, i) => (form === 'colon' ? startOf(places, i) : undefined));
  const areAlike = (lines: readonly number[]) =>
    lines.length >= MIN_HEADS && new Set(lines.map((i) => places.words(i))).size * 3 > lines.length * 2;
  const areOwn = (lines: readonly number[]) =>
    lines.filter((i) => places.isItem(places.below(i)) && forms[places.above(i)] === undefined).length > 1 &&
    new Set(lines.map((i) => places.words(i))).size === lines.length;
  return new Set([...numbered.filter(areAlike), ...started.filter(areOwn)].flat());
}

/** The lines that have a key, by their keys. */
function linesBy(
  forms: readonly (Form | undefined)[],
  keyOf: (form: Form | undefined, i: number) => string | undefined,
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [i, form] of forms.entries()) {
    const key = keyOf(form, i);
    if (key !== undefined) addToGroup(groups, key, i);
  }
  return [...groups.values()];
}

/** Whether a list is right below a line that is apart from the words above. */
function headsList(places: LinePlaces, i: number): boolean {
  return places.isItem(i + 1) && !places.isItem(i) && !places.isIndented(i) && places.beginsApart(i);
}

/** The words before the first number of a line, or the whole line without its digits if it begins with a number. */
function formOfNumbers(words: string): string | undefined {
  const number = words.search(/\d/);
  if (number < 0 || words.length > MAX_LENGTH || !isTitleLine(`a ${words.replace(/[:：]$/, '')}`))
    return undefined;
  const before = words.slice(0, number).toLowerCase();
  if (countWords(words) > MAX_WORDS || countWords(before) > MAX_WORDS_BEFORE || opensSources(words))
    return undefined;
  return /\p{L}/u.test(before) ? before : words.replace(/\d+/g, '0').toLowerCase();
}

function countWords(words: string): number {
  return words.trim().split(/\s+/).length;
}

/** The first four words of a line between blank lines, if it has more. */
function startOf(places: LinePlaces, i: number): string | undefined {
  if (!places.beginsApart(i) || places.below(i) <= i + 1) return undefined;
  return /^(?:\S+\s+){4}/.exec(places.words(i))?.[0];
}
