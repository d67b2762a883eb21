import MiniSearch from 'minisearch';
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
 * A word in more items than this, and than one in so many, tells none of them apart, and would cost most of the index's
 * room and a search's time. Whether an item holds it is looked up in the item.
 */
const COMMON = 1000;
const COMMON_SHARE = 0.01;

/**
 * The words of all items but the common ones. It is a MiniSearch that is kept and brought back in pieces, as its own
 * `toJSON` and `loadJS` hold up everything else for seconds: what they would read and write is protected, not private.
 */
export class WordIndex extends MiniSearch<IndexedItem> {
  /** With in how many items each was when it was found to be common. */
  readonly common: Map<string, number>;
  /** What the words begin with. */
  readonly #initials: Set<string>;
  /** How many items there may be until it is looked for common words again. */
  #checked = COMMON;

  constructor(common: Iterable<readonly [word: string, count: number]> = []) {
    const words = new Map(common);
    const initials = new Set<string>();
    super({
      fields: FIELDS,
      tokenize: wordsOf,
      processTerm: (word) => {
        if (words.has(word)) return null;
        initials.add(word.charAt(0));
        return word;
      },
      searchOptions: { boost: BOOST, processTerm: (word) => word },
    });
    this.common = words;
    this.#initials = initials;
  }

  /** The number that the next item has to have. */
  get next(): number {
    return this._nextId;
  }

  set next(number: number) {
    this._nextId = number;
  }

  /** How many words an item has in each field. */
  lengthsOf(item: number): readonly number[] {
    return this._fieldLength.get(item) ?? [];
  }

  /** Brings back an item that was kept; its words come by `setWord`. */
  setItem(item: number, lengths: readonly number[]): void {
    this._fieldLength.set(item, [...lengths]);
    this._documentIds.set(item, item);
    this._idToShortId.set(item, item);
    const count = this._documentCount++;
    this._avgFieldLength = FIELDS.map(
      (_, field) => ((this._avgFieldLength[field] ?? 0) * count + (lengths[field] ?? 0)) / (count + 1),
    );
    this.#checked = Math.max(COMMON, this._documentCount * 1.5);
  }

  /** The words with where they stand. The index may change between one and the next, which its own iterator may not. */
  *postings(): Generator<readonly [word: string, postings: Postings]> {
    for (const initial of this.#initials) yield* [...this._index.atPrefix(initial)];
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

  /** The items that hold a word, one that begins with it (`prefix`), or one that is no further from it (`fuzzy`, in letters). */
  find(word: string, { prefix = false, fuzzy = 0 }): Map<number, WordMatch> {
    const found = this.search(word, { tokenize: (text) => [text], prefix, fuzzy: fuzzy > 0 && fuzzy });
    return new Map(found.map(({ id, score, terms }) => [id as number, { score, words: terms }]));
  }

  /** Takes the common words out, where enough items have come since the last time. In pieces: one for each `yield`. */
  *sift(): Generator<undefined, void> {
    if (this.documentCount < this.#checked) return;
    this.#checked = this.documentCount * 1.5;
    const most = Math.max(COMMON, this.documentCount * COMMON_SHARE);
    const found: (readonly [word: string, count: number])[] = [];
    let looked = 0;
    for (const [word, items] of this.postings()) {
      const count = sizeOf(items);
      if (count > most) found.push([word, count]);
      if (++looked % 1000 === 0) yield;
    }
    for (const [word, count] of found) {
      this.common.set(word, count);
      this._index.delete(word);
    }
  }
}

function sizeOf(postings: Postings | undefined): number {
  let size = 0;
  for (const items of postings?.values() ?? []) size += items.size;
  return size;
}
