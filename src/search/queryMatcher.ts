import { BitSet } from '../base/collections/bitSet.ts';
import type { Corpus, NumberedItem } from './corpus.ts';
import { type PartialMatches, groupPartialMatches, isDistinctive } from './partialMatches.ts';
import type { Query } from './query.ts';
import { WordMatcher } from './wordMatcher.ts';
import { joinedWords } from './words.ts';

/** The score factor for a word that is only in the briefing's title. */
const TITLE_FACTOR = 0.3;

/** Finds the items that contain the words of a query, in the item itself or in the title of its briefing. */
export class QueryMatcher {
  readonly #corpus: Corpus;
  readonly #query: Query;
  readonly #words: readonly WordMatcher[];
  readonly #phrases: readonly WordMatcher[];
  readonly #matchers: readonly WordMatcher[];

  constructor(corpus: Corpus, query: Query, words?: readonly WordMatcher[]) {
    const { index } = corpus;
    this.#corpus = corpus;
    this.#query = query;
    this.#words = words ?? query.words.map((word) => new WordMatcher(index, word, false));
    this.#phrases = query.phrases.flat().map((word) => new WordMatcher(index, word, true));
    this.#matchers = [...this.#words, ...this.#phrases];
  }

  /** The numbers of the items that have all words; undefined for a query without words. */
  get items(): BitSet | undefined {
    const [first, ...others] = this.#matchers;
    if (!first) return undefined;
    if (others.length === 0) return first.items;
    // At least one of the words has to be in the item itself.
    return this.#intersection(this.#matchers).keepOnly(unionOf(this.#matchers));
  }

  /** A matcher for the phrases and the distinctive words only; undefined if no word of the query can be left out. */
  get distinctive(): QueryMatcher | undefined {
    if (this.#words.length === 0 || this.#matchers.length === 1) return undefined;
    const words = this.#words.filter(({ word, items }) => isDistinctive(word, items.size, this.#corpus.size));
    return new QueryMatcher(this.#corpus, this.#query, words);
  }

  /**
   * The items that contain some of the words, grouped by these words; see {@link groupPartialMatches}. All words of
   * phrases have to match, and at least one word has to be in the item itself.
   */
  get partialMatches(): readonly PartialMatches[] {
    const candidates = unionOf(this.#matchers);
    return groupPartialMatches(
      this.#phrases.length > 0 ? candidates.keepOnly(this.#intersection(this.#phrases)) : candidates,
      this.#words.map(({ word, items }) => ({ word, items: this.#withItemsOfTitles(items) })),
    );
  }

  /** How well one of the `items` matches the query. */
  scoreOf({ number, first }: NumberedItem): number {
    return this.#matchers.reduce(
      (sum, matcher) => sum + (matcher.scoreOf(number) || matcher.scoreOf(first) * TITLE_FACTOR),
      0,
    );
  }

  /** Whether an item has all phrases, in word order, and none of the excluded words and phrases. */
  passesPhrases({ item }: NumberedItem): boolean {
    const { phrases, excluded } = this.#query;
    if (phrases.length === 0 && excluded.length === 0) return true;
    const text = joinedWords(item.title, item.text);
    const holds = (words: readonly string[]) => text.includes(` ${words.join(' ')} `);
    return phrases.every(holds) && !excluded.some(holds);
  }

  /** The words of an item that match the query, folded. */
  wordsIn({ number, item }: NumberedItem): readonly string[] {
    return [...new Set(this.#matchers.flatMap((matcher) => matcher.wordsIn(number, item)))];
  }

  #intersection(matchers: readonly WordMatcher[]): BitSet {
    return matchers
      .map(({ items }) => this.#withItemsOfTitles(items))
      .reduce((found, items) => found.keepOnly(items));
  }

  /** Adds all items of the briefings whose title is among `items`: a title's words count for each of its items. */
  #withItemsOfTitles(items: BitSet): BitSet {
    const all = items.copy();
    for (const { first, count } of this.#corpus.documents)
      if (items.has(first)) for (let i = 0; i < count; i++) all.add(first + i);
    return all;
  }
}

function unionOf(all: readonly { readonly items: BitSet }[]): BitSet {
  return all.reduce((union, { items }) => union.addAll(items), new BitSet());
}
