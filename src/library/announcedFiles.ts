import { Announcements } from './announcements.ts';
import type { BriefingSource, Listing } from './ports.ts';

/** What all sources have said to be there, in the order of their saying. */
export class AnnouncedFiles {
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

  /** Asks a source for its listing, and takes it in: see {@link Announcements.take}. */
  async list(source: BriefingSource) {
    const begun = ++this.#clock;
    const listings: readonly Listing[] = await source.list();
    const taken = this.#of(source).take(listings, begun);
    return taken && { ...taken, listings };
  }

  #of(source: BriefingSource): Announcements {
    const announced = this.#bySource.get(source);
    if (!announced) throw new Error('This is none of the sources of the library.');
    return announced;
  }
}
