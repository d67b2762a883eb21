import type { BrokenEntry } from './entry.ts';
import type { BriefingSource, Listing } from './ports.ts';

/** The folders that could not be listed: each stands among the briefings, with the reason, until it can be or is gone. */
export class FolderFaults {
  /** By root, the source that said so. */
  readonly #bySource = new Map<string, BriefingSource>();

  /** What a source's listing changes: roots that have no fault any more, and those that have one. */
  take(
    source: BriefingSource,
    listings: readonly Listing[],
  ): { readonly mended: readonly string[]; readonly broken: readonly BrokenEntry[] } {
    const broken = listings.flatMap(({ root, fault }): BrokenEntry[] =>
      fault === undefined
        ? []
        : [{ kind: 'broken', uri: root, root, problem: { kind: 'unreadable', reason: fault } }],
    );
    const faulty = new Set(broken.map(({ root }) => root));
    const mended = [...this.#bySource].flatMap(([root, by]) =>
      by === source && !faulty.has(root) ? [root] : [],
    );
    for (const root of mended) this.#bySource.delete(root);
    for (const root of faulty) this.#bySource.set(root, source);
    return { mended, broken };
  }
}
