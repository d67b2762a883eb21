import { BitSet } from '../base/collections/bitSet.ts';
import type { Corpus, PlacedItem } from './corpus.ts';
import { type HoldersOfSome, holdersOfSome, isTelling, weightOf } from './heldWords.ts';
import type { Query } from './query.ts';
import { WordMatcher } from './wordMatcher.ts';
import { foldedText } from './words.ts';

/** What a word counts that stands in the title of the briefing only, and not in the item itself. */
const TITLE_SHARE = 0.3;

/** Finds which items hold the words of a search: each in the item itself, or in the title of its briefing. */
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

  /** The numbers of the items that hold all words; undefined where no word is searched for. */
  get items(): BitSet | undefined {
    const [first, ...others] = this.#matchers;
    if (!first) return undefined;
    if (others.length === 0) return first.items;
    // At least one of them has to be in the item itself.
    return this.#withAll(this.#matchers).keepOnly(unionOf(this.#matchers));
  }

  /**
   * The items that hold some of the words, by which they lack; those that lack the least first. Of phrases all words have
   * to be there. A word that tells something has to be in the item itself.
   */
  get holdersOfSome(): readonly HoldersOfSome[] {
    const { words } = this.#query;
    // There is nothing that could be left out.
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

  /** How well one of those items answers the search. */
  scoreOf({ number, first }: PlacedItem): number {
    return this.#matchers.reduce(
      (sum, matcher) => sum + (matcher.scoreOf(number) || matcher.scoreOf(first) * TITLE_SHARE),
      0,
    );
  }

  /** Whether phrases are there in their order, and what is excluded is not. */
  isMeant({ item }: PlacedItem): boolean {
    const { phrases, excluded } = this.#query;
    if (phrases.length === 0 && excluded.length === 0) return true;
    const text = foldedText(item.title, item.text);
    const holds = (words: readonly string[]) => text.includes(` ${words.join(' ')} `);
    return phrases.every(holds) && !excluded.some(holds);
  }

  /** The words of an item that were searched for, folded. */
  wordsIn({ number, item }: PlacedItem): readonly string[] {
    return [...new Set(this.#matchers.flatMap((matcher) => matcher.wordsIn(number, item)))];
  }

  #withAll(matchers: readonly WordMatcher[]): BitSet {
    return matchers
      .map(({ items }) => this.#withTitled(items))
      .reduce((found, items) => found.keepOnly(items));
  }

  /** What is in the title of a briefing may be meant with anything that is in it. */
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
