import MiniSearch from 'minisearch';
import { Bits } from './bits.ts';
import { wordsOf } from './words.ts';

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

const FIELDS = ['title', 'text'];
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
  readonly common: Map<string, Bits>;
  /** What the words begin with. */
  readonly #initials: Set<string>;
  /** The item that is being added. */
  readonly #adding: { item: number };
  /** How many items there may be until it is looked for common words again. */
  #checked = COMMON;

  constructor() {
    const common = new Map<string, Bits>();
    const initials = new Set<string>();
    const adding = { item: 0 };
    super({
      fields: FIELDS,
      tokenize: wordsOf,
      processTerm: (word) => {
        const items = common.get(word);
        items?.add(adding.item);
        if (items) return null;
        initials.add(word.charAt(0));
        return word;
      },
      searchOptions: { boost: BOOST, processTerm: (word) => word },
    });
    this.common = common;
    this.#initials = initials;
    this.#adding = adding;
  }

  override add(item: IndexedItem): void {
    this.#adding.item = item.id;
    super.add(item);
  }

  /** The number that the next item has to have. */
  get next(): number {
    return this._nextId;
  }

  set next(number: number) {
    this._nextId = number;
  }

  /** How many words an item has in each field, the common ones aside. */
  lengthsOf(item: number): readonly number[] {
    return this._fieldLength.get(item) ?? [];
  }

  /** Brings back an item that was kept; its words come by `setWord`. */
  setItem(item: number, lengths: number[]): void {
    this._fieldLength.set(item, lengths);
    this._documentIds.set(item, item);
    this._idToShortId.set(item, item);
    const count = ++this._documentCount;
    for (let field = 0; field < FIELDS.length; field++) {
      const average = this._avgFieldLength[field] ?? 0;
      this._avgFieldLength[field] = average + ((lengths[field] ?? 0) - average) / count;
    }
    this.#checked = Math.max(COMMON, this._documentCount * 1.5);
  }

  /**
   * The words that begin like this with where they stand, the common ones aside. The index may change between one and the
   * next, which its own iterator may not.
   */
  *postings(beginning = ''): Generator<readonly [word: string, postings: Postings]> {
    const beginnings = beginning === '' ? this.#initials : [beginning];
    for (const one of beginnings) yield* [...this._index.atPrefix(one)];
  }

  setWord(word: string, postings: Map<number, Map<number, number>>): void {
    this.#initials.add(word.charAt(0));
    this._index.set(word, postings);
  }

  /** In how many items a word stands, the common ones aside: in two fields of one counts twice. */
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

  /** Takes the common words out, where enough items have come since the last time. In pieces: one for each `yield`. */
  *sift(): Generator<undefined, void> {
    if (this.documentCount < this.#checked) return;
    this.#checked = this.documentCount * 1.5;
    const most = Math.max(COMMON, this.documentCount * COMMON_SHARE);
    let looked = 0;
    for (const [word, postings] of this.postings()) {
      if (sizeOf(postings) > most) {
        this.common.set(word, new Bits([...postings.values()].flatMap((items) => [...items.keys()])));
        this._index.delete(word);
      }
      if (++looked % 1000 === 0) yield;
    }
  }
}

function sizeOf(postings: Postings | undefined): number {
  let size = 0;
  for (const items of postings?.values() ?? []) size += items.size;
  return size;
}
