import { addToGroup } from '../base/collections/groupBy.ts';
import type { BitSet } from '../base/collections/bitSet.ts';
import { isStopWord } from './stopWords.ts';

/** A word of a query, and the items that contain it. */
export interface HeldWord {
  readonly word: string;
  readonly items: BitSet;
  /** How much it says about what is searched for, see {@link weightOf}. */
  readonly weight: number;
}

/** Items that contain the same words of a query. */
export interface HoldersOfSome {
  readonly numbers: readonly number[];
  /** The words that they lack. */
  readonly without: readonly string[];
  /** The sum of the weights of the words that they contain. */
  readonly weight: number;
}

/** The weight of a stop word, relative to another word that is as rare. */
const STOP_SHARE = 0.1;
/** A word is telling if at most one in so many items contains it. */
const TELLING = 2;
/** The share of the words' weight below which a match is accidental. Of three equal words, one is enough. */
const MIN_WEIGHT_SHARE = 0.33;

/** The weight of a word: the rarer, the greater. 0 for a word that is in no item, so that lacking it costs nothing. */
export function weightOf(word: string, count: number, total: number): number {
  if (count === 0) return 0;
  return Math.log((total + 1) / count) * (isStopWord(word) ? STOP_SHARE : 1);
}

/** Whether an item may be found by this word alone. */
export function isTelling(word: string, count: number, total: number): boolean {
  return count * TELLING <= total && !isStopWord(word);
}

/**
 * Groups items by which of the words they contain, sorted by the weight of these words, the greatest first. Each item
 * has one bit per word, so there may be at most 32 words.
 */
export function holdersOfSome(candidates: BitSet, words: readonly HeldWord[]): readonly HoldersOfSome[] {
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
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  return [...groups]
    .map(([mask, numbers]) => ({
      numbers,
      without: words.flatMap(({ word }, i) => (isIn(mask, i) ? [] : [word])),
      weight: words.reduce((sum, one, i) => (isIn(mask, i) ? sum + one.weight : sum), 0),
    }))
    .filter(({ weight }) => weight >= whole * MIN_WEIGHT_SHARE)
    .sort((a, b) => b.weight - a.weight);
}
