import type { Briefing } from '../briefing/model.ts';
import { parseBriefing } from '../briefing/parseBriefing.ts';
import type { Disposable } from '../base/event.ts';
import type { Library } from '../library/library.ts';
import { takeawayCount } from '../library/outline.ts';
import type { DeferredParts } from './deferredParts.ts';

/** The API for other extensions (docs/api.md). Within a version, members are only added, never changed. */
export interface BriefingsApi {
  readonly version: 1;
  /** Counts what was added within the version. 1: `items`. */
  readonly minor: 1;
  /** Returns the briefings in the library, once all sources have been searched for them. */
  readonly listBriefings: () => Promise<readonly BriefingInfo[]>;
  /** Parses a text as a briefing. Never throws: faults of the text are among the briefing's `problems`. */
  readonly parse: (text: string, fileName: string) => Briefing;
  /** Returns what the extension's own search finds, best first. `limit`: 20 by default, at most 200. */
  readonly search: (query: string, options?: { readonly limit?: number }) => Promise<readonly SearchResult[]>;
  /** Fires with the URIs of the briefings that were added, changed or removed. */
  readonly onDidChange: (listener: (uris: readonly string[]) => void) => Disposable;
}

export interface BriefingInfo {
  readonly uri: string;
  /** Derived from the briefing's words: the same wherever its file is. */
  readonly key: string;
  readonly title: string;
  /** `YYYY-MM-DD`, if the briefing has a date. */
  readonly date?: string;
  readonly takeaways: number;
  /** The number of reading items: takeaways, and the passages between them. */
  readonly items: number;
}

export interface SearchResult {
  readonly uri: string;
  /** The briefing's title, and its date if it has one. */
  readonly briefing: string;
  readonly date?: string;
  readonly kind: 'takeaway' | 'passage' | 'briefing' | 'section' | 'reference';
  /** The key of a takeaway or a passage, derived from its words; undefined for the other kinds. */
  readonly key?: string;
  /** The item's label ('' if it has none), or the title of a briefing, section or reference. */
  readonly title: string;
  readonly text: string;
  /** The addresses of the references that the item cites. */
  readonly urls: readonly string[];
}

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 200;

export function createApi(
  library: Library,
  ready: Promise<void>,
  whenDeferred: () => Promise<Pick<DeferredParts, 'searches'>>,
): BriefingsApi {
  return {
    version: 1,
    minor: 1,
    async listBriefings() {
      // Shortens the start: the files are read only after this, and a caller is waiting for them.
      await whenDeferred();
      await ready;
      return [...library.entries].flatMap((entry): BriefingInfo[] => {
        if (entry.kind !== 'briefing') return [];
        const { key, title, date, kinds } = entry.outline;
        const takeaways = takeawayCount(entry.outline);
        return [
          { uri: entry.uri, key, title, ...(date !== undefined && { date }), takeaways, items: kinds.length },
        ];
      });
    },
    parse: parseBriefing,
    async search(query, { limit = DEFAULT_LIMIT } = {}) {
      const { finder } = (await whenDeferred()).searches;
      await finder.index.complete();
      const { hits } = finder.find(
        query,
        Math.min(Math.max(1, Math.floor(limit) || DEFAULT_LIMIT), MAX_LIMIT),
      );
      return hits.map(({ item, document, entry }): SearchResult => {
        const { title, date } = entry.outline;
        return {
          uri: entry.uri,
          briefing: title,
          ...(date !== undefined && { date }),
          kind: item.kind,
          ...(item.key !== '' && { key: item.key }),
          title: item.title,
          text: item.text,
          urls: item.references.flatMap((number) => document.references[number]?.url ?? []),
        };
      });
    },
    onDidChange: (listener) =>
      library.onDidChange((uris) => {
        listener([...uris]);
      }),
  };
}
