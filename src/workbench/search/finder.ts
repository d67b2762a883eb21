import { localDay, type ReadState } from '../../library/tree/grouping.ts';
import { parseQuery, type Query } from '../../search/query.ts';
import { type Found, search, searchMost, type SearchScope } from '../../search/search.ts';
import type { SearchDocument } from '../../search/searchDocument.ts';
import type { SearchIndex } from '../../search/searchIndex.ts';
import { findItems } from '../../search/items.ts';

/** Searches the library as it is now, and as it has been read. */
export class Finder {
  readonly index: SearchIndex;
  readonly #readingLog: ReadState;

  constructor(index: SearchIndex, readingLog: ReadState) {
    this.index = index;
    this.#readingLog = readingLog;
  }

  /** `limit`: how many items at most. What is not read yet is not found: see the index. */
  find(text: string, limit: number): Found & { readonly query: Query } {
    const query = parseQuery(text);
    return { query, ...search(query, this.#scope, limit) };
  }

  /**
   * The same; where nothing has all words, what has most of them: each hit says what it lacks. Not before everything is
   * indexed: what is still to be read may have them all.
   */
  findMost(text: string, limit: number): Found & { readonly query: Query } {
    if (this.index.waiting !== 0) return this.find(text, limit);
    const query = parseQuery(text);
    return { query, ...searchMost(query, this.#scope, limit) };
  }

  /** The same of items alone, and of all for no text; those of one briefing (`here`) first. */
  findItems(
    text: string,
    limit: number,
    here: SearchDocument | undefined,
  ): Found & { readonly query: Query } {
    const query = parseQuery(text);
    return { query, ...findItems(query, this.#scope, limit, here) };
  }

  get #scope(): SearchScope {
    const { corpus, datedEntries: standings } = this.index;
    return { corpus, datedEntries: standings, state: this.#readingLog, today: localDay(new Date()) };
  }
}
