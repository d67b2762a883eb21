import { localDay } from '../../library/arrangement.ts';
import type { ReadingLog } from '../../library/readingLog.ts';
import { parseQuery, type Query } from '../../search/query.ts';
import { type Found, search } from '../../search/search.ts';
import type { SearchIndex } from '../../search/searchIndex.ts';

/** Searches the library as it is now, and as it has been read. */
export class Finder {
  readonly index: SearchIndex;
  readonly #log: ReadingLog;

  constructor(index: SearchIndex, log: ReadingLog) {
    this.index = index;
    this.#log = log;
  }

  /** `limit`: how many items at most. What is not read yet is not found: see the index. */
  find(text: string, limit: number): Found & { readonly query: Query } {
    const query = parseQuery(text);
    const { corpus, standings } = this.index;
    const today = localDay(new Date());
    return { query, ...search(query, { corpus, standings, state: this.#log, today }, limit) };
  }
}
