import { compareStrings } from '../base/compareStrings.ts';
import { dayOfEntry } from '../library/days.ts';
import type { Entry, ReadableEntry } from '../library/entry.ts';
import { copiedTogether } from '../library/tree/copiedTogether.ts';

/** The day of briefings without a date that were copied together: after all others, as in the sidebar. */
const NO_DAY = '1970-01-01';

/** A briefing with its day: `YYYY-MM-DD`. */
export interface DatedEntry {
  readonly entry: ReadableEntry;
  readonly day: string;
}

/** Caches the days of the library's briefings, and their order by day, for many searches. */
export class DatedEntries {
  readonly #entryAt: (uri: string) => Entry | undefined;
  readonly #entries: () => Iterable<Entry>;
  readonly #cache = new Map<string, DatedEntry | undefined>();
  #today = '';
  #sorted: readonly DatedEntry[] | undefined;
  #copied: ReadonlySet<string> | undefined;

  constructor(entryAt: (uri: string) => Entry | undefined, entries: () => Iterable<Entry>) {
    this.#entryAt = entryAt;
    this.#entries = entries;
  }

  /** Clears the cache. To be called when the library or the index has changed. */
  clear(): void {
    this.#cache.clear();
    this.#sorted = this.#copied = undefined;
  }

  /** Undefined if the URI is no longer a briefing of the library. `today`: the local day. */
  get(uri: string, today: string): DatedEntry | undefined {
    this.#begin(today);
    if (this.#cache.has(uri)) return this.#cache.get(uri);
    const entry = this.#entryAt(uri);
    const dated = entry?.kind === 'briefing' ? { entry, day: this.#dayOf(entry, today) } : undefined;
    this.#cache.set(uri, dated);
    return dated;
  }

  newestFirst(uris: Iterable<string>, today: string): readonly DatedEntry[] {
    this.#begin(today);
    this.#sorted ??= [...uris].flatMap((uri) => this.get(uri, today) ?? []).sort(compareByDay);
    return this.#sorted;
  }

  #dayOf(entry: ReadableEntry, today: string): string {
    this.#copied ??= copiedTogether(this.#entries());
    return this.#copied.has(entry.uri) ? NO_DAY : dayOfEntry(entry, today);
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
