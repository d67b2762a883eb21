import MiniSearch from 'minisearch';
import { wordsOf } from './words.ts';

/** What is indexed of an item, under its number. */
export interface IndexedItem {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

/** How well an item answers one word, and which of its own words do. */
export interface WordMatch {
  readonly score: number;
  readonly words: readonly string[];
}

/** Where a word stands: by field, by item, how often. MiniSearch numbers the items as we do, from 0 on. */
export type Postings = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** All that a {@link WordIndex} is made of, but for its words. */
export interface IndexHead {
  readonly next: number;
  /** By item, its words in each field. */
  readonly lengths: Iterable<readonly [item: number, lengths: readonly number[]]>;
  readonly common: Iterable<string>;
}

const FIELDS = ['title', 'text'];
/** A word in a label or a title says more. */
const BOOST = { title: 2 };

/**
 * A word in more items than this, and than one in so many, tells none of them apart, and would cost most of the index's
 * room and a search's time. Whether an item holds it is looked up in the item.
 */
const COMMON = 1000;
const COMMON_SHARE = 0.01;

/** How far a word may be from what was typed, in letters. Another number is never meant. */
function fuzziness(word: string): number {
  if (/\d/.test(word)) return 0;
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/** One letter begins too many words to tell anything, but one sign of Chinese does. */
function isBeginning(word: string): boolean {
  return word.length > 1 || word > '\u02ff';
}

/**
 * The words of all items but the common ones. It is a MiniSearch that is kept and brought back in pieces, as its own
 * `toJSON` and `loadJS` hold up everything else for seconds: what they would read and write is protected, not private.
 */
export class WordIndex extends MiniSearch<IndexedItem> {
  readonly common: Set<string>;
  /** What the words begin with. */
  readonly #initials: Set<string>;
  /** How many items there may be until it is looked for common words again. */
  #checked = COMMON;

  constructor(common: Iterable<string> = []) {
    const words = new Set(common);
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

  /** Made of what was kept; `setWord` gives it its words. */
  static from({ next, lengths, common }: IndexHead): WordIndex {
    const index = new WordIndex(common);
    index.#take(next, lengths);
    return index;
  }

  /** The number that the next item has to have. */
  get next(): number {
    return this._nextId;
  }

  get lengths(): Iterable<readonly [item: number, lengths: readonly number[]]> {
    return this._fieldLength;
  }

  /** The words with where they stand. The index may change between one and the next, which its own iterator may not. */
  *postings(): Generator<readonly [word: string, postings: Postings]> {
    for (const initial of this.#initials) yield* [...this._index.atPrefix(initial)];
  }

  setWord(word: string, postings: Map<number, Map<number, number>>): void {
    this.#initials.add(word.charAt(0));
    this._index.set(word, postings);
  }

  isKnown(word: string): boolean {
    return this._index.has(word) || this.common.has(word);
  }

  /** In how many items a word stands, the common ones aside: in two fields of one counts twice. */
  countOf(word: string): number {
    return sizeOf(this._index.get(word));
  }

  /** The items that a word stands in, the common ones aside. */
  itemsWith(word: string): ReadonlySet<number> {
    const fields = this._index.get(word)?.values() ?? [];
    return new Set([...fields].flatMap((items) => [...items.keys()]));
  }

  /** The items that hold a word, one that begins with it, or one that is nearly it. */
  find(word: string, isExact: boolean): Map<number, WordMatch> {
    const found = this.search(word, {
      tokenize: (text) => [text],
      prefix: !isExact && isBeginning(word),
      fuzzy: isExact ? false : fuzziness(word),
    });
    return new Map(found.map(({ id, score, terms }) => [id as number, { score, words: terms }]));
  }

  /** The common words that a word may mean: itself, those that begin with it, or else those that are nearly it. */
  commonLike(word: string, isExact: boolean): readonly string[] {
    if (isExact) return this.common.has(word) ? [word] : [];
    const all = [...this.common];
    const longer = isBeginning(word) ? all.filter((one) => one.startsWith(word)) : [];
    if (longer.length > 0 || this.common.has(word)) return longer.length > 0 ? longer : [word];
    const distance = fuzziness(word);
    return distance === 0 ? [] : all.filter((one) => isNear(one, word, distance));
  }

  /** Takes the common words out, where enough items have come since the last time. In pieces: one for each `yield`. */
  *sift(): Generator<undefined, void> {
    if (this.documentCount < this.#checked) return;
    this.#checked = this.documentCount * 1.5;
    const most = Math.max(COMMON, this.documentCount * COMMON_SHARE);
    const found: string[] = [];
    let looked = 0;
    for (const [word, items] of this.postings()) {
      if (sizeOf(items) > most) found.push(word);
      if (++looked % 1000 === 0) yield;
    }
    for (const word of found) {
      this.common.add(word);
      this._index.delete(word);
    }
  }

  #take(next: number, lengths: IndexHead['lengths']): void {
    this._nextId = next;
    const sums = FIELDS.map(() => 0);
    for (const [item, of] of lengths) {
      this._fieldLength.set(item, [...of]);
      this._documentIds.set(item, item);
      this._idToShortId.set(item, item);
      this._documentCount++;
      sums.forEach((sum, field) => (sums[field] = sum + (of[field] ?? 0)));
    }
    this._avgFieldLength = sums.map((sum) => sum / Math.max(1, this._documentCount));
    this.#checked = Math.max(COMMON, this._documentCount * 1.5);
  }
}

function sizeOf(postings: Postings | undefined): number {
  let size = 0;
  for (const items of postings?.values() ?? []) size += items.size;
  return size;
}

/** Whether no more than so many letters have to be changed, taken out or put in. Levenshtein, row by row. */
function isNear(one: string, other: string, distance: number): boolean {
  if (Math.abs(one.length - other.length) > distance) return false;
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[other.length] ?? Infinity) <= distance;
}
