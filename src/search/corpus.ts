import { Recent } from '../library/recent.ts';
import type { SearchDocument, SearchItem } from './searchDocument.ts';
import { WordIndex } from './wordIndex.ts';
import { holdsWord, searchableText } from './words.ts';

/** For how many words it is remembered where they are. */
const LOOKED = 16;

/** An item where it stands. */
export interface PlacedItem {
  readonly number: number;
  readonly item: SearchItem;
  readonly document: SearchDocument;
}

/** All that can be searched, by the number that each item has: the texts, and the index of their words. */
export class Corpus {
  readonly index: WordIndex;
  readonly #documents = new Map<string, SearchDocument>();
  /** By the number of its first item, which follow one another: where a document begins. */
  readonly #first = new Map<SearchDocument, number>();
  readonly #places: (PlacedItem | undefined)[] = [];
  /** Made when a text is looked into, which most never are. */
  readonly #texts: (string | undefined)[] = [];
  /** By word, what was found in each item: 0 for not looked, else one more than twice what {@link lookFor} tells. */
  readonly #looked = new Recent<Uint8Array>(LOOKED);

  constructor(index = new WordIndex()) {
    this.index = index;
  }

  /** How many items there are. */
  get size(): number {
    return this.index.documentCount;
  }

  /** The documents by the number of the first item of each. */
  get documents(): ReadonlyMap<number, SearchDocument> {
    return new Map([...this.#first].map(([document, first]) => [first, document]));
  }

  get uris(): Iterable<string> {
    return this.#documents.keys();
  }

  get(uri: string): SearchDocument | undefined {
    return this.#documents.get(uri);
  }

  at(number: number): PlacedItem | undefined {
    return this.#places[number];
  }

  /** The item that is the briefing itself. */
  titleOf(document: SearchDocument): PlacedItem | undefined {
    return this.#places[this.#first.get(document) ?? -1];
  }

  itemsOf(uri: string): readonly PlacedItem[] {
    const document = this.#documents.get(uri);
    if (!document) return [];
    const first = this.#first.get(document) ?? 0;
    return document.items.flatMap((_, i) => this.#places[first + i] ?? []);
  }

  /** Takes a document in, in place of the one at its URI. */
  add(document: SearchDocument): void {
    this.remove(document.uri);
    const first = this.index.next;
    document.items.forEach(({ title, text }, i) => {
      this.index.add({ id: first + i, title, text });
    });
    this.#place(first, document);
  }

  /** Brings back a document that was kept. `lengths`: of its items, see the index. */
  set(first: number, lengths: readonly (readonly number[])[], document: SearchDocument): void {
    lengths.forEach((of, i) => {
      this.index.setItem(first + i, of);
    });
    this.#place(first, document);
  }

  remove(uri: string): void {
    for (const { number } of this.itemsOf(uri)) {
      this.index.discard(number);
      this.#texts[number] = undefined;
      this.#places[number] = undefined;
    }
    const document = this.#documents.get(uri);
    this.#documents.delete(uri);
    if (document) this.#first.delete(document);
  }

  /** The words of an item, as {@link searchableText} writes them. */
  textAt({ number, item }: PlacedItem): string {
    const known = this.#texts[number];
    if (known !== undefined) return known;
    const text = searchableText(item.title, item.text);
    this.#texts[number] = text;
    return text;
  }

  /**
   * Tells whether a word stands in an item, or only begins one there (`mayBegin`): 1, 0.5, or 0 for neither. What was
   * found for the last words is remembered: with each key that is typed, most of them are the same.
   */
  lookFor(word: string, mayBegin: boolean): (placed: PlacedItem) => number {
    const key = mayBegin ? `${word}…` : word;
    const known = this.#looked.get(key) ?? new Uint8Array(this.index.next);
    this.#looked.set(key, known);
    return (placed) => {
      const before = known[placed.number] ?? 0;
      if (before > 0) return (before - 1) / 2;
      const found = holdsWord(this.textAt(placed), word, mayBegin);
      known[placed.number] = found * 2 + 1;
      return found;
    };
  }

  #place(first: number, document: SearchDocument): void {
    this.#documents.set(document.uri, document);
    this.#first.set(document, first);
    document.items.forEach((item, i) => {
      this.#places[first + i] = { number: first + i, item, document };
    });
  }
}
