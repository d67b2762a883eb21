import MiniSearch from 'minisearch';
import { BitSet } from '../base/collections/bitSet.ts';
import { DenseMap } from '../base/collections/denseMap.ts';
import { LateMap } from '../base/collections/lateMap.ts';
import { tokenize } from './words.ts';

/** What is indexed of an item, under its number. */
export interface IndexedItem {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

/** How well an item answers a word, and which of its own words do. */
export interface WordMatch {
  readonly score: number;
  readonly words: readonly string[];
}

/** Where a word stands: by field, by item, how often. MiniSearch numbers the items as we do, from 0 on. */
export type Postings = ReadonlyMap<number, ReadonlyMap<number, number>>;

const FIELDS = ['title', 'text'] as const;
/** A word in a label or a title says more. */
const BOOST = { title: 2 };

/**
 * A word in more items than this, and than one in so many, tells none of them apart: of such a word only the items are
 * kept that hold it, a bit each, and neither how often nor in which field.
 */
const COMMON = 1000;
const COMMON_SHARE = 0.01;

/**
 * The words of all items: a MiniSearch for those that tell items apart, and sets of items for the common ones. It is kept
 * and brought back in pieces, as MiniSearch's own `toJSON` and `loadJS` hold up everything else for seconds: what they
 * would read and write is protected, not private.
 */
export class WordIndex extends MiniSearch<IndexedItem> {
  readonly common: Map<string, BitSet>;
  /** What the words begin with. */
  readonly #initials: Set<string>;
  /** The item that is being added. */
  readonly #adding: { item: number };
  readonly #leastCommon: number;
  /** How many words items have, by those of their titles and of their texts. */
  readonly #lengths: number[][][] = [];
  /** How many items may be added or removed until it is looked for common words again. */
  #untilSift = 1;

  /** `leastCommon`: a word in no more places than this is not common. */
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
      // There is nothing to be cleaned up: see `remove`.
      autoVacuum: false,
    });
    this._fieldLength = new DenseMap();
    // Its own number and ours are the same for each item: one map of them does for both ways.
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
    this.#untilSift--;
  }

  /**
   * Takes an item out with all of its words, so that its number can be another's. False where it was not indexed by just
   * these words, as where another version of VS Code has parted its Chinese: then its number has to stay unused.
   */
  override remove(item: IndexedItem): boolean {
    const lengths = this.lengthsOf(item.id);
    const words = FIELDS.map((field) => new Set(tokenize(item[field])));
    const isWhole = words.every(
      (of, field) => of.size === lengths[field] && [...of].every((word) => this.#holds(word, field, item.id)),
    );
    words.forEach((of, field) => {
      for (const word of of) this.#removeWord(word, field, item.id);
    });
    this.discard(item.id);
    this.#untilSift--;
    return isWhole;
  }

  /** How many words an item has in each field. */
  lengthsOf(item: number): readonly number[] {
    return this._fieldLength.get(item) ?? [];
  }

  /** Brings back an item that was kept; its words come by `setWord`. */
  setItem(item: number, lengths: number[]): void {
    this._fieldLength.set(item, this.#shared(lengths));
    this._documentIds.set(item, item);
    const count = ++this._documentCount;
    for (let field = 0; field < FIELDS.length; field++) {
      const average = this._avgFieldLength[field] ?? 0;
      this._avgFieldLength[field] = average + ((lengths[field] ?? 0) - average) / count;
    }
    this.#untilSift = count / 2;
  }

  /**
   * The words that begin like this with where they stand, the common ones aside. The index may change between one and the
   * next, which its own iterator may not.
   */
  *postings(beginning = ''): Generator<readonly [word: string, postings: Postings]> {
    const beginnings = beginning === '' ? this.#initials : [beginning];
    for (const one of beginnings) yield* [...this._index.atPrefix(one)];
  }

  /** Fills the postings that were brought back and are not filled yet. A piece for each `yield`. */
  *make(): Generator<undefined, void> {
    for (const [, postings] of this.postings()) {
      if (postings instanceof LateMap) postings.fill();
      yield;
    }
  }

  setWord(word: string, postings: Map<number, Map<number, number>>): void {
    this.#initials.add(word.charAt(0));
    this._index.set(word, postings);
  }

  /** Document frequency of rare words. A word in two fields of an item counts twice. */
  countOf(word: string): number {
    return sizeOf(this._index.get(word));
  }

  /** The same for all words that begin like this; it is counted no further than to `most`. */
  countFrom(beginning: string, most: number): number {
    let count = 0;
    for (const [, postings] of this._index.atPrefix(beginning)) {
      count += sizeOf(postings);
      if (count > most) break;
    }
    return count;
  }

  /** The items that a word stands in, the common ones aside. */
  itemsWith(word: string): ReadonlySet<number> {
    const fields = this._index.get(word)?.values() ?? [];
    return new Set([...fields].flatMap((items) => [...items.keys()]));
  }

  /** The items that hold a word, one that begins with it (`prefix`), or one no further from it (`fuzzy`, in letters). */
  find(word: string, { prefix = false, fuzzy = 0 }): Map<number, WordMatch> {
    const found = this.search(word, { tokenize: (text) => [text], prefix, fuzzy: fuzzy > 0 && fuzzy });
    return new Map(found.map(({ id, score, terms }) => [id as number, { score, words: terms }]));
  }

  /** Whether enough has changed since the last time that other words may be the common ones. */
  get isSiftDue(): boolean {
    return this.#untilSift <= 0;
  }

  /** Takes the common words out. In pieces: one for each `yield`. */
  *sift(): Generator<undefined, void> {
    this.#untilSift = this.documentCount / 2;
    const most = Math.max(this.#leastCommon, this.documentCount * COMMON_SHARE);
    let looked = 0;
    for (const [word, postings] of this.postings()) {
      if (sizeOf(postings) > most) {
        this.common.set(word, new BitSet([...postings.values()].flatMap((items) => [...items.keys()])));
        this._index.delete(word);
      }
      if (++looked % 1000 === 0) yield;
    }
  }

  /** The common words that are so no longer: what is in so few items was in fewer places than makes a word common. */
  rareAgain(): string[] {
    return [...this.common].filter(([, items]) => items.size * 2 <= this.#leastCommon).map(([word]) => word);
  }

  /** Puts a word that is common no longer back among the others. `items`: all that hold it. */
  putBack(word: string, items: readonly IndexedItem[]): void {
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

  /** One array for all items with as many words: nothing changes what was set for one. */
  #shared(lengths: number[]): number[] {
    const [title = 0, text = 0] = lengths;
    const sameTitle = (this.#lengths[title] ??= []);
    return (sameTitle[text] ??= lengths);
  }

  #holds(word: string, field: number, item: number): boolean {
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

function sizeOf(postings: Postings | undefined): number {
  let size = 0;
  for (const items of postings?.values() ?? []) size += items.size;
  return size;
}
