import { addToGroup } from '../base/collections/groupBy.ts';
import type { BitSet } from '../base/collections/bitSet.ts';
import { isStopWord } from './stopWords.ts';

/** A word of a query, and the items that contain it. */
export interface WeightedWord {
  readonly word: string;
  readonly items: BitSet;
  /** How much it contributes to a match, see {@link weightOf}. */
  readonly weight: number;
}

/** Items that contain the same words of a query. */
export interface PartialMatches {
  readonly numbers: readonly number[];
  /** The words that they do not contain. */
  readonly without: readonly string[];
  /** The sum of the weights of the words that they contain. */
  readonly weight: number;
}

/** The weight of a stop word, relative to another word of the same frequency. */
const STOP_WORD_FACTOR = 0.1;
/** A word is distinctive if at most 1/DISTINCTIVE of the items contain it. */
const DISTINCTIVE = 2;
/** Minimum share of the words' total weight, below which a match is accidental. One of three equal words is enough. */
const MIN_WEIGHT_SHARE = 0.33;

/** The weight of a word: rarer words weigh more. 0 if no item contains the word, so a missing word has no cost. */
export function weightOf(word: string, count: number, total: number): number {
  if (count === 0) return 0;
  return Math.log((total + 1) / count) * (isStopWord(word) ? STOP_WORD_FACTOR : 1);
}

/** Whether an item can be found by this word alone. */
export function isDistinctive(word: string, count: number, total: number): boolean {
  return count * DISTINCTIVE <= total && !isStopWord(word);
}

/**
 * Groups items by the words that they contain, and sorts the groups by the weight of these words, the greatest first.
 * Each item has one bit per word, so there may be at most 32 words.
 */
export function groupPartialMatches(
  candidates: BitSet,
  words: readonly WeightedWord[],
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
  const isIn = (mask: number, i: number) => ((mask >>> i) & 1) === 1;
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  return [...groups]
    .map(([mask, numbers]) => ({
      numbers,
      without: words.flatMap(({ word }, i) => (isIn(mask, i) ? [] : [word])),
      weight: words.reduce((sum, one, i) => (isIn(mask, i) ? sum + one.weight : sum), 0),
    }))
    .filter(({ weight }) => weight >= total * MIN_WEIGHT_SHARE)
    .sort((a, b) => b.weight - a.weight);
}
