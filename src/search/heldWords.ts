import type { BitSet } from '../base/collections/bitSet.ts';
import { isStopWord } from './stopWords.ts';

/** A word of a search, and the items that hold it. */
export interface HeldWord {
  readonly word: string;
  readonly items: BitSet;
  /** What it tells of what is meant, see {@link weightOf}. */
  readonly weight: number;
}

/** Items that hold the same words of a search. */
export interface HoldersOfSome {
  readonly numbers: readonly number[];
  /** The words that they lack. */
  readonly without: readonly string[];
  /** Of the words that they hold. */
  readonly weight: number;
}

/** What a stop word counts of a word that is as rare. */
const STOP_SHARE = 0.1;
/** What fewer than one in so many items hold tells them apart. */
const TELLING = 2;
/** Who holds less of the words than this holds by chance what was asked for. Of three equal words, one is enough. */
const LEAST = 0.33;

/** The rarer a word, the more it tells. A word that is nowhere tells nothing: nobody is the worse for lacking it. */
export function weightOf(word: string, count: number, total: number): number {
  if (count === 0) return 0;
  return Math.log((total + 1) / count) * (isStopWord(word) ? STOP_SHARE : 1);
}

/** Whether an item may be found for the sake of this word alone. */
export function isTelling(word: string, count: number, total: number): boolean {
  return count * TELLING <= total && !isStopWord(word);
}

/**
 * Some items by which of the words they hold, those that hold the most first: what is left out weighs the least. Each
 * item has a bit for each word, so there may be 32 of these.
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
  for (const [number, mask] of masks) {
    const group = groups.get(mask);
    if (group) group.push(number);
    else groups.set(mask, [number]);
  }
  const isIn = (mask: number, i: number) => ((mask >>> i) & 1) === 1;
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  return [...groups]
    .map(([mask, numbers]) => ({
      numbers,
      without: words.flatMap(({ word }, i) => (isIn(mask, i) ? [] : [word])),
      weight: words.reduce((sum, one, i) => (isIn(mask, i) ? sum + one.weight : sum), 0),
    }))
    .filter(({ weight }) => weight >= whole * LEAST)
    .sort((a, b) => b.weight - a.weight);
}
