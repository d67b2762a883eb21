import { localDay } from '../../library/days.ts';
import type { ReadState } from '../../library/readState.ts';
import { parseQuery, type Query } from '../../search/query.ts';
import { type Found, search, searchPartial, type SearchScope } from '../../search/search.ts';
import type { SearchDocument } from '../../search/searchDocument.ts';
import type { SearchIndex } from '../../search/searchIndex.ts';
import { findItems } from '../../search/findItems.ts';

/** Searches the library, by its current content and read state. */
export class Finder {
  readonly index: SearchIndex;
  readonly #readingLog: ReadState;

  constructor(index: SearchIndex, readingLog: ReadState) {
    this.index = index;
    this.#readingLog = readingLog;
  }

  /** Returns at most `limit` hits. Briefings that are not indexed yet are not found: see `index.pendingCount`. */
  find(text: string, limit: number): Found & { readonly query: Query } {
    const query = parseQuery(text);
    return { query, ...search(query, this.#scope, limit) };
  }

  /**
   * Like {@link find}, but if nothing contains all words, returns partial matches, each with its missing words. Needs
   * the whole index, since a briefing that is not indexed yet may contain all words.
   */
  findPartial(text: string, limit: number): Found & { readonly query: Query } {
    if (this.index.pendingCount !== 0) return this.find(text, limit);
    const query = parseQuery(text);
    return { query, ...searchPartial(query, this.#scope, limit) };
  }

  /** Like {@link find}, but returns only items, those of one briefing (`here`) first; all items for an empty text. */
  findItems(
    text: string,
    limit: number,
    here: SearchDocument | undefined,
  ): Found & { readonly query: Query } {
    const query = parseQuery(text);
    return { query, ...findItems(query, this.#scope, limit, here) };
  }

  get #scope(): SearchScope {
    const { corpus, datedEntries: entries } = this.index;
    return { corpus, datedEntries: entries, state: this.#readingLog, today: localDay(new Date()) };
  }
}
