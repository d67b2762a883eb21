import type { BrokenEntry } from './entry.ts';
import type { BriefingSource, Listing } from './ports.ts';

/** The folders that could not be listed. Each is shown as a broken entry until it can be listed, or is gone. */
export class FolderFaults {
  /** By root, the source that reported the fault. */
  readonly #bySource = new Map<string, BriefingSource>();

  /** Takes in a source's listings, and returns the roots that no longer have a fault, and entries for those that do. */
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
