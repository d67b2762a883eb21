import type { Corpus } from '../../src/search/corpus.ts';
import type { Query } from '../../src/search/query.ts';
import type { SearchItem } from '../../src/search/searchDocument.ts';
import { tokenize } from '../../src/search/words.ts';

/**
 * The definition of what a search without filters finds: it examines every item, without an index. The keys
 * are `uri number`, the values the matching words of each item.
 */
export function plainScan(query: Query, corpus: Corpus): ReadonlyMap<string, readonly string[]> {
  const documents = [...corpus.documents].map(({ document }) => document);
  const all = documents.flatMap(({ items }) => items.flatMap(wordsIn));
  const tests = [
    ...query.words.map((word) => asTyped(word, all)),
    ...query.phrases.flat().map((word) => (one: string) => one === word),
  ];
  const found = new Map<string, readonly string[]>();
  for (const { uri, items } of documents) {
    const titles = items.slice(0, 1).flatMap(wordsIn);
    items.forEach((item, i) => {
      const own = wordsIn(item);
      const hasAll = tests.every((is) => own.some(is) || (tests.length > 1 && titles.some(is)));
      const asked = own.filter((word) => tests.some((is) => is(word)));
      if (hasAll && asked.length > 0 && isMeant(query, own))
        found.set(`${uri} ${i}`, [...new Set(asked)].sort());
    });
  }
  return found;
}

function wordsIn({ title, text }: SearchItem): string[] {
  return [...tokenize(title), ...tokenize(text)];
}

/** Matches a word, and words that start with it, or if there is none, similar words. */
function asTyped(word: string, all: readonly string[]): (one: string) => boolean {
  const begins = word.length > 1 || word > '\u02ff';
  const isTyped = (one: string) => one === word || (begins && one.startsWith(word));
  if (all.some(isTyped) || /\d/.test(word)) return isTyped;
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  return (one) => distance(one, word) <= most;
}

/** The edit distance, by its definition. */
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  if (one.startsWith(other.charAt(0))) return distance(one.slice(1), other.slice(1));
  const [a, b] = [one.slice(1), other.slice(1)];
  // All distances above two are equivalent.
  if (Math.abs(one.length - other.length) > 2) return 3;
  return 1 + Math.min(distance(a, b), distance(a, other), distance(one, b));
}

function isMeant({ phrases, excluded }: Query, own: readonly string[]): boolean {
  const holds = (words: readonly string[]) =>
    own.some((_, at) => words.every((word, i) => own[at + i] === word));
  return phrases.every(holds) && !excluded.some(holds);
}
