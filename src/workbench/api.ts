import type { Briefing } from '../briefing/model.ts';
import { parseBriefing } from '../briefing/parseBriefing.ts';
import type { Disposable } from '../base/event.ts';
import type { Library } from '../library/library.ts';
import { takeawayCount } from '../library/outline.ts';
import type { LaterParts } from './laterParts.ts';

/** What other extensions are given: see docs/api.md. Its parts are added to, never changed, within a version. */
export interface BriefingsApi {
  readonly version: 1;
  /** Counts what was added within the version. 1: items. */
  readonly minor: 1;
  /** The briefings that there are now, when all have been looked for. */
  readonly listBriefings: () => Promise<readonly BriefingInfo[]>;
  /** Reads a text as a briefing. Never throws; what is wrong in the text is among its `problems`. */
  readonly parse: (text: string, fileName: string) => Briefing;
  /** What the search of the extension finds, the best first. `limit`: 20 unless said, 200 at most. */
  readonly search: (query: string, options?: { readonly limit?: number }) => Promise<readonly SearchResult[]>;
  /** Fires with the URIs of briefings that have come, changed or gone. */
  readonly onDidChange: (listener: (uris: readonly string[]) => void) => Disposable;
}

export interface BriefingInfo {
  readonly uri: string;
  /** By words: the same wherever the file is. */
  readonly key: string;
  readonly title: string;
  /** `YYYY-MM-DD`, where the briefing gives one. */
  readonly date?: string;
  readonly takeaways: number;
  /** What is read in one go: takeaways, and the passages between them. */
  readonly items: number;
}

export interface SearchResult {
  readonly uri: string;
  /** The title of the briefing, and its date where it gives one. */
  readonly briefing: string;
  readonly date?: string;
  readonly kind: 'takeaway' | 'passage' | 'briefing' | 'section' | 'reference';
  /** Of a takeaway or a passage, by its words; undefined for all else. */
  readonly key?: string;
  /** A label ('' where there is none), or a title. */
  readonly title: string;
  readonly text: string;
  /** The addresses that it rests on. */
  readonly urls: readonly string[];
}

const USUAL = 20;
const MOST = 200;

export function createApi(
  library: Library,
  ready: Promise<void>,
  later: () => Promise<Pick<LaterParts, 'searches'>>,
): BriefingsApi {
  return {
    version: 1,
    minor: 1,
    async listBriefings() {
      // All files are looked at after it, and somebody waits for them now.
      await later();
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
    async search(query, { limit = USUAL } = {}) {
      const { finder } = (await later()).searches;
      await finder.index.complete();
      const { hits } = finder.find(query, Math.min(Math.max(1, Math.floor(limit) || USUAL), MOST));
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
