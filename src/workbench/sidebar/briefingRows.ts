import * as vscode from 'vscode';
import type { OpenedBriefing } from '../../library/entry.ts';
import type { Library } from '../../library/library.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import {
  type BriefingNode,
  type ContentNode,
  type Contents,
  contentsOf,
  findNode,
  isHidden,
} from '../../library/tree/nodes.ts';
import type { WelcomeExpansion } from './welcomeExpansion.ts';
import { type Examples, type RowNode, treeItemOf } from './treeItem.ts';
import type { ViewOptionsStore } from './viewOptions.ts';

/** The rows of briefings and of their contents, which are read only when a briefing is expanded. */
export class BriefingRows {
  readonly #library: Library;
  readonly #readingLog: ReadingLog;
  readonly #options: ViewOptionsStore;
  readonly #welcomeExpansion: WelcomeExpansion;
  readonly #examples: Examples;
  readonly #contents = new WeakMap<OpenedBriefing, Contents>();

  constructor(
    library: Library,
    readingLog: ReadingLog,
    options: ViewOptionsStore,
    welcomeExpansion: WelcomeExpansion,
    examples: Examples,
  ) {
    this.#library = library;
    this.#readingLog = readingLog;
    this.#options = options;
    this.#welcomeExpansion = welcomeExpansion;
    this.#examples = examples;
  }

  itemOf(node: RowNode): vscode.TreeItem {
    const item = treeItemOf(node, this.#readingLog, this.#examples);
    if (node.kind !== 'briefing') return item;
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    if (this.#welcomeExpansion.expands(node)) item.collapsibleState = Expanded;
    // A briefing without sections has nothing to expand, except its starred items under this filter.
    else if (this.showsOnlyStars(node)) item.collapsibleState = Collapsed;
    return item;
  }

  async childrenOf(node: BriefingNode): Promise<readonly ContentNode[]> {
    return this.#visibleNodes(node, await this.#contentsOf(node));
  }

  /** Returns the row of something in a briefing, by its id there; the briefing's own row if it has none. */
  async rowOf(root: BriefingNode, id: string): Promise<BriefingNode | ContentNode> {
    const contents = await this.#contentsOf(root);
    const visible = this.#visibleNodes(root, contents);
    const nodeId = `${root.uri}#${id}`;
    const item = contents.items.find((one) => one.id === nodeId);
    // A passage has no row of its own: its section's row represents it.
    return findNode(visible, nodeId) ?? (item && findNode(visible, item.parent.id)) ?? root;
  }

  /**
   * Returns the node of something in a briefing, even if it has no row. Undefined if the briefing no longer contains
   * it.
   */
  async nodeOf(root: BriefingNode, id: string): Promise<ContentNode | undefined> {
    const { nodes, items } = await this.#contentsOf(root);
    const nodeId = `${root.uri}#${id}`;
    return items.find((item) => item.id === nodeId) ?? findNode(nodes, nodeId);
  }

  parentOf(node: ContentNode): BriefingNode | ContentNode {
    const root = rootOf(node);
    const isBelowRoot = (node.kind === 'item' && this.showsOnlyStars(root)) || isHidden(node.parent);
    return isBelowRoot ? root : node.parent;
  }

  /**
   * Whether a briefing shows only its starred items, directly below it. Under the filter for stars it does, unless the
   * briefing itself has the star.
   */
  showsOnlyStars({ entry }: BriefingNode): boolean {
    return this.#options.value.filter === 'starred' && !this.#readingLog.isStarred(entry.outline.key);
  }

  #visibleNodes(node: BriefingNode, { nodes, items }: Contents): readonly ContentNode[] {
    return this.showsOnlyStars(node)
      ? items.filter(({ item }) => this.#readingLog.isStarred(item.key))
      : nodes.flatMap((one) => (isHidden(one) ? one.children : one));
  }

  async #contentsOf(node: BriefingNode): Promise<Contents> {
    const opened = await this.#library.open(node.uri);
    if (opened?.kind !== 'briefing') return { nodes: [], items: [] };
    const contents = this.#contents.get(opened) ?? contentsOf(node, opened.briefing);
    this.#contents.set(opened, contents);
    return contents;
  }
}

function rootOf({ parent }: ContentNode): BriefingNode {
  return parent.kind === 'briefing' ? parent : rootOf(parent);
}
