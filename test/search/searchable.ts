import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import type { ReadState } from '../../src/library/readState.ts';
import type { ReadableEntry } from '../../src/library/entry.ts';
import { outlineOf } from '../../src/library/outline.ts';
import { Corpus } from '../../src/search/corpus.ts';
import { parseQuery } from '../../src/search/query.ts';
import { search, searchPartial } from '../../src/search/search.ts';
import { searchDocumentOf } from '../../src/search/searchDocument.ts';
import { findItems } from '../../src/search/findItems.ts';
import { DatedEntries } from '../../src/search/datedEntries.ts';

export const TODAY = '2026-03-04';

/** Briefings that can be searched, by path: `notes/2026-01-02-harbour.md`. */
export class Searchable {
  readonly entries = new Map<string, ReadableEntry>();
  readonly read = new Set<string>();
  readonly starred = new Set<string>();
  corpus: Corpus;
  readonly #datedEntries = new DatedEntries(
    (uri) => this.entries.get(uri),
    () => this.entries.values(),
  );

  /** `leastCommon`: a word in more items than this is common. */
  constructor(files: Readonly<Record<string, string>> = {}, leastCommon?: number) {
    this.corpus = new Corpus(leastCommon);
    for (const [path, text] of Object.entries(files)) this.put(path, text);
  }

  put(path: string, text: string): void {
    const uri = `file:///${path}`;
    const briefing = parseBriefing(text, path.split('/').at(-1) ?? '');
    const outline = outlineOf(briefing, []);
    this.entries.set(uri, { kind: 'briefing', uri, root: 'file:///', outline, modified: 0 });
    this.corpus.add(searchDocumentOf(uri, outline.textHash, briefing));
    this.#datedEntries.clear();
  }

  remove(path: string): void {
    this.entries.delete(`file:///${path}`);
    this.corpus.remove(`file:///${path}`);
    this.#datedEntries.clear();
  }

  /** Runs after each change, and always before the index is stored. */
  updateCommonWords(isKept = false): void {
    if (!isKept && !this.corpus.index.areCommonWordsDue) return;
    for (const piece of this.corpus.updateCommonWords()) assert.equal(piece, undefined);
  }

  find(text: string, limit = 20) {
    return search(parseQuery(text), this.#scope, limit);
  }

  findPartial(text: string, limit = 20) {
    return searchPartial(parseQuery(text), this.#scope, limit);
  }

  /** `here`: the path of the briefing that is open. */
  findItems(text: string, limit = 20, here?: string) {
    const document = here === undefined ? undefined : this.corpus.get(`file:///${here}`)?.document;
    return findItems(parseQuery(text), this.#scope, limit, document);
  }

  get #scope() {
    const state: ReadState = {
      isRead: (key) => this.read.has(key),
      isStarred: (key) => this.starred.has(key),
    };
    return { corpus: this.corpus, datedEntries: this.#datedEntries, state, today: TODAY };
  }

  /** The results of a search, as `takeaway North quay`, the best first. */
  names(text: string, limit?: number): string[] {
    return this.find(text, limit).hits.map(({ item }) => `${item.kind} ${item.title || item.text}`);
  }
}
