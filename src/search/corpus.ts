import { NumberAllocator } from '../base/numberAllocator.ts';
import type { SearchDocument, SearchItem } from './searchDocument.ts';
import { WordIndex } from './wordIndex.ts';

/** A searchable item with its number and its document. */
export interface PlacedItem {
  readonly number: number;
  readonly item: SearchItem;
  readonly document: SearchDocument;
  /** The number of the item that is the briefing itself. */
  readonly first: number;
}

/** A document and the numbers of its items, which are consecutive. */
export class PlacedDocument {
  readonly uri: string;
  readonly version: string;
  readonly first: number;
  readonly count: number;
  /** The document, or a function that makes it. */
  #made: SearchDocument | (() => SearchDocument);

  /** `read`: makes the document on first use: most restored documents are not used for a long time. */
  constructor(
    { uri, version }: Pick<SearchDocument, 'uri' | 'version'>,
    first: number,
    count: number,
    read: () => SearchDocument,
  ) {
    this.uri = uri;
    this.version = version;
    this.first = first;
    this.count = count;
    this.#made = read;
  }

  /** Makes the document now, if it is not made yet. */
  make(): SearchDocument {
    if (typeof this.#made === 'function') this.#made = this.#made();
    return this.#made;
  }

  get document(): SearchDocument {
    return this.make();
  }

  get items(): readonly PlacedItem[] {
    const { document, first } = this;
    return document.items.map((item, i) => ({ number: first + i, item, document, first }));
  }
}

/** Every searchable item by its number, with its text and the word index. */
export class Corpus {
  readonly index: WordIndex;
  readonly #documents = new Map<string, PlacedDocument>();
  readonly #numbers = new NumberAllocator();
  readonly #byNumber: (PlacedDocument | undefined)[] = [];

  /** `leastCommon`: see {@link WordIndex}. */
  constructor(leastCommon?: number) {
    this.index = new WordIndex(leastCommon);
  }

  /** Whether more than half of the numbers have no item. */
  get isSparse(): boolean {
    return this.#numbers.end > 2 * this.size;
  }

  /** The number of items. */
  get size(): number {
    return this.index.documentCount;
  }

  get documents(): Iterable<PlacedDocument> {
    return this.#documents.values();
  }

  get uris(): Iterable<string> {
    return this.#documents.keys();
  }

  get(uri: string): PlacedDocument | undefined {
    return this.#documents.get(uri);
  }

  at(number: number): PlacedItem | undefined {
    const placed = this.#byNumber[number];
    const item = placed?.document.items[number - placed.first];
    return placed && item && { number, item, document: placed.document, first: placed.first };
  }

  /** The document of an item, without making its contents. */
  documentAt(number: number): PlacedDocument | undefined {
    return this.#byNumber[number];
  }

  /** Adds a document, replacing the one with the same URI. */
  add(document: SearchDocument): void {
    this.remove(document.uri);
    const first = this.#numbers.allocate(document.items.length);
    document.items.forEach(({ title, text }, i) => {
      this.index.add({ id: first + i, title, text });
    });
    this.#place(new PlacedDocument(document, first, document.items.length, () => document));
  }

  /** Restores a saved document, which `read` makes. `lengths`: for each item, see {@link WordIndex.lengthsOf}. */
  restore(
    kept: Pick<SearchDocument, 'uri' | 'version'>,
    lengths: readonly number[][],
    read: () => SearchDocument,
  ): void {
    const first = this.#numbers.allocate(lengths.length);
    lengths.forEach((of, i) => {
      this.index.setItem(first + i, of);
    });
    this.#place(new PlacedDocument(kept, first, lengths.length, read));
  }

  remove(uri: string): void {
    const placed = this.#documents.get(uri);
    if (!placed) return;
    let areFree = true;
    for (const { number, item } of placed.items) {
      areFree = this.index.remove({ id: number, title: item.title, text: item.text }) && areFree;
      this.#byNumber[number] = undefined;
    }
    this.#documents.delete(uri);
    if (!areFree) return;
    this.#numbers.free(placed.first, placed.count);
    this.#byNumber.length = this.#numbers.end;
  }

  /** Takes common words out of the index, and puts back those that no longer are. Yields between pieces of the work. */
  *sift(): Generator<undefined, void> {
    yield* this.index.sift();
    for (const word of this.index.noLongerCommon()) {
      const items = [...(this.index.common.get(word) ?? [])].flatMap((number) => this.at(number) ?? []);
      this.index.putBack(
        word,
        items.map(({ number, item }) => ({ id: number, title: item.title, text: item.text })),
      );
      yield;
    }
  }

  /** Makes all restored contents before they are needed. Yields between pieces of the work. */
  *make(): Generator<undefined, void> {
    for (const placed of [...this.#documents.values()]) {
      placed.make();
      yield;
    }
    yield* this.index.make();
  }

  #place(placed: PlacedDocument): void {
    this.#documents.set(placed.uri, placed);
    for (let i = 0; i < placed.count; i++) this.#byNumber[placed.first + i] = placed;
  }
}
