import { BitSet } from '../base/collections/bitSet.ts';
import { fuzzyMatches } from './fuzzyMatches.ts';
import type { SearchItem } from './searchDocument.ts';
import type { WordIndex, WordMatch } from './wordIndex.ts';
import { findWords } from './words.ts';

/** Flat scores for common words: the word itself, or only a similar one. */
const COMMON_SCORE = 0.2;
const PREFIX_SCORE = 0.1;
/** If the words with a prefix have more postings than this, their items are found, but not scored individually. */
const MAX_SCORED = 5000;

/** Whether a word may match as a prefix: a single letter begins too many words, but a Chinese character does not. */
function allowsPrefix(word: string): boolean {
  return word.length > 1 || word > '\u02ff';
}

/** The edit distance up to which other words match. 0 if the word has a digit: another number is never meant. */
function maxDistanceFor(word: string): number {
  if (/\d/.test(word)) return 0;
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/** Finds the items that match one word of a query, and how well. */
export class WordMatcher {
  readonly word: string;
  /** All items that match. */
  readonly items: BitSet;
  /** The items that were scored individually. */
  readonly #scored: ReadonlyMap<number, WordMatch>;
  readonly #exact: BitSet | undefined;
  /** The common words within the edit distance, if nothing matches exactly. */
  readonly #near: readonly string[];
  readonly #isMeant: (word: string) => boolean;

  /** `isExact`: match only the word itself, not words that begin with it or are similar. */
  constructor(index: WordIndex, word: string, isExact: boolean) {
    this.word = word;
    const matchesPrefix = !isExact && allowsPrefix(word);
    const common = commonMatches(index, word, matchesPrefix);
    const isFrequent =
      common.length > 0 || (matchesPrefix && index.countWithPrefix(word, MAX_SCORED) > MAX_SCORED);
    const scored = isFrequent ? new Map<number, WordMatch>() : index.find(word, { prefix: matchesPrefix });
    const isFound = isFrequent || scored.size > 0;
    // Similar words match only if the word itself is not found.
    const distance = isExact || isFound ? 0 : maxDistanceFor(word);
    this.#near = distance > 0 ? fuzzyMatches(index.common.keys(), word, distance) : [];
    this.#scored = distance > 0 ? index.find(word, { fuzzy: distance }) : scored;
    this.#exact = index.common.get(word);
    this.#isMeant =
      this.#near.length > 0
        ? (one) => this.#near.includes(one)
        : (one) => (matchesPrefix ? one.startsWith(word) : one === word);
    this.items = new BitSet(this.#scored.keys());
    for (const one of [...common, ...this.#near]) this.items.addAll(index.common.get(one) ?? new BitSet());
    // The items of the common words are there, but not yet those of the rarer words with this prefix.
    if (!isFrequent || !matchesPrefix) return;
    for (const [, postings] of index.postings(word))
      for (const items of postings.values()) for (const item of items.keys()) this.items.add(item);
  }

  /** The score of an item; 0 if it does not match. */
  scoreOf(number: number): number {
    const scored = this.#scored.get(number);
    if (scored) return scored.score;
    if (this.#exact?.has(number)) return COMMON_SCORE;
    return this.items.has(number) ? PREFIX_SCORE : 0;
  }

  /** The words of an item that match, folded. */
  wordsIn(number: number, { title, text }: SearchItem): readonly string[] {
    const scored = this.#scored.get(number)?.words;
    if (scored && this.#near.length === 0) return scored;
    if (!this.items.has(number)) return [];
    return findWords(`${title}\n${text}`)
      .map(({ word }) => word)
      .filter((word) => scored?.includes(word) === true || this.#isMeant(word));
  }
}

function commonMatches({ common }: WordIndex, word: string, matchesPrefix: boolean): readonly string[] {
  if (!matchesPrefix) return common.has(word) ? [word] : [];
  return [...common.keys()].filter((one) => one.startsWith(word));
}
