import { findWords } from './words.ts';

/** A piece of a text around what was found in it. */
export interface Snippet {
  readonly text: string;
  /** Where in it the words are, in UTF-16 units, half-open. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** How much is shown before the first word that was found, in UTF-16 units. */
const BEFORE = 40;

/** `length`: at most, in UTF-16 units, the dots left out. `words`: folded. Without any of them, the text's beginning. */
export function snippetOf(text: string, words: readonly string[], length: number): Snippet {
  const line = text.replace(/\s+/g, ' ').trim();
  const asked = new Set(words);
  const all = findWords(line);
  const found = all.filter(({ word }) => asked.has(word));
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

/** What was found as it is written, each once: `Guarantees`, `guarantee`. */
export function writtenWords(text: string, words: readonly string[]): string[] {
  const asked = new Set(words);
  const found = findWords(text).filter(({ word }) => asked.has(word));
  return [...new Set(found.map(({ from, to }) => text.slice(from, to)))];
}
