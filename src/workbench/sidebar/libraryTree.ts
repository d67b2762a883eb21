import * as vscode from 'vscode';
import type { Entry, Library } from '../../library/library.ts';
import { type OutlineNode, outlineOf } from '../../library/outline.ts';
import { briefingTooltip, treeItemOf } from './treeItem.ts';

/** The library as a tree. It reads entries that are parsed already; nodes stay the same while their entry does. */
export class LibraryTree implements vscode.TreeDataProvider<OutlineNode>, vscode.Disposable {
  readonly #library: Library;
  readonly #ready: Promise<void>;
  readonly #nodes = new WeakMap<Entry, OutlineNode>();
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #listener: vscode.Disposable;
  /** What the tree shows now, once it has been asked for. */
  #given: readonly Entry[] | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  /** `ready`: until the sources have been asked, an empty tree would be a lie. */
  constructor(library: Library, ready: Promise<void>) {
    this.#library = library;
    this.#ready = ready;
    this.#listener = vscode.Disposable.from(
      library.onDidChange(() => {
        // What VS Code has already, or has not yet asked for, needs no second look.
        if (this.#given && !sameEntries(this.#given, library.entries)) this.#changed.fire(undefined);
      }),
    );
  }

  async getChildren(node?: OutlineNode): Promise<OutlineNode[]> {
    if (node) return [...node.children];
    await this.#ready;
    this.#given = this.#library.entries;
    return this.#given.map((entry) => this.#nodeOf(entry));
  }

  getTreeItem(node: OutlineNode): vscode.TreeItem {
    return treeItemOf(node);
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return node.parent;
  }

  resolveTreeItem(item: vscode.TreeItem, node: OutlineNode): vscode.TreeItem {
    if (node.kind === 'briefing') item.tooltip = briefingTooltip(node);
    return item;
  }

  /** The node of something in a briefing, by its id there; of the briefing itself without one. */
  find(uri: string, id: string | undefined): OutlineNode | undefined {
    const entry = this.#library.get(uri);
    const root = entry && this.#nodeOf(entry);
    return root && id !== undefined ? (findIn(root, `${uri}#${id}`) ?? root) : root;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  #nodeOf(entry: Entry): OutlineNode {
    const known = this.#nodes.get(entry) ?? outlineOf(entry);
    this.#nodes.set(entry, known);
    return known;
  }
}

function sameEntries(some: readonly Entry[], others: readonly Entry[]): boolean {
  return some.length === others.length && some.every((entry, i) => entry === others[i]);
}

function findIn(node: OutlineNode, id: string): OutlineNode | undefined {
  if (node.id === id) return node;
  for (const child of node.children) {
    const found = findIn(child, id);
    if (found) return found;
  }
  return undefined;
}
