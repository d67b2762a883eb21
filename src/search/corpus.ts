import { NumberAllocator } from '../base/numberAllocator.ts';
import type { SearchDocument, SearchItem } from './searchDocument.ts';
import { WordIndex } from './wordIndex.ts';

/** A searchable item with its number and its document. */
export interface NumberedItem {
  readonly number: number;
  readonly item: SearchItem;
  readonly document: SearchDocument;
  /** The number of the item that is the briefing itself. */
  readonly first: number;
}

/** A document and the numbers of its items, which are consecutive. */
export class IndexedDocument {
  readonly uri: string;
  readonly version: string;
  readonly first: number;
  readonly count: number;
  /** The document, or a function that reads it. */
  #document: SearchDocument | (() => SearchDocument);

  /** `read`: reads the document on first use, because most restored documents are not used for a long time. */
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
    this.#document = read;
  }

  /** Reads the document now, if it was not read yet. */
  materialize(): SearchDocument {
    if (typeof this.#document === 'function') this.#document = this.#document();
    return this.#document;
  }

  get document(): SearchDocument {
    return this.materialize();
  }

  get items(): readonly NumberedItem[] {
    const { document, first } = this;
    return document.items.map((item, i) => ({ number: first + i, item, document, first }));
  }
}

/** Every searchable item by its number, with its text and the word index. */
export class Corpus {
  readonly index: WordIndex;
  readonly #documents = new Map<string, IndexedDocument>();
  readonly #numbers = new NumberAllocator();
  readonly #byNumber: (IndexedDocument | undefined)[] = [];

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

  get documents(): Iterable<IndexedDocument> {
    return this.#documents.values();
  }

  get uris(): Iterable<string> {
    return this.#documents.keys();
  }

  get(uri: string): IndexedDocument | undefined {
    return this.#documents.get(uri);
  }

  at(number: number): NumberedItem | undefined {
    const indexed = this.#byNumber[number];
    const item = indexed?.document.items[number - indexed.first];
    return indexed && item && { number, item, document: indexed.document, first: indexed.first };
  }

  /** The document of an item, without reading its contents. */
  documentAt(number: number): IndexedDocument | undefined {
    return this.#byNumber[number];
  }

  /** Adds a document, replacing the one with the same URI. */
  add(document: SearchDocument): void {
    this.remove(document.uri);
    const first = this.#numbers.allocate(document.items.length);
    document.items.forEach(({ title, text }, i) => {
      this.index.add({ id: first + i, title, text });
    });
    this.#register(new IndexedDocument(document, first, document.items.length, () => document));
  }

  /** Restores a saved document. `lengths`: for each item, see {@link WordIndex.lengthsOf}. `read`: reads its contents. */
  restore(
    kept: Pick<SearchDocument, 'uri' | 'version'>,
    lengths: readonly number[][],
    read: () => SearchDocument,
  ): void {
    const first = this.#numbers.allocate(lengths.length);
    lengths.forEach((of, i) => {
      this.index.setItem(first + i, of);
    });
    this.#register(new IndexedDocument(kept, first, lengths.length, read));
  }

  remove(uri: string): void {
    const indexed = this.#documents.get(uri);
    if (!indexed) return;
    let areReusable = true;
    for (const { number, item } of indexed.items) {
      areReusable = this.index.remove({ id: number, title: item.title, text: item.text }) && areReusable;
      this.#byNumber[number] = undefined;
    }
    this.#documents.delete(uri);
    if (!areReusable) return;
    this.#numbers.free(indexed.first, indexed.count);
    this.#byNumber.length = this.#numbers.end;
  }

  /** Moves common words out of the index, and rarer ones back. Yields between pieces of the work. */
  *updateCommonWords(): Generator<undefined, void> {
    yield* this.index.moveCommonWords();
    for (const word of this.index.noLongerCommon()) {
      const items = [...(this.index.common.get(word) ?? [])].flatMap((number) => this.at(number) ?? []);
      this.index.restoreWord(
        word,
        items.map(({ number, item }) => ({ id: number, title: item.title, text: item.text })),
      );
      yield;
    }
  }

  /** Reads all restored contents before they are needed. Yields between pieces of the work. */
  *materialize(): Generator<undefined, void> {
    for (const indexed of [...this.#documents.values()]) {
      indexed.materialize();
      yield;
    }
    yield* this.index.materialize();
  }

  #register(indexed: IndexedDocument): void {
    this.#documents.set(indexed.uri, indexed);
    for (let i = 0; i < indexed.count; i++) this.#byNumber[indexed.first + i] = indexed;
  }
}
