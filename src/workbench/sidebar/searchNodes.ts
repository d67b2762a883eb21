import { Emitter } from '../../library/event.ts';
import type { Library } from '../../library/library.ts';
import { foundNode, type SearchNode, type SectionNode, type TakeawayNode } from '../../library/nodes.ts';
import { findItem } from '../../library/place.ts';
import type { ReadingLog } from '../../library/readingLog.ts';
import type { Hit } from '../../search/search.ts';
import type { Finder } from '../search/finder.ts';
import type { SavedSearches } from '../search/savedSearches.ts';

/** How many items a saved search shows. */
const SHOWN = 100;
/** How long after a mark it is looked what the searches find now, in ms: marks come one by one. */
const DELAY = 300;

/** The saved searches in the sidebar, with how many items each finds now. */
export class SearchNodes {
  readonly #saved: SavedSearches;
  readonly #finder: Finder;
  readonly #library: Library;
  readonly #changed = new Emitter<readonly SearchNode[]>();
  readonly #listeners: readonly { dispose(): void }[];
  #nodes: readonly SearchNode[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Fires with those that are to be drawn anew. */
  readonly onDidChange = this.#changed.event;

  constructor(saved: SavedSearches, finder: Finder, library: Library, log: ReadingLog) {
    this.#saved = saved;
    this.#finder = finder;
    this.#library = library;
    this.#listeners = [
      saved.onDidChange(() => {
        this.#take();
      }),
      finder.index.onDidChange(() => {
        this.#countSoon();
      }),
      log.onDidChange(() => {
        this.#countSoon();
      }),
    ];
    this.#take();
  }

  get nodes(): readonly SearchNode[] {
    return this.#nodes;
  }

  /** What a search finds, the best first. */
  async found({ query, ...node }: SearchNode): Promise<readonly (TakeawayNode | SectionNode)[]> {
    await this.#finder.index.complete();
    const parent = this.#nodes.find(({ id }) => id === node.id);
    if (!parent) return [];
    const { hits } = this.#find(query);
    const found = await Promise.all(hits.slice(0, SHOWN).map((hit) => this.#nodeOf(parent, hit)));
    return found.filter((one) => one !== undefined);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    clearTimeout(this.#timer);
    this.#changed.dispose();
  }

  async #nodeOf(parent: SearchNode, { entry, item }: Hit): Promise<TakeawayNode | SectionNode | undefined> {
    const opened = await this.#library.open(entry.uri);
    const found = opened?.kind === 'briefing' ? findItem(opened.briefing, item.id) : undefined;
    return found && foundNode(parent, entry.uri, found);
  }

  #take(): void {
    this.#nodes = this.#saved.all.map(({ name, query }): SearchNode => {
      const id = `search:${name}`;
      const known = this.#nodes.find((node) => node.id === id && node.query === query);
      return (
        known ?? { kind: 'search', id, name, query, parent: undefined, count: undefined, hasMore: false }
      );
    });
    this.#changed.fire([]);
    if (this.#nodes.length > 0)
      void this.#finder.index.complete().then(() => {
        this.#count();
      });
  }

  #countSoon(): void {
    if (this.#nodes.length === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#count();
    }, DELAY);
  }

  #count(): void {
    const changed = this.#nodes.filter((node) => {
      const { hits, hasMore } = this.#find(node.query);
      const { count, hasMore: had } = node;
      node.count = Math.min(hits.length, SHOWN);
      node.hasMore = hasMore || hits.length > SHOWN;
      return node.count !== count || node.hasMore !== had;
    });
    this.#changed.fire(changed);
  }

  /** What can be shown below a search: takeaways and sections. Others are left out, so more are asked for. */
  #find(query: string): { readonly hits: readonly Hit[]; readonly hasMore: boolean } {
    const { hits, hasMore } = this.#finder.find(query, SHOWN * 2);
    return { hits: hits.filter(({ item }) => item.id !== ''), hasMore };
  }
}
