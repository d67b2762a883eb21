import { dayOfEntry } from '../library/arrangement.ts';
import type { Entry, ReadableEntry } from '../library/entry.ts';

/** A briefing that can be searched, and the day that it is of: `YYYY-MM-DD`. */
export interface Standing {
  readonly entry: ReadableEntry;
  readonly day: string;
}

/** The briefings of the library with their days, the newest first: sorted once for many searches. */
export class Standings {
  readonly #entryAt: (uri: string) => Entry | undefined;
  readonly #known = new Map<string, Standing | undefined>();
  #today = '';
  #sorted: readonly Standing[] | undefined;

  constructor(entryAt: (uri: string) => Entry | undefined) {
    this.#entryAt = entryAt;
  }

  /** What is known is no longer so. */
  forget(): void {
    this.#known.clear();
    this.#sorted = undefined;
  }

  /** Undefined for what is no longer in the library. `today`: the local day. */
  of(uri: string, today: string): Standing | undefined {
    if (today !== this.#today) this.forget();
    this.#today = today;
    if (this.#known.has(uri)) return this.#known.get(uri);
    const entry = this.#entryAt(uri);
    const standing = entry?.kind === 'briefing' ? { entry, day: dayOfEntry(entry, today) } : undefined;
    this.#known.set(uri, standing);
    return standing;
  }

  newestFirst(uris: Iterable<string>, today: string): readonly Standing[] {
    if (today !== this.#today) this.forget();
    this.#sorted ??= [...uris].flatMap((uri) => this.of(uri, today) ?? []).sort(newerFirst);
    return this.#sorted;
  }
}

export function newerFirst(a: Pick<Standing, 'day'>, b: Pick<Standing, 'day'>): number {
  return a.day < b.day ? 1 : a.day > b.day ? -1 : 0;
}
