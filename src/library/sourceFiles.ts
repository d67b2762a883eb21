import type { Listing } from './ports.ts';

/** The folder that a file is in, and since when it is known to be there, in the index's logical time. */
interface Presence {
  readonly root: string;
  readonly since: number;
}

/**
 * The files of one source. Times are logical, from a counter: a late listing overrides neither a newer listing nor a
 * later event.
 */
export class SourceFiles {
  /** By URI. */
  #present = new Map<string, Presence>();
  #latest: Presence = { root: '', since: 0 };
  readonly #gone = new Map<string, number>();
  #listed = 0;

  rootOf(uri: string): string | undefined {
    return this.#present.get(uri)?.root;
  }

  add(uri: string, root: string, now: number): void {
    this.#present.set(uri, this.#presence(this.rootOf(uri) ?? root, now));
    this.#gone.delete(uri);
  }

  /** Adds one folder of a listing that has not ended yet. Returns the files that are present according to it. */
  addPartialListing({ root, uris }: Listing, begun: number): readonly string[] {
    if (this.#listed > begun) return [];
    const there = uris.filter((uri) => (this.#gone.get(uri) ?? 0) < begun);
    for (const uri of there) if (!this.#present.has(uri)) this.#present.set(uri, this.#presence(root, begun));
    return there;
  }

  remove(uri: string, now: number): void {
    this.#present.delete(uri);
    this.#gone.set(uri, now);
  }

  /**
   * Applies a whole listing. Returns its files, and those that are no longer present; undefined if a listing that began
   * later has already ended. A folder with a fault keeps its files.
   */
  applyListing(
    listings: readonly Listing[],
    begun: number,
  ): { readonly listed: readonly string[]; readonly removed: readonly string[] } | undefined {
    if (this.#listed > begun) return undefined;
    this.#listed = begun;
    const before = this.#present;
    const present = new Map<string, Presence>();
    for (const { root, uris } of listings)
      for (const uri of uris) {
        if ((this.#gone.get(uri) ?? 0) > begun || present.has(uri)) continue;
        // Keeps the time of an event after the beginning of the listing.
        present.set(uri, this.#presence(root, Math.max(begun, before.get(uri)?.since ?? 0)));
      }
    const listed = [...present.keys()];
    const faulty = new Set(listings.filter(({ fault }) => fault !== undefined).map(({ root }) => root));
    for (const [uri, one] of before)
      if (!present.has(uri) && (one.since > begun || faulty.has(one.root))) present.set(uri, one);
    this.#present = present;
    // Deletions before the beginning of this listing need not be remembered any more.
    for (const [uri, since] of this.#gone) if (since < begun) this.#gone.delete(uri);
    return { listed, removed: [...before.keys()].filter((uri) => !present.has(uri)) };
  }

  /** One shared object for the thousands of files that one listing of a folder finds. */
  #presence(root: string, since: number): Presence {
    if (this.#latest.root !== root || this.#latest.since !== since) this.#latest = { root, since };
    return this.#latest;
  }
}
