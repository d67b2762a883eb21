import * as vscode from 'vscode';
import { type Group, localDay } from '../../library/tree/grouping.ts';
import { GroupCache } from '../../library/tree/groupCache.ts';
import type { Entry } from '../../library/entry.ts';
import type { Library } from '../../library/library.ts';
import {
  type BriefingNode,
  type ContentNode,
  type FoundNode,
  type GroupNode,
  type TreeNode,
} from '../../library/tree/nodes.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import { BriefingRows } from './briefingRows.ts';
import type { FirstLook } from './firstLook.ts';
import type { FirstRows } from './firstRows.ts';
import { groupItem } from './groupItem.ts';
import { briefingTooltip } from './briefingTooltip.ts';
import { EntryNodes, sameItems, withoutInner } from './entryNodes.ts';
import { Folding } from './folding.ts';
import type { Examples } from './treeItem.ts';
import { searchItem } from './searchItem.ts';
import type { UnreadBriefings } from '../../library/progress/unreadBriefings.ts';
import type { NewsMark } from './newsMark.ts';
import type { SearchNodes } from './searchNodes.ts';
import { sourceItem, type SourceNodes, sourcesItem } from './sourceNodes.ts';
import type { ViewOptionsStore } from './viewOptions.ts';

/** What the tree shows, and what decides how. */
interface TreeParts {
  readonly library: Library;
  readonly readingLog: ReadingLog;
  readonly unread: UnreadBriefings;
  readonly options: ViewOptionsStore;
  readonly searches: SearchNodes;
  readonly sources: SourceNodes;
  readonly newsMark: NewsMark;
  readonly firstLook: FirstLook;
  readonly bundled: Examples;
  readonly firstRows: FirstRows;
  /** Resolves when something is known: until then, an empty tree would be wrong. */
  readonly contentKnown: Promise<void>;
}

/** Groups are unfolded initially until they hold this many briefings, which can still be scanned. */
const UNFOLDED = 50;

/**
 * The library as a tree, arranged by the view's options. A node stays the same object for as long as its file or group
 * exists, so that folding, selection and scrolling survive. Only what has changed is redrawn.
 */
export class LibraryTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #library: Library;
  readonly #readingLog: ReadingLog;
  readonly #options: ViewOptionsStore;
  readonly #searches: SearchNodes;
  readonly #sources: SourceNodes;
  readonly #newsMark: NewsMark;
  readonly #firstLook: FirstLook;
  readonly #firstRows: FirstRows;
  readonly #known: Promise<void>;
  readonly #arrangement: GroupCache;
  readonly #rows: BriefingRows;
  readonly #nodes: EntryNodes;
  readonly #changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly #arranged = new vscode.EventEmitter<undefined>();
  readonly #folding = new Folding((nodes) => {
    this.#changed.fire(nodes);
  });
  readonly #listeners: vscode.Disposable;
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
    newsMark,
    firstLook,
    bundled,
    firstRows,
    contentKnown,
  }: TreeParts) {
    this.#library = library;
    this.#readingLog = readingLog;
    this.#options = options;
    this.#searches = searches;
    this.#sources = sources;
    this.#newsMark = newsMark;
    this.#firstLook = firstLook;
    this.#firstRows = firstRows;
    this.#known = contentKnown;
    this.#arrangement = new GroupCache(library, readingLog);
    this.#rows = new BriefingRows(library, readingLog, options, firstLook, bundled);
    this.#nodes = new EntryNodes(library, unread);
    this.#listeners = vscode.Disposable.from(
      library.onDidChange((uris) => {
        this.#arrange((entry) => uris.has(entry.uri));
      }),
      unread.onDidMark((uris) => {
        this.#redraw(uris);
      }),
      options.onDidChange(() => {
        this.#arrange(() => false);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#arrange(() => false);
      }),
      searches.onDidChange((nodes) => {
        this.#arrange(() => false);
        if (nodes.length > 0) this.#changed.fire([...nodes]);
      }),
      sources.onDidChange((nodes) => {
        // Checking many sources redraws their rows many times. The briefings below have to be arranged only if the
        // group appears or disappears.
        const isThere = sources.nodes.length > 0 && sources.nodes.every((node) => this.#roots.includes(node));
        if (!isThere) this.#arrange(() => false);
        this.#changed.fire([...nodes]);
      }),
    );
    this.#arrange(() => false);
    // Until then, nothing is known to be read.
    void contentKnown.then(() => {
      this.look();
    });
  }

  /** The groups shown, in their order. */
  get groups(): readonly Group[] {
    return this.#arrangement.groups;
  }

  /** The number of entries shown. */
  get shown(): number {
    return this.#arrangement.visibleCount;
  }

  /** The number of rows above the entries, of searches and sources. */
  get above(): number {
    return this.#above().length;
  }

  /** The briefing being read, which stays visible among the unread ones. */
  set kept(uri: string | undefined) {
    if (uri === this.#kept) return;
    const touched = new Set([this.#kept, uri].filter((one) => one !== undefined));
    this.#kept = uri;
    if (this.#options.value.filter === 'unread') this.#arrange(() => false, touched);
  }

  /** Whether there is a group of new briefings. */
  get hasNews(): boolean {
    return this.#arrangement.news !== undefined;
  }

  /**
   * Called when the person looks at the sidebar again: what they have opened of the new briefings moves to its place by
   * date.
   */
  look(): void {
    if (this.hasNews || this.#library.latestSeen > this.#newsMark.time)
      this.#arrange(() => false, undefined, false);
  }

  /** Takes everything that is new as seen. */
  async takeNewsAsSeen(): Promise<void> {
    await this.#newsMark.take(this.#library.latestSeen);
    this.look();
  }

  /** Rearranges the groups, because another day has begun. */
  dayChanged(): void {
    this.#arrange(() => false);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (!node) {
      await this.#known;
      this.#firstLook.take();
      this.#firstRows.give();
      return [...this.#roots];
    }
    if (node.kind === 'search') return [...(await this.#searches.found(node))];
    if (node.kind === 'broken' || node.kind === 'found' || node.kind === 'source') return [];
    if ((node.kind === 'briefing' || node.kind === 'group') && this.#folding.hasEmptied(node)) return [];
    if (node.kind === 'briefing') return [...(await this.#rows.below(node))];
    return [...node.children];
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    if (node.kind === 'search') return searchItem(node);
    if (node.kind === 'sources') return sourcesItem(node);
    if (node.kind === 'source') return sourceItem(node);
    if (node.kind !== 'group') return this.#rows.itemOf(node);
    const before = this.groups.slice(0, this.#roots.indexOf(node) - this.above + 1);
    // Files that are still to be read may come before this group. A group that is unfolded once stays so.
    const held = before.reduce((sum, { entries }) => sum + entries.length, this.#library.pendingCount);
    const isOpenFolder = workspaceRoots().some((root) => node.id === `folder:${root}`);
    return groupItem(node, isOpenFolder || held <= UNFOLDED || before.length === 1);
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'item' ? this.#rows.parentOf(node) : node.parent;
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
  async foundIn({ uri, itemId }: FoundNode): Promise<ContentNode | undefined> {
    const entry = this.#library.get(uri);
    const root = entry && this.#nodes.of(entry).node;
    if (root?.kind !== 'briefing') return undefined;
    return this.#rows.nodeOf(root, itemId);
  }

  redraw(): void {
    this.#changed.fire(undefined);
  }

  fold(rows: readonly (BriefingNode | GroupNode)[]): void {
    this.#folding.fold(rows);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#folding.dispose();
    this.#changed.dispose();
    this.#arranged.dispose();
  }

  #above(): readonly TreeNode[] {
    return [...(this.#library.size > 0 ? this.#searches.nodes : []), ...this.#sources.nodes];
  }

  /** Redraws the rows of marked briefings. With the filter `all`, marks do not move any row. */
  #redraw(uris: ReadonlySet<string>): void {
    const isTouched = ({ uri }: Entry) => uris.has(uri);
    if (this.#options.value.filter !== 'all') {
      this.#arrange(isTouched, uris);
      return;
    }
    const nodes = [...uris].flatMap((uri) => this.#nodes.get(uri) ?? []);
    const groups = new Set(nodes.flatMap(({ parent }) => parent ?? []));
    const stale = [...nodes, ...[...groups].filter((group) => this.#nodes.count(group))];
    if (stale.length > 0) this.#changed.fire(withoutInner(stale));
    this.#arranged.fire(undefined);
  }

  /**
   * `isTouched`: whether an entry has to be redrawn even if it keeps its place. `only`: the URIs of the entries that
   * may move; undefined if any may. `keepsNews`: entries stay among the new ones, so that no row moves away under the
   * pointer that has just opened it.
   */
  #arrange(isTouched: (entry: Entry) => boolean, only?: ReadonlySet<string>, keepsNews = true): void {
    const by = {
      options: this.#options.value,
      today: localDay(new Date()),
      folders: workspaceRoots(),
      kept: this.#kept,
      newsSeen: this.#newsMark.time,
    };
    const isArrangedAnew = this.#arrangement.update(by, { only, keepsNews });
    const { nodes, stale } = this.#nodes.arrange(this.groups, this.#options.value.grouping, isTouched);
    const roots = [...this.#above(), ...nodes];
    this.#nodes.forgetGone();
    // After a change of the arrangement, the same briefings may have other rows, such as starred items only.
    const isSame = !isArrangedAnew && sameItems(this.#roots, roots);
    this.#roots = roots;
    if (!isSame) this.#changed.fire(undefined);
    else if (stale.length > 0) this.#changed.fire(withoutInner(stale));
    this.#arranged.fire(undefined);
  }
}

function workspaceRoots(): readonly string[] {
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
}
