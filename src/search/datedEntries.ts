import { dayOfEntry } from '../library/tree/grouping.ts';
import type { Entry, ReadableEntry } from '../library/entry.ts';

/** A briefing with its day: `YYYY-MM-DD`. */
export interface DatedEntry {
  readonly entry: ReadableEntry;
  readonly day: string;
}

/** Caches the days of the library's briefings, and their order by day, for many searches. */
export class DatedEntries {
  readonly #entryAt: (uri: string) => Entry | undefined;
  readonly #known = new Map<string, DatedEntry | undefined>();
  #today = '';
  #sorted: readonly DatedEntry[] | undefined;

  constructor(entryAt: (uri: string) => Entry | undefined) {
    this.#entryAt = entryAt;
  }

  /** Clears the cache. To be called when the library has changed. */
  forget(): void {
    this.#known.clear();
    this.#sorted = undefined;
  }

  /** Undefined for a URI that is not a briefing of the library any more. `today`: the local day. */
  of(uri: string, today: string): DatedEntry | undefined {
    if (today !== this.#today) this.forget();
    this.#today = today;
    if (this.#known.has(uri)) return this.#known.get(uri);
    const entry = this.#entryAt(uri);
    const dated = entry?.kind === 'briefing' ? { entry, day: dayOfEntry(entry, today) } : undefined;
    this.#known.set(uri, dated);
    return dated;
  }

  newestFirst(uris: Iterable<string>, today: string): readonly DatedEntry[] {
    if (today !== this.#today) this.forget();
    this.#sorted ??= [...uris].flatMap((uri) => this.of(uri, today) ?? []).sort(inOrder);
    return this.#sorted;
  }
}

/** Compares by day, the newest first, then by URI, so that the order does not depend on when each was read. */
export function inOrder(a: DatedEntry, b: DatedEntry): number {
  return newerFirst(a, b) || (a.entry.uri < b.entry.uri ? -1 : a.entry.uri > b.entry.uri ? 1 : 0);
}

export function newerFirst(a: Pick<DatedEntry, 'day'>, b: Pick<DatedEntry, 'day'>): number {
  return a.day < b.day ? 1 : a.day > b.day ? -1 : 0;
}
