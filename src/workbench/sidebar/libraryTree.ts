import { sumOf } from '../../base/sumOf.ts';
import * as vscode from 'vscode';
import type { Group } from '../../library/tree/group.ts';
import { localDay } from '../../library/days.ts';
import { GroupCache } from '../../library/tree/groupCache.ts';
import type { Entry } from '../../library/entry.ts';
import type { Library } from '../../library/library.ts';
import {
  type BriefingNode,
  type ContentNode,
  type FoundNode,
  type GroupNode,
  isContent,
  type LooseNode,
  type TreeNode,
} from '../../library/tree/nodes.ts';
import { withLooseRow } from '../../library/tree/looseRow.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import { BriefingRows } from './briefingRows.ts';
import type { WelcomeExpansion } from './welcomeExpansion.ts';
import type { RowDelivery } from './rowDelivery.ts';
import { groupItem } from './groupItem.ts';
import { briefingTooltip } from './briefingTooltip.ts';
import { EntryNodes, haveSameItems, withoutDescendants } from './entryNodes.ts';
import { RowCollapser } from './rowCollapser.ts';
import type { Examples } from './treeItem.ts';
import { looseItem } from './looseItem.ts';
import { searchItem } from './searchItem.ts';
import type { UnreadBriefings } from '../../library/progress/unreadBriefings.ts';
import type { NewsSeenStore } from './newsSeenStore.ts';
import type { SearchNodes } from './searchNodes.ts';
import { sourceItem, type SourceNodes, sourcesItem } from './sourceNodes.ts';
import type { LooseFiles } from '../sources/looseFiles.ts';
import type { ViewOptionsStore } from './viewOptions.ts';

/** The dependencies of the tree. */
interface TreeParts {
  readonly library: Library;
  readonly readingLog: ReadingLog;
  readonly unread: UnreadBriefings;
  readonly options: ViewOptionsStore;
  readonly searches: SearchNodes;
  readonly sources: SourceNodes;
  readonly loose: Pick<LooseFiles, 'uris' | 'onDidChange'>;
  readonly newsSeen: NewsSeenStore;
  readonly welcomeExpansion: WelcomeExpansion;
  readonly bundled: Examples;
  readonly rowDelivery: RowDelivery;
  /** Resolves when the tree has content or is known to be empty. */
  readonly contentKnown: Promise<void>;
}

/** What may change if the tree is rearranged. */
interface Rearrangement {
  /** Whether an entry has to be redrawn even if it keeps its place; by default none has to. */
  readonly isTouched?: (entry: Entry) => boolean;
  /** The URIs of the entries that may move; by default any may. */
  readonly movable?: ReadonlySet<string>;
  /** Whether entries stay among the new ones, so that a row that was just opened does not move under the pointer. */
  readonly keepsNews?: boolean;
}

/** Groups are expanded initially until they contain this many briefings. */
const MAX_EXPANDED = 50;

/**
 * The library as a tree, arranged by the view's options. A node stays the same object for as long as its file or group
 * exists, so that expansion, selection and scrolling survive. Only what has changed is redrawn.
 */
export class LibraryTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #library: Library;
  readonly #readingLog: ReadingLog;
  readonly #options: ViewOptionsStore;
  readonly #searches: SearchNodes;
  readonly #sources: SourceNodes;
  readonly #loose: TreeParts['loose'];
  readonly #looseNode: LooseNode = { kind: 'loose', id: 'loose', parent: undefined, count: 0 };
  readonly #newsSeen: NewsSeenStore;
  readonly #welcomeExpansion: WelcomeExpansion;
  readonly #rowDelivery: RowDelivery;
  readonly #contentKnown: Promise<void>;
  readonly #groupCache: GroupCache;
  readonly #rows: BriefingRows;
  readonly #nodes: EntryNodes;
  readonly #changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly #arranged = new vscode.EventEmitter<undefined>();
  readonly #collapser = new RowCollapser((nodes) => {
    this.#changed.fire(nodes);
  });
  readonly #listeners: vscode.Disposable;
  /** The names of the sources that the groups were last drawn with. */
  readonly #drawnSources = new WeakMap<GroupNode, string | undefined>();
  #roots: readonly TreeNode[] = [];
  #kept: string | undefined;
  readonly onDidChangeTreeData = this.#changed.event;
  /** Fires after each arrangement, even if nothing is redrawn. */
  readonly onDidArrange = this.#arranged.event;

  constructor({
    library,
    readingLog,
    unread,
    options,
    searches,
    sources,
    loose,
    newsSeen,
    welcomeExpansion,
    bundled,
    rowDelivery,
    contentKnown,
  }: TreeParts) {
    this.#library = library;
    this.#readingLog = readingLog;
    this.#options = options;
    this.#searches = searches;
    this.#sources = sources;
    this.#loose = loose;
    this.#newsSeen = newsSeen;
    this.#welcomeExpansion = welcomeExpansion;
    this.#rowDelivery = rowDelivery;
    this.#contentKnown = contentKnown;
    this.#groupCache = new GroupCache(library, readingLog);
    this.#rows = new BriefingRows(library, readingLog, options, welcomeExpansion, bundled);
    this.#nodes = new EntryNodes(library, unread);
    this.#listeners = vscode.Disposable.from(
      library.onDidChange((uris) => {
        this.#rearrange({ isTouched: (entry) => uris.has(entry.uri) });
      }),
      unread.onDidMark((uris) => {
        this.#redrawMarked(uris);
      }),
      options.onDidChange(() => {
        this.#rearrange();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#rearrange();
      }),
      searches.onDidChange((nodes) => {
        this.#rearrange();
        if (nodes.length > 0) this.#changed.fire([...nodes]);
      }),
      sources.onDidChange((nodes) => {
        // While many sources are checked, their rows change often. The briefings are rearranged only if the group
        // appears or disappears.
        const isThere = sources.nodes.length > 0 && sources.nodes.every((node) => this.#roots.includes(node));
        if (!isThere) this.#rearrange();
        this.#changed.fire([...nodes, ...this.#renamedGroups()]);
      }),
    );
    loose.onDidChange(() => {
      this.#rearrange();
    });
    this.#rearrange();
    // Until then, it is unknown what was read.
    void contentKnown.then(() => {
      this.onFocus();
    });
  }

  /** The groups shown, in their order. */
  get groups(): readonly Group[] {
    return this.#groupCache.groups;
  }

  /** The number of entries shown. */
  get visibleCount(): number {
    return this.#groupCache.visibleCount;
  }

  /** The number of rows above the entries, of searches and sources. */
  get rowsAboveEntries(): number {
    return this.#above().length;
  }

  /** The briefing being read, which stays visible among the unread ones. */
  set currentUri(uri: string | undefined) {
    if (uri === this.#kept) return;
    const touched = new Set([this.#kept, uri].filter((one) => one !== undefined));
    this.#kept = uri;
    if (this.#options.value.filter === 'unread') this.#rearrange({ movable: touched });
  }

  /** Whether there is a group of new briefings. */
  get hasNews(): boolean {
    return this.#groupCache.news !== undefined;
  }

  /** Called when the sidebar or the window gets the focus: opened new briefings move to their place by date. */
  onFocus(): void {
    if (this.hasNews || this.#library.latestSeen > this.#newsSeen.time) this.#rearrange({ keepsNews: false });
  }

  /** Marks everything new as seen. */
  async markNewsAsSeen(): Promise<void> {
    await this.#newsSeen.markAllSeen(this.#library.latestSeen);
    this.onFocus();
  }

  /** Rearranges the groups, because another day has begun. */
  onDayChange(): void {
    this.#rearrange();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (!node) {
      await this.#contentKnown;
      this.#welcomeExpansion.recordShown();
      this.#rowDelivery.onDeliver();
      return [...this.#roots];
    }
    if (node.kind === 'search') return [...(await this.#searches.childrenOf(node))];
    if (node.kind === 'broken' || node.kind === 'found' || node.kind === 'source' || node.kind === 'loose')
      return [];
    if ((node.kind === 'briefing' || node.kind === 'group') && this.#collapser.hidesChildren(node)) return [];
    if (node.kind === 'briefing') return [...(await this.#rows.childrenOf(node))];
    return [...node.children];
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    if (node.kind === 'search') return searchItem(node);
    if (node.kind === 'sources') return sourcesItem(node);
    if (node.kind === 'source') return sourceItem(node);
    if (node.kind === 'loose') return looseItem(node);
    if (node.kind !== 'group') return this.#rows.itemOf(node);
    const groups = this.#roots.filter(({ kind }) => kind === 'group');
    const before = this.groups.slice(0, groups.indexOf(node) + 1);
    // Files that are still to be read may come before this group. A group that was expanded once stays expanded.
    const held = this.#library.pendingCount + sumOf(before, ({ entries }) => entries.length);
    const isOpenFolder = workspaceRoots().some((root) => node.id === `folder:${root}`);
    const isUnfolded = isOpenFolder || held <= MAX_EXPANDED || before.length === 1;
    const source = this.#sourceOf(node);
    this.#drawnSources.set(node, source);
    return groupItem(node, isUnfolded, this.#options.value.words, source);
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return isContent(node) ? this.#rows.parentOf(node) : node.parent;
  }

  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    if (node.kind !== 'briefing') return item;
    const opened = await this.#library.open(node.uri);
    if (opened?.kind === 'briefing') item.tooltip = briefingTooltip(opened, node.entry, this.#readingLog);
    return item;
  }

  /**
   * Returns the node of something in a briefing, by its id there; without an id the briefing's own. Undefined if it is
   * not shown.
   */
  async find(uri: string, id: string | undefined): Promise<TreeNode | undefined> {
    const root = this.#nodes.get(uri);
    const isThere = root && this.groups.some(({ entries }) => entries.includes(root.entry));
    if (!isThere || id === undefined || root.kind === 'broken') return isThere ? root : undefined;
    return this.#rows.rowOf(root, id);
  }

  /** Returns the node that a search result refers to; undefined if its briefing no longer contains it. */
  async resolveFound({ uri, itemId }: FoundNode): Promise<ContentNode | undefined> {
    const entry = this.#library.get(uri);
    const root = entry && this.#nodes.nodeOf(entry).node;
    if (root?.kind !== 'briefing') return undefined;
    return this.#rows.nodeOf(root, itemId);
  }

  /** Remembers whether a group is expanded, for its row after a filter by words. */
  recordExpansion(node: TreeNode, isExpanded: boolean): void {
    if (node.kind === 'group' && this.#options.value.words === '') node.isExpanded = isExpanded;
  }

  redraw(): void {
    this.#changed.fire(undefined);
  }

  collapse(rows: readonly (BriefingNode | GroupNode)[]): void {
    this.#collapser.collapse(rows);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#collapser.dispose();
    this.#changed.dispose();
    this.#arranged.dispose();
  }

  /** The name of the source whose folder a group is. */
  #sourceOf({ id }: GroupNode): string | undefined {
    return this.#sources.nameOf(id.replace(/^folder:/, ''));
  }

  /** The groups that were drawn before their source had its name. */
  #renamedGroups(): readonly GroupNode[] {
    return this.#roots.flatMap((node) => {
      if (node.kind !== 'group' || !this.#drawnSources.has(node)) return [];
      return this.#drawnSources.get(node) === this.#sourceOf(node) ? [] : node;
    });
  }

  #above(): readonly TreeNode[] {
    return [...(this.#library.size > 0 ? this.#searches.nodes : []), ...this.#sources.nodes];
  }

  /** Redraws the rows of marked briefings. With the filter `all`, marks do not move any row. */
  #redrawMarked(uris: ReadonlySet<string>): void {
    const isTouched = ({ uri }: Entry) => uris.has(uri);
    if (this.#options.value.filter !== 'all') {
      this.#rearrange({ isTouched, movable: uris });
      return;
    }
    const nodes = [...uris].flatMap((uri) => this.#nodes.get(uri) ?? []);
    const groups = new Set(nodes.flatMap(({ parent }) => parent ?? []));
    const stale = [...nodes, ...[...groups].filter((group) => this.#nodes.updateUnread(group))];
    if (stale.length > 0) this.#changed.fire(withoutDescendants(stale));
    this.#arranged.fire(undefined);
  }

  #rearrange({ isTouched = () => false, movable, keepsNews = true }: Rearrangement = {}): void {
    const by = {
      options: this.#options.value,
      today: localDay(new Date()),
      folders: workspaceRoots(),
      kept: this.#kept,
      newsSeen: this.#newsSeen.time,
    };
    const isArrangedAnew = this.#groupCache.update(by, { only: movable, keepsNews });
    const { nodes, stale } = this.#nodes.nodesFor(this.groups, this.#options.value.grouping, isTouched);
    const row = this.#looseNode;
    const before = row.count;
    row.count = this.#looseCount;
    const roots = withLooseRow([...this.#above(), ...nodes], row, by.folders);
    this.#nodes.removeMissing();
    // After a change of the arrangement, the same briefings may have other rows, such as starred items only.
    const isSame = !isArrangedAnew && haveSameItems(this.#roots, roots);
    this.#roots = roots;
    if (!isSame) this.#changed.fire(undefined);
    else if (stale.length > 0 || row.count !== before)
      this.#changed.fire([...withoutDescendants(stale), ...(row.count === before ? [] : [row])]);
    this.#arranged.fire(undefined);
  }

  /** The number of files in the row of the loose files, which is not shown where it is 0. */
  get #looseCount(): number {
    const { filter, words } = this.#options.value;
    // In Restricted Mode, the setting that would read them has no effect.
    if (filter !== 'all' || words !== '' || !vscode.workspace.isTrusted) return 0;
    return this.#loose.uris.filter((uri) => !this.#library.get(uri)).length;
  }
}

function workspaceRoots(): readonly string[] {
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
}
