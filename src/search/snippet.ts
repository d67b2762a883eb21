import { inSingleSpaces } from '../base/tidy.ts';
import { findWords } from './words.ts';

/** An excerpt of a text around the words that were found in it. */
export interface Snippet {
  readonly text: string;
  /** The half-open ranges of the found words in `text`, in UTF-16 units. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** The length of the text shown before the first found word, in UTF-16 units. */
const BEFORE = 40;

/** `length`: the maximum in UTF-16 units, without the dots. `words`: folded; without a match, the text's beginning. */
export function snippetOf(text: string, words: readonly string[], length: number): Snippet {
  const line = inSingleSpaces(text);
  const wanted = new Set(words);
  const all = findWords(line);
  const found = all.filter(({ word }) => wanted.has(word));
  const first = found[0]?.from ?? 0;
  const isShort = line.length <= length;
  const from =
    isShort || first <= BEFORE ? 0 : (all.find((word) => word.from >= first - BEFORE)?.from ?? first);
  const limit = Math.min(line.length, from + length);
  const to = limit === line.length ? limit : (all.findLast((word) => word.to <= limit)?.to ?? limit);
  const start = from > 0 ? '… ' : '';
  return {
    text: `${start}${line.slice(from, Math.max(to, from))}${to < line.length ? ' …' : ''}`,
    ranges: found
      .filter((word) => word.to <= to)
      .map((word) => [word.from - from + start.length, word.to - from + start.length]),
  };
}

/** The found words as written in the text, without duplicates: `Guarantees`, `guarantee`. */
export function spellingsOf(text: string, words: readonly string[]): string[] {
  const wanted = new Set(words);
  const found = findWords(text).filter(({ word }) => wanted.has(word));
  return [...new Set(found.map(({ from, to }) => text.slice(from, to)))];
}
