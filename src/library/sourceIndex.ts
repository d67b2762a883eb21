import type { Listing, BriefingSource } from './ports.ts';

/** The folder that a file is in, and since when it is there. */
interface Presence {
  readonly root: string;
  readonly since: number;
}

/**
 * What one source has said to be there. Times are counted: a late answer does not undo newer ones, and a listing that
 * was begun before an event does not know of it.
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

  /** Part of a listing that has not answered as a whole. Gives what is to be there by it. */
  foretell({ root, uris }: Listing, begun: number): readonly string[] {
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
   * Takes a whole listing in, and gives what it knows to be there and what is no longer; undefined where a later one
   * has answered before. A folder with a fault keeps what it had.
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
        // An event that is newer than the listing stays newer than it.
        present.set(uri, this.#presence(root, Math.max(begun, before.get(uri)?.since ?? 0)));
      }
    const listed = [...present.keys()];
    const faulty = new Set(listings.filter(({ fault }) => fault !== undefined).map(({ root }) => root));
    for (const [uri, one] of before)
      if (!present.has(uri) && (one.since > begun || faulty.has(one.root))) present.set(uri, one);
    this.#present = present;
    // An event that a later listing knows of needs no longer be remembered.
    for (const [uri, since] of this.#gone) if (since < begun) this.#gone.delete(uri);
    return { listed, left: [...before.keys()].filter((uri) => !present.has(uri)) };
  }

  /** One for the thousands of files that one look at a folder finds. */
  #presence(root: string, since: number): Presence {
    if (this.#latest.root !== root || this.#latest.since !== since) this.#latest = { root, since };
    return this.#latest;
  }
}

/** What all sources have said to be there, in the order of their saying. */
export class SourceIndex {
  readonly #bySource: ReadonlyMap<BriefingSource, Announcements>;
  #clock = 0;

  constructor(sources: readonly BriefingSource[]) {
    this.#bySource = new Map(sources.map((source) => [source, new Announcements()]));
  }

  get sources(): Iterable<BriefingSource> {
    return this.#bySource.keys();
  }

  /** The folder that the first source has announced a file in; undefined where none has. */
  rootOf(uri: string): string | undefined {
    for (const announced of this.#bySource.values()) {
      const root = announced.rootOf(uri);
      if (root !== undefined) return root;
    }
    return undefined;
  }

  /** Remembered from an earlier time: any listing knows better. */
  remember(source: BriefingSource, uri: string, root: string): void {
    this.#of(source).announce(uri, root, 0);
  }

  announce(source: BriefingSource, uri: string, root: string): void {
    this.#of(source).announce(uri, root, ++this.#clock);
  }

  withdraw(source: BriefingSource, uri: string): void {
    this.#of(source).withdraw(uri, ++this.#clock);
  }

  /** From whichever source has announced it in this folder. */
  withdrawFrom(root: string, uri: string): void {
    for (const [source, announced] of this.#bySource)
      if (announced.rootOf(uri) === root) this.withdraw(source, uri);
  }

  /** Asks a source for its listing, and takes it in: see {@link Announcements.take}. `found`: a folder has answered. */
  async list(source: BriefingSource, found: (uris: readonly string[]) => void = () => undefined) {
    const begun = ++this.#clock;
    const listings: readonly Listing[] = await source.list((listing) => {
      found(this.#of(source).foretell(listing, begun));
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
