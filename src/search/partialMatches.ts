import { addToGroup } from '../base/collections/groupBy.ts';
import type { BitSet } from '../base/collections/bitSet.ts';
import { isStopWord } from './stopWords.ts';

/** A word of a query, and the items that contain it. */
export interface QueryWord {
  readonly word: string;
  readonly items: BitSet;
}

/** Items that contain the same words of a query. */
export interface PartialMatches {
  readonly numbers: readonly number[];
  /** The words that they do not contain. */
  readonly without: readonly string[];
  /** The number of words that they contain. */
  readonly count: number;
}

/** A word is distinctive if at most 1/DISTINCTIVE of the items contain it. */
const DISTINCTIVE = 2;
/** Minimum share of the words that any item contains, below which a match is accidental: one of four is enough. */
const MIN_SHARE = 0.25;

/** Whether an item can be found by this word alone. Other words say little: no item has to contain them. */
export function isDistinctive(word: string, count: number, total: number): boolean {
  return count * DISTINCTIVE <= total && !isStopWord(word);
}

/**
 * Groups items by the words that they contain; those with the most words come first. Each item has one bit per word, so
 * there may be at most 32 words.
 */
export function groupPartialMatches(
  candidates: BitSet,
  words: readonly QueryWord[],
): readonly PartialMatches[] {
  const masks = new Map<number, number>();
  for (const number of candidates) masks.set(number, 0);
  words.forEach(({ items }, i) => {
    for (const number of items) {
      const mask = masks.get(number);
      if (mask !== undefined) masks.set(number, mask | (1 << i));
    }
  });
  const groups = new Map<number, number[]>();
  for (const [number, mask] of masks) addToGroup(groups, mask, number);
  const least = words.filter(({ items }) => !items.isEmpty).length * MIN_SHARE;
  return [...groups]
    .map(([mask, numbers]) => {
      const without = words.flatMap(({ word }, i) => (((mask >>> i) & 1) === 1 ? [] : [word]));
      return { numbers, without, count: words.length - without.length };
    })
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count);
}
