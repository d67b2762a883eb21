import { BitSet } from '../base/collections/bitSet.ts';
import type { Corpus, PlacedItem } from './corpus.ts';
import { type HoldersOfSome, holdersOfSome, isTelling, weightOf } from './partialMatches.ts';
import type { Query } from './query.ts';
import { WordMatcher } from './wordMatcher.ts';
import { foldedText } from './words.ts';

/** The share of its score that a word counts if it is only in the briefing's title, and not in the item itself. */
const TITLE_SHARE = 0.3;

/** Finds the items that have the words of a query, each word in the item itself or in the title of its briefing. */
export class QueryMatcher {
  readonly #corpus: Corpus;
  readonly #query: Query;
  readonly #words: readonly WordMatcher[];
  readonly #phrases: readonly WordMatcher[];
  readonly #matchers: readonly WordMatcher[];

  constructor(corpus: Corpus, query: Query) {
    const { index } = corpus;
    this.#corpus = corpus;
    this.#query = query;
    this.#words = query.words.map((word) => new WordMatcher(index, word, false));
    this.#phrases = query.phrases.flat().map((word) => new WordMatcher(index, word, true));
    this.#matchers = [...this.#words, ...this.#phrases];
  }

  /** The numbers of the items that have all words; undefined for a query without words. */
  get items(): BitSet | undefined {
    const [first, ...others] = this.#matchers;
    if (!first) return undefined;
    if (others.length === 0) return first.items;
    // At least one of the words has to be in the item itself.
    return this.#withAll(this.#matchers).keepOnly(unionOf(this.#matchers));
  }

  /**
   * The items that have some, but not all of the words, grouped by the words that they lack; those that lack the least
   * first. All words of phrases have to be there, and at least one telling word has to be in the item itself.
   */
  get holdersOfSome(): readonly HoldersOfSome[] {
    const { words } = this.#query;
    // No word could be left out.
    if (words.length === 0 || this.#matchers.length === 1) return [];
    const { size } = this.#corpus;
    const held = words.map((word, i) => {
      const items = this.#words[i]?.items ?? new BitSet();
      return { word, items, weight: weightOf(word, items.size, size) };
    });
    const telling = held.filter(({ word, items }) => isTelling(word, items.size, size));
    const candidates = unionOf([...telling, ...this.#phrases]);
    return holdersOfSome(
      this.#phrases.length > 0 ? candidates.keepOnly(this.#withAll(this.#phrases)) : candidates,
      held.map((one) => ({ ...one, items: this.#withTitled(one.items) })),
    ).filter(({ without }) => without.length > 0);
  }

  /** How well one of the `items` matches the query. */
  scoreOf({ number, first }: PlacedItem): number {
    return this.#matchers.reduce(
      (sum, matcher) => sum + (matcher.scoreOf(number) || matcher.scoreOf(first) * TITLE_SHARE),
      0,
    );
  }

  /** Whether an item has all phrases, in word order, and none of the excluded words and phrases. */
  passesPhrases({ item }: PlacedItem): boolean {
    const { phrases, excluded } = this.#query;
    if (phrases.length === 0 && excluded.length === 0) return true;
    const text = foldedText(item.title, item.text);
    const holds = (words: readonly string[]) => text.includes(` ${words.join(' ')} `);
    return phrases.every(holds) && !excluded.some(holds);
  }

  /** The words of an item that match the query, folded. */
  wordsIn({ number, item }: PlacedItem): readonly string[] {
    return [...new Set(this.#matchers.flatMap((matcher) => matcher.wordsIn(number, item)))];
  }

  #withAll(matchers: readonly WordMatcher[]): BitSet {
    return matchers
      .map(({ items }) => this.#withTitled(items))
      .reduce((found, items) => found.keepOnly(items));
  }

  /** Adds all items of the briefings whose title is among `items`: a title's words count for each of its items. */
  #withTitled(items: BitSet): BitSet {
    const all = items.copy();
    for (const { first, count } of this.#corpus.documents)
      if (items.has(first)) for (let i = 0; i < count; i++) all.add(first + i);
    return all;
  }
}

function unionOf(all: readonly { readonly items: BitSet }[]): BitSet {
  return all.reduce((union, { items }) => union.addAll(items), new BitSet());
}
