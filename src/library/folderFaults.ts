import type { BrokenEntry } from './entry.ts';
import type { BriefingSource, Listing } from './ports.ts';

/** The folders that could not be listed. Each is shown as a broken entry until it can be listed or no longer exists. */
export class FolderFaults {
  /** By root, the source that reported the fault. */
  readonly #bySource = new Map<string, BriefingSource>();

  /** Applies a source's listings. Returns the roots that no longer have a fault, and entries for those that have one. */
  update(
    source: BriefingSource,
    listings: readonly Listing[],
  ): { readonly resolved: readonly string[]; readonly broken: readonly BrokenEntry[] } {
    const broken = listings.flatMap(({ root, fault }): BrokenEntry[] =>
      fault === undefined
        ? []
        : [{ kind: 'broken', uri: root, root, problem: { kind: 'unreadable', reason: fault } }],
    );
    const faulty = new Set(broken.map(({ root }) => root));
    const resolved = [...this.#bySource].flatMap(([root, by]) =>
      by === source && !faulty.has(root) ? [root] : [],
    );
    for (const root of resolved) this.#bySource.delete(root);
    for (const root of faulty) this.#bySource.set(root, source);
    return { resolved, broken };
  }
}
