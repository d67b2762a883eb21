import { compareStrings } from '../base/compareStrings.ts';
import { dayOfEntry } from '../library/days.ts';
import type { Entry, ReadableEntry } from '../library/entry.ts';

/** A briefing with its day: `YYYY-MM-DD`. */
export interface DatedEntry {
  readonly entry: ReadableEntry;
  readonly day: string;
}

/** Caches the days of the library's briefings, and their order by day, for many searches. */
export class DatedEntries {
  readonly #entryAt: (uri: string) => Entry | undefined;
  readonly #cache = new Map<string, DatedEntry | undefined>();
  #today = '';
  #sorted: readonly DatedEntry[] | undefined;

  constructor(entryAt: (uri: string) => Entry | undefined) {
    this.#entryAt = entryAt;
  }

  /** Clears the cache. To be called when the library or the index has changed. */
  clear(): void {
    this.#cache.clear();
    this.#sorted = undefined;
  }

  /** Undefined if the URI is no longer a briefing of the library. `today`: the local day. */
  get(uri: string, today: string): DatedEntry | undefined {
    this.#begin(today);
    if (this.#cache.has(uri)) return this.#cache.get(uri);
    const entry = this.#entryAt(uri);
    const dated = entry?.kind === 'briefing' ? { entry, day: dayOfEntry(entry, today) } : undefined;
    this.#cache.set(uri, dated);
    return dated;
  }

  newestFirst(uris: Iterable<string>, today: string): readonly DatedEntry[] {
    this.#begin(today);
    this.#sorted ??= [...uris].flatMap((uri) => this.get(uri, today) ?? []).sort(compareByDay);
    return this.#sorted;
  }

  #begin(today: string): void {
    if (today !== this.#today) this.clear();
    this.#today = today;
  }
}

/** Compares by day, the newest first, then by URI, so that the order does not depend on when briefings were read. */
export function compareByDay(a: DatedEntry, b: DatedEntry): number {
  return compareDays(a, b) || compareStrings(a.entry.uri, b.entry.uri);
}

/** The newest first. */
export function compareDays(a: Pick<DatedEntry, 'day'>, b: Pick<DatedEntry, 'day'>): number {
  return compareStrings(b.day, a.day);
}
