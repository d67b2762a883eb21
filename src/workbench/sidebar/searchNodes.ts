import { Emitter } from '../../base/event.ts';
import type { FoundNode, SearchNode } from '../../library/tree/nodes.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import type { Hit } from '../../search/search.ts';
import type { Finder } from '../search/finder.ts';
import { shortDateLabel } from '../labels.ts';
import type { SavedSearches } from '../search/savedSearches.ts';

/** The maximum number of items below a saved search. */
const MAX_HITS = 100;
/** How long marks are collected before the searches run again, in ms. */
const DELAY = 300;

/** The nodes of the saved searches in the sidebar, with the number of items that each finds now. */
export class SearchNodes {
  readonly #savedSearches: SavedSearches;
  /** Resolves after the sidebar's first rows. */
  readonly #finder: Promise<Finder>;
  readonly #readingLog: ReadingLog;
  /** The rows that each node showed last, to redraw only what has changed. */
  readonly #drawn = new WeakMap<SearchNode, string>();
  readonly #changed = new Emitter<readonly SearchNode[]>();
  readonly #listeners: { dispose(): void }[];
  #nodes: readonly SearchNode[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Fires with the nodes that have to be redrawn. */
  readonly onDidChange = this.#changed.event;

  constructor(saved: SavedSearches, finder: Promise<Finder>, readingLog: ReadingLog) {
    this.#savedSearches = saved;
    this.#finder = finder;
    this.#readingLog = readingLog;
    this.#listeners = [
      saved.onDidChange(() => {
        this.#updateNodes();
      }),
      readingLog.onDidChange(() => {
        this.#countSoon();
      }),
    ];
    void this.#followIndex();
    this.#updateNodes();
  }

  get nodes(): readonly SearchNode[] {
    return this.#nodes;
  }

  /** Returns what a search finds, best first. */
  async childrenOf({ id, query }: SearchNode): Promise<readonly FoundNode[]> {
    const finder = await this.#finder;
    await finder.index.complete();
    const parent = this.#nodes.find((node) => node.id === id);
    if (!parent) return [];
    return find(finder, query)
      .hits.slice(0, MAX_HITS)
      .flatMap((hit) => foundNode(parent, hit) ?? []);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    clearTimeout(this.#timer);
    this.#changed.dispose();
  }

  async #followIndex(): Promise<void> {
    const { index } = await this.#finder;
    const listener = index.onDidChange(() => {
      this.#countSoon();
    });
    this.#listeners.push(listener);
  }

  #updateNodes(): void {
    this.#nodes = this.#savedSearches.all.map(({ name, query }): SearchNode => {
      const id = `search:${name}`;
      const known = this.#nodes.find((node) => node.id === id && node.query === query);
      return (
        known ?? { kind: 'search', id, name, query, parent: undefined, count: undefined, hasMore: false }
      );
    });
    this.#changed.fire([]);
    if (this.#nodes.length > 0) void this.#count(true);
  }

  #countSoon(): void {
    if (this.#nodes.length === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#count();
    }, DELAY);
  }

  /** `isFirst`: the index may not have been built yet. */
  async #count(isFirst = false): Promise<void> {
    const finder = await this.#finder;
    // A count of only some briefings would be wrong.
    if (isFirst || finder.index.pendingCount !== 0) await finder.index.complete();
    const changed = this.#nodes.filter((node) => {
      const { hits, hasMore } = find(finder, node.query);
      node.count = Math.min(hits.length, MAX_HITS);
      node.hasMore = hasMore || hits.length > MAX_HITS;
      const rows = hits.slice(0, MAX_HITS).map((hit) => this.#stateOf(hit));
      const shown = [node.hasMore, ...rows].join('\n');
      const isSame = this.#drawn.get(node) === shown;
      this.#drawn.set(node, shown);
      return !isSame;
    });
    this.#changed.fire(changed);
  }

  /** Returns a string of everything that a row's appearance depends on. */
  #stateOf({ document, item: { id, key } }: Hit): string {
    const { uri, version } = document;
    return [uri, version, id, this.#readingLog.isRead(key), this.#readingLog.isStarred(key)].join(' ');
  }
}

/**
 * Searches for hits that can be shown below a search: items and sections. Other hits are left out, so more are
 * requested.
 */
function find(finder: Finder, query: string): { readonly hits: readonly Hit[]; readonly hasMore: boolean } {
  const { hits, hasMore } = finder.find(query, MAX_HITS * 2);
  return { hits: hits.filter(({ item }) => item.id !== ''), hasMore };
}

/** Returns the node of a hit; undefined if its kind cannot be shown below a search. */
export function foundNode(
  parent: SearchNode,
  { entry, item, document }: Pick<Hit, 'entry' | 'item' | 'document'>,
): FoundNode | undefined {
  if (item.kind === 'briefing' || item.kind === 'reference') return undefined;
  const { uri, outline } = entry;
  return {
    kind: 'found',
    // The id of the briefing's own node for this item is taken already.
    id: `${parent.id}/${uri}#${item.id}`,
    uri,
    parent,
    of: item.kind,
    itemId: item.id,
    key: item.key,
    // A passage before the first section has no title: the briefing's is used.
    title: item.title === '' && item.kind === 'passage' ? outline.title : item.title,
    text: item.text,
    hasLink: item.references.some((number) => document.references[number]?.url !== undefined),
    where: outline.date === undefined ? outline.title : `${outline.title}, ${shortDateLabel(outline.date)}`,
  };
}
