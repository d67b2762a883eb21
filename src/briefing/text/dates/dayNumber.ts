import { isMonth } from './dateForms.ts';

/** A number, a word, which may be the name of a month, and what is after it. */
const NUMBERED_WORD = /^\s*\d{1,2}\.\s{1,3}(\p{L}[\p{L}\p{M}'’]*)(.*)/u;
const AFTER_DATE = /^\.?\s*(?:$|[\d:：,;|()·–—-])/;

/**
 * Returns what is after a number and a month, `: the ferry` for `3. März: the ferry`; undefined if there is no month.
 * The number may also count something: `2. Mars rover`. The word is looked up, as an expression of the names of all
 * months would take long to compile.
 */
export function afterDay(words: string): string | undefined {
  const [, name = '', after] = NUMBERED_WORD.exec(words) ?? [];
  return isMonth(name) ? after : undefined;
}

/** Whether words begin with a day, because nothing but a year or a mark is after the month: `3. März 2026`, `3. März: `. */
export function beginsWithDay(words: string): boolean {
  const after = afterDay(words);
  return after !== undefined && AFTER_DATE.test(after);
}
