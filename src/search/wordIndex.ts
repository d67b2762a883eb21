import MiniSearch from 'minisearch';
import { BitSet } from '../base/collections/bitSet.ts';
import { DenseMap } from '../base/collections/denseMap.ts';
import { LazyMap } from '../base/collections/lazyMap.ts';
import { tokenize } from './words.ts';

/** The indexed text of an item, with its number as the id. */
export interface IndexedItem {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

/** How well an item matches a word, and which of its words match. */
export interface WordMatch {
  readonly score: number;
  readonly words: readonly string[];
}

/** The postings of a word: field -> item -> frequency. MiniSearch numbers the items as we do, from 0 on. */
export type Postings = ReadonlyMap<number, ReadonlyMap<number, number>>;

const FIELDS = ['title', 'text'] as const;
/** A word in a label or a title counts more. */
const BOOST = { title: 2 };

/**
 * A word with more postings than `COMMON`, and than `COMMON_SHARE` of the number of items, is a common word, which hardly
 * distinguishes items. Only the set of items that contain it is kept, as bits, without field and frequency.
 */
const COMMON = 1000;
const COMMON_SHARE = 0.01;

/**
 * The words of all items: a MiniSearch index for the distinctive ones, and sets of items for the common ones. It is saved
 * and restored in pieces, through MiniSearch's protected members, because its own `toJSON` and `loadJS` would block
 * everything else for seconds.
 */
export class WordIndex extends MiniSearch<IndexedItem> {
  readonly common: Map<string, BitSet>;
  /** The first UTF-16 units of all words. */
  readonly #initials: Set<string>;
  /** The item that is being added. */
  readonly #adding: { item: number };
  readonly #leastCommon: number;
  /** Shared arrays of item lengths, by the number of words in the title, then in the text. See `#shared`. */
  readonly #lengths: number[][][] = [];
  /** The number of items that may be added or removed before the next {@link moveCommonWords}. */
  #untilUpdate = 1;

  /** `leastCommon`: a word with at most this many postings is not common. */
  constructor(leastCommon = COMMON) {
    const common = new Map<string, BitSet>();
    const initials = new Set<string>();
    const adding = { item: 0 };
    super({
      fields: [...FIELDS],
      tokenize,
      processTerm: (word) => {
        const items = common.get(word);
        items?.add(adding.item);
        if (items) return null;
        initials.add(word.charAt(0));
        return word;
      },
      searchOptions: { boost: BOOST, processTerm: (word) => word },
      // `remove` leaves nothing to clean up.
      autoVacuum: false,
    });
    this._fieldLength = new DenseMap();
    // MiniSearch's short ids are equal to our numbers, so one map works for both directions.
    this._idToShortId = this._documentIds = new DenseMap();
    this.common = common;
    this.#initials = initials;
    this.#adding = adding;
    this.#leastCommon = leastCommon;
  }

  override add(item: IndexedItem): void {
    this.#adding.item = item.id;
    this._nextId = item.id;
    super.add(item);
    this.#untilUpdate--;
  }

  /**
   * Removes an item with all of its words, so that its number can be reused. False if it was indexed with other words,
   * for example by another version of VS Code, which segments Chinese differently: then its number has to stay unused.
   */
  override remove(item: IndexedItem): boolean {
    const lengths = this.lengthsOf(item.id);
    const words = FIELDS.map((field) => new Set(tokenize(item[field])));
    const isComplete = words.every(
      (of, field) => of.size === lengths[field] && [...of].every((word) => this.#has(word, field, item.id)),
    );
    words.forEach((of, field) => {
      for (const word of of) this.#removeWord(word, field, item.id);
    });
    this.discard(item.id);
    this.#untilUpdate--;
    return isComplete;
  }

  /** The number of different words of an item in each field. */
  lengthsOf(item: number): readonly number[] {
    return this._fieldLength.get(item) ?? [];
  }

  /** Restores a saved item; its words are restored by `setWord`. */
  setItem(item: number, lengths: number[]): void {
    this._fieldLength.set(item, this.#sharedLengths(lengths));
    this._documentIds.set(item, item);
    const count = ++this._documentCount;
    for (let field = 0; field < FIELDS.length; field++) {
      const average = this._avgFieldLength[field] ?? 0;
      this._avgFieldLength[field] = average + ((lengths[field] ?? 0) - average) / count;
    }
    this.#untilUpdate = count / 2;
  }

  /**
   * The words with a prefix and their postings, except common words. The index may change during the iteration, unlike
   * with MiniSearch's own iterator.
   */
  *postings(prefix = ''): Generator<readonly [word: string, postings: Postings]> {
    for (const one of prefix === '' ? this.#initials : [prefix]) yield* [...this._index.atPrefix(one)];
  }

  /** Fills the restored postings that are not filled yet. Yields after each word. */
  *materialize(): Generator<undefined, void> {
    for (const [, postings] of this.postings()) {
      if (postings instanceof LazyMap) postings.fill();
      yield;
    }
  }

  setWord(word: string, postings: Map<number, Map<number, number>>): void {
    this.#initials.add(word.charAt(0));
    this._index.set(word, postings);
  }

  /**
   * The number of postings of all words with a prefix, except common words. A word in two fields of an item counts
   * twice. Stops counting above `limit`.
   */
  countWithPrefix(prefix: string, limit: number): number {
    let count = 0;
    for (const [, postings] of this._index.atPrefix(prefix)) {
      count += sizeOf(postings);
      if (count > limit) break;
    }
    return count;
  }

  /** The items that contain a word; empty for a common one. */
  itemsWith(word: string): ReadonlySet<number> {
    const fields = this._index.get(word)?.values() ?? [];
    return new Set([...fields].flatMap((items) => [...items.keys()]));
  }

  /** The items with a word, or with one that begins with it (`prefix`) or is within an edit distance (`fuzzy`). */
  find(word: string, { prefix = false, fuzzy = 0 }): Map<number, WordMatch> {
    const found = this.search(word, { tokenize: (text) => [text], prefix, fuzzy: fuzzy > 0 && fuzzy });
    return new Map(found.map(({ id, score, terms }) => [id as number, { score, words: terms }]));
  }

  /** Whether so many items have changed since the last {@link moveCommonWords} that other words may be common now. */
  get areCommonWordsDue(): boolean {
    return this.#untilUpdate <= 0;
  }

  /** Moves the words that have become common from the index to `common`. Yields between pieces of the work. */
  *moveCommonWords(): Generator<undefined, void> {
    this.#untilUpdate = this.documentCount / 2;
    const most = Math.max(this.#leastCommon, this.documentCount * COMMON_SHARE);
    let checked = 0;
    for (const [word, postings] of this.postings()) {
      if (sizeOf(postings) > most) {
        this.common.set(word, new BitSet([...postings.values()].flatMap((items) => [...items.keys()])));
        this._index.delete(word);
      }
      if (++checked % 1000 === 0) yield;
    }
  }

  /** The common words that no longer are: with two fields, these items have at most `leastCommon` postings. */
  noLongerCommon(): string[] {
    return [...this.common].filter(([, items]) => items.size * 2 <= this.#leastCommon).map(([word]) => word);
  }

  /** Moves a word that is no longer common back into the index. `items`: all that contain it. */
  restoreWord(word: string, items: readonly IndexedItem[]): void {
    this.common.delete(word);
    for (const item of items) {
      FIELDS.forEach((field, i) => {
        const count = tokenize(item[field]).filter((one) => one === word).length;
        if (count === 0) return;
        const postings = this._index.get(word) ?? new Map<number, Map<number, number>>();
        this.setWord(
          word,
          postings.set(i, (postings.get(i) ?? new Map<number, number>()).set(item.id, count)),
        );
      });
    }
  }

  /** Returns one shared array for all items with the same numbers of words, which is never modified. */
  #sharedLengths(lengths: number[]): number[] {
    const [title = 0, text = 0] = lengths;
    const sameTitle = (this.#lengths[title] ??= []);
    return (sameTitle[text] ??= lengths);
  }

  #has(word: string, field: number, item: number): boolean {
    const items = this.common.get(word) ?? this._index.get(word)?.get(field);
    return items?.has(item) === true;
  }

  #removeWord(word: string, field: number, item: number): void {
    const common = this.common.get(word);
    common?.delete(item);
    if (common?.isEmpty === true) this.common.delete(word);
    const postings = this._index.get(word);
    const items = postings?.get(field);
    items?.delete(item);
    if (items?.size === 0) postings?.delete(field);
    if (postings?.size === 0) this._index.delete(word);
  }
}

function sizeOf(postings: Postings): number {
  let size = 0;
  for (const items of postings.values()) size += items.size;
  return size;
}
