import type { BriefingSource, Listing } from './ports.ts';
import { SourceFiles } from './sourceFiles.ts';

/** The files of all sources. */
export class SourceIndex {
  readonly #bySource: ReadonlyMap<BriefingSource, SourceFiles>;
  #clock = 0;

  constructor(sources: readonly BriefingSource[]) {
    this.#bySource = new Map(sources.map((source) => [source, new SourceFiles()]));
  }

  get sources(): Iterable<BriefingSource> {
    return this.#bySource.keys();
  }

  /** The folder of a file, according to the first source that has it; undefined if none has. */
  rootOf(uri: string): string | undefined {
    for (const files of this.#bySource.values()) {
      const root = files.rootOf(uri);
      if (root !== undefined) return root;
    }
    return undefined;
  }

  /** Adds a file from the cache, at time 0: any listing overrides it. */
  restore(source: BriefingSource, uri: string, root: string): void {
    this.#of(source).add(uri, root, 0);
  }

  add(source: BriefingSource, uri: string, root: string): void {
    this.#of(source).add(uri, root, ++this.#clock);
  }

  remove(source: BriefingSource, uri: string): void {
    this.#of(source).remove(uri, ++this.#clock);
  }

  /** Removes a file from every source that has it in this folder. */
  removeFromRoot(root: string, uri: string): void {
    for (const [source, files] of this.#bySource) if (files.rootOf(uri) === root) this.remove(source, uri);
  }

  /** Lists a source: see {@link SourceFiles.applyListing}. `found`: called with the files of each folder as they arrive. */
  async list(source: BriefingSource, found: (uris: readonly string[]) => void) {
    const begun = ++this.#clock;
    const listings: readonly Listing[] = await source.list((listing) => {
      found(this.#of(source).addPartialListing(listing, begun));
    });
    const result = this.#of(source).applyListing(listings, begun);
    return result && { ...result, listings };
  }

  #of(source: BriefingSource): SourceFiles {
    const files = this.#bySource.get(source);
    if (!files) throw new Error('This source does not belong to the library.');
    return files;
  }
}
