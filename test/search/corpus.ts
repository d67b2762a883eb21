import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import type { ReadState } from '../../src/library/arrangement.ts';
import type { ReadableEntry } from '../../src/library/entry.ts';
import { outlineOf } from '../../src/library/outline.ts';
import { Corpus } from '../../src/search/corpus.ts';
import { parseQuery } from '../../src/search/query.ts';
import { search } from '../../src/search/search.ts';
import { searchDocumentOf } from '../../src/search/searchDocument.ts';
import { Standings } from '../../src/search/standings.ts';

export const TODAY = '2026-03-04';

/** Briefings that can be searched, by the path of each: `notes/2026-01-02-harbour.md`. */
export class Searchable {
  readonly entries = new Map<string, ReadableEntry>();
  readonly read = new Set<string>();
  readonly starred = new Set<string>();
  corpus = new Corpus();
  readonly #standings = new Standings((uri) => this.entries.get(uri));

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.put(path, text);
  }

  put(path: string, text: string): void {
    const uri = `file:///${path}`;
    const briefing = parseBriefing(text, path.split('/').at(-1) ?? '');
    const outline = outlineOf(briefing, []);
    this.entries.set(uri, { kind: 'briefing', uri, root: 'file:///', outline, modified: 0 });
    this.corpus.add(searchDocumentOf(uri, outline.text, briefing));
    this.#standings.forget();
  }

  remove(path: string): void {
    this.entries.delete(`file:///${path}`);
    this.corpus.remove(`file:///${path}`);
    this.#standings.forget();
  }

  find(text: string, limit = 20) {
    const state: ReadState = {
      isRead: (key) => this.read.has(key),
      isStarred: (key) => this.starred.has(key),
    };
    const scope = { corpus: this.corpus, standings: this.#standings, state, today: TODAY };
    return search(parseQuery(text), scope, limit);
  }

  /** What a search finds, as `takeaway North quay`, the best first. */
  names(text: string, limit?: number): string[] {
    return this.find(text, limit).hits.map(({ item }) => `${item.kind} ${item.title || item.text}`);
  }
}
