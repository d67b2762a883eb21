import { dayOfEntry } from '../library/tree/grouping.ts';
import type { Entry, ReadableEntry } from '../library/entry.ts';

/** A briefing that can be searched, and the day that it is of: `YYYY-MM-DD`. */
export interface DatedEntry {
  readonly entry: ReadableEntry;
  readonly day: string;
}

/** The briefings of the library with their days, the newest first: sorted once for many searches. */
export class DatedEntries {
  readonly #entryAt: (uri: string) => Entry | undefined;
  readonly #known = new Map<string, DatedEntry | undefined>();
  #today = '';
  #sorted: readonly DatedEntry[] | undefined;

  constructor(entryAt: (uri: string) => Entry | undefined) {
    this.#entryAt = entryAt;
  }

  /** What is known is no longer so. */
  forget(): void {
    this.#known.clear();
    this.#sorted = undefined;
  }

  /** Undefined for what is no longer in the library. `today`: the local day. */
  of(uri: string, today: string): DatedEntry | undefined {
    if (today !== this.#today) this.forget();
    this.#today = today;
    if (this.#known.has(uri)) return this.#known.get(uri);
    const entry = this.#entryAt(uri);
    const standing = entry?.kind === 'briefing' ? { entry, day: dayOfEntry(entry, today) } : undefined;
    this.#known.set(uri, standing);
    return standing;
  }

  newestFirst(uris: Iterable<string>, today: string): readonly DatedEntry[] {
    if (today !== this.#today) this.forget();
    this.#sorted ??= [...uris].flatMap((uri) => this.of(uri, today) ?? []).sort(inOrder);
    return this.#sorted;
  }
}

/** The newest first; of a day, by their URIs: the same whenever each of them was read. */
export function inOrder(a: DatedEntry, b: DatedEntry): number {
  return newerFirst(a, b) || (a.entry.uri < b.entry.uri ? -1 : a.entry.uri > b.entry.uri ? 1 : 0);
}

export function newerFirst(a: Pick<DatedEntry, 'day'>, b: Pick<DatedEntry, 'day'>): number {
  return a.day < b.day ? 1 : a.day > b.day ? -1 : 0;
}
