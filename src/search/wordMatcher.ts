import { BitSet } from '../base/collections/bitSet.ts';
import { fuzzyMatches } from './fuzzyMatches.ts';
import type { SearchItem } from './searchDocument.ts';
import type { WordIndex, WordMatch } from './wordIndex.ts';
import { findWords } from './words.ts';

/** What a word adds to a score that is in so many items that it says little, and one that only begins with it. */
const COMMON_SCORE = 0.2;
const BEGUN_SCORE = 0.1;
/** Of words in more places than this it is not asked how well each answers: which items have them is enough. */
const MOST = 5000;

/** One letter begins too many words to tell anything, but one sign of Chinese does. */
function isBeginning(word: string): boolean {
  return word.length > 1 || word > '\u02ff';
}

/** How far a word may be from what was typed, in letters. Another number is never meant. */
function distanceOf(word: string): number {
  if (/\d/.test(word)) return 0;
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/** Which items hold one word of a search, and how well each answers it. */
export class WordMatcher {
  /** All items that hold it. */
  readonly items: BitSet;
  /** Those of which it is known how well they do; and the common words that the others may have. */
  readonly #scored: ReadonlyMap<number, WordMatch>;
  readonly #exact: BitSet | undefined;
  /** The common words that are nearly what was typed. */
  readonly #near: readonly string[];
  readonly #isMeant: (word: string) => boolean;

  /** `isExact`: as it is typed only, not what begins with it or is nearly it. */
  constructor(index: WordIndex, word: string, isExact: boolean) {
    const mayBegin = !isExact && isBeginning(word);
    const common = commonLike(index, word, mayBegin);
    const isFrequent = common.length > 0 || (mayBegin && index.countFrom(word, MOST) > MOST);
    const scored = isFrequent ? new Map<number, WordMatch>() : index.find(word, { prefix: mayBegin });
    const isFound = isFrequent || scored.size > 0;
    // Only where nothing is as it was typed may something be meant that is not.
    const distance = isExact || isFound ? 0 : distanceOf(word);
    this.#near = distance > 0 ? fuzzyMatches(index.common.keys(), word, distance) : [];
    this.#scored = distance > 0 ? index.find(word, { fuzzy: distance }) : scored;
    this.#exact = index.common.get(word);
    this.#isMeant =
      this.#near.length > 0
        ? (one) => this.#near.includes(one)
        : (one) => (mayBegin ? one.startsWith(word) : one === word);
    this.items = new BitSet(this.#scored.keys());
    for (const one of [...common, ...this.#near]) this.items.addAll(index.common.get(one) ?? new BitSet());
    // What is common itself is not in the index, but what begins with it may be.
    if (!isFrequent || !mayBegin) return;
    for (const [, postings] of index.postings(word))
      for (const items of postings.values()) for (const item of items.keys()) this.items.add(item);
  }

  /** 0 for an item that does not hold it. */
  scoreOf(number: number): number {
    const scored = this.#scored.get(number);
    if (scored) return scored.score;
    if (this.#exact?.has(number)) return COMMON_SCORE;
    return this.items.has(number) ? BEGUN_SCORE : 0;
  }

  /** The words of an item that answer it, folded. */
  wordsIn(number: number, { title, text }: SearchItem): readonly string[] {
    const scored = this.#scored.get(number)?.words;
    if (scored && this.#near.length === 0) return scored;
    if (!this.items.has(number)) return [];
    return findWords(`${title}\n${text}`)
      .map(({ word }) => word)
      .filter((word) => scored?.includes(word) === true || this.#isMeant(word));
  }
}

function commonLike({ common }: WordIndex, word: string, mayBegin: boolean): readonly string[] {
  if (!mayBegin) return common.has(word) ? [word] : [];
  return [...common.keys()].filter((one) => one.startsWith(word));
}
