import type { Listing, BriefingSource } from './ports.ts';

/** The folder that a file is in, and since when it is known to be there, in the index's logical time. */
interface Presence {
  readonly root: string;
  readonly since: number;
}

/**
 * The files that one source has announced. Times are logical, from a counter: a late listing does not undo a newer one,
 * nor an event that came after that listing had begun.
 */
export class Announcements {
  /** By URI. */
  #present = new Map<string, Presence>();
  #latest: Presence = { root: '', since: 0 };
  readonly #gone = new Map<string, number>();
  #listed = 0;

  rootOf(uri: string): string | undefined {
    return this.#present.get(uri)?.root;
  }

  announce(uri: string, root: string, now: number): void {
    this.#present.set(uri, this.#presence(this.rootOf(uri) ?? root, now));
    this.#gone.delete(uri);
  }

  /** Takes in one folder of a listing that has not ended yet. Returns the files that are present according to it. */
  addPartialListing({ root, uris }: Listing, begun: number): readonly string[] {
    if (this.#listed > begun) return [];
    const there = uris.filter((uri) => (this.#gone.get(uri) ?? 0) < begun);
    for (const uri of there) if (!this.#present.has(uri)) this.#present.set(uri, this.#presence(root, begun));
    return there;
  }

  withdraw(uri: string, now: number): void {
    this.#present.delete(uri);
    this.#gone.set(uri, now);
  }

  /**
   * Takes in a whole listing, and returns the files that it has, and those that are no longer present; undefined if a
   * listing that was begun later has ended before. A folder with a fault keeps its files.
   */
  take(
    listings: readonly Listing[],
    begun: number,
  ): { readonly listed: readonly string[]; readonly left: readonly string[] } | undefined {
    if (this.#listed > begun) return undefined;
    this.#listed = begun;
    const before = this.#present;
    const present = new Map<string, Presence>();
    for (const { root, uris } of listings)
      for (const uri of uris) {
        if ((this.#gone.get(uri) ?? 0) > begun || present.has(uri)) continue;
        // The time of an event after the beginning of the listing is kept.
        present.set(uri, this.#presence(root, Math.max(begun, before.get(uri)?.since ?? 0)));
      }
    const listed = [...present.keys()];
    const faulty = new Set(listings.filter(({ fault }) => fault !== undefined).map(({ root }) => root));
    for (const [uri, one] of before)
      if (!present.has(uri) && (one.since > begun || faulty.has(one.root))) present.set(uri, one);
    this.#present = present;
    // Deletions before the beginning of this listing need not be remembered any more.
    for (const [uri, since] of this.#gone) if (since < begun) this.#gone.delete(uri);
    return { listed, left: [...before.keys()].filter((uri) => !present.has(uri)) };
  }

  /** One shared object for the thousands of files that one listing of a folder finds. */
  #presence(root: string, since: number): Presence {
    if (this.#latest.root !== root || this.#latest.since !== since) this.#latest = { root, since };
    return this.#latest;
  }
}

/** The files that all sources have announced. */
export class SourceIndex {
  readonly #bySource: ReadonlyMap<BriefingSource, Announcements>;
  #clock = 0;

  constructor(sources: readonly BriefingSource[]) {
    this.#bySource = new Map(sources.map((source) => [source, new Announcements()]));
  }

  get sources(): Iterable<BriefingSource> {
    return this.#bySource.keys();
  }

  /** The folder in which the first source that knows the file has announced it; undefined if none has. */
  rootOf(uri: string): string | undefined {
    for (const announced of this.#bySource.values()) {
      const root = announced.rootOf(uri);
      if (root !== undefined) return root;
    }
    return undefined;
  }

  /** Adds a file from the cache, at time 0: any listing overrides it. */
  remember(source: BriefingSource, uri: string, root: string): void {
    this.#of(source).announce(uri, root, 0);
  }

  announce(source: BriefingSource, uri: string, root: string): void {
    this.#of(source).announce(uri, root, ++this.#clock);
  }

  withdraw(source: BriefingSource, uri: string): void {
    this.#of(source).withdraw(uri, ++this.#clock);
  }

  /** Withdraws a file from every source that has announced it in this folder. */
  withdrawFrom(root: string, uri: string): void {
    for (const [source, announced] of this.#bySource)
      if (announced.rootOf(uri) === root) this.withdraw(source, uri);
  }

  /** Lists a source: see {@link Announcements.take}. `found`: called with the files of each folder as they arrive. */
  async list(source: BriefingSource, found: (uris: readonly string[]) => void = () => undefined) {
    const begun = ++this.#clock;
    const listings: readonly Listing[] = await source.list((listing) => {
      found(this.#of(source).addPartialListing(listing, begun));
    });
    const taken = this.#of(source).take(listings, begun);
    return taken && { ...taken, listings };
  }

  #of(source: BriefingSource): Announcements {
    const announced = this.#bySource.get(source);
    if (!announced) throw new Error('This is none of the sources of the library.');
    return announced;
  }
}
