import type * as vscode from 'vscode';
import type { BriefingNode, GroupNode, TreeNode } from '../../library/tree/nodes.ts';

/** How long to wait for VS Code to remove the children of a collapsed row, in ms. */
const REMOVAL_TIME = 300;
/** How long to wait for VS Code to request the children, in ms. It never does if the user has collapsed the row. */
const TIMEOUT = 5000;

type Row = BriefingNode | GroupNode;

/**
 * Collapses rows. VS Code remembers by its id that a row is expanded, so a collapsed row gets another id. VS Code would
 * keep the old row and everything inside it in memory until the window closes, so its children are removed first. Then
 * its parent is redrawn, not the row itself: a row whose own id has changed would be drawn over other rows whenever the
 * theme changes.
 */
export class RowCollapser implements vscode.Disposable {
  readonly #redraw: (nodes: TreeNode[] | undefined) => void;
  readonly #emptied = new Map<TreeNode, ReturnType<typeof setTimeout>>();
  /** The emptied rows whose children VS Code has requested. */
  readonly #requested = new Set<TreeNode>();

  /** `redraw`: redraws these rows and their children; undefined for all rows. */
  constructor(redraw: (nodes: TreeNode[] | undefined) => void) {
    this.#redraw = redraw;
  }

  collapse(rows: readonly Row[]): void {
    const left = rows.filter((row) => !this.#emptied.has(row));
    const isInner = ({ parent }: Row) => parent !== undefined && left.includes(parent);
    // A row inside another one is collapsed together with it.
    for (const row of left.filter(isInner)) changeId(row);
    const outer = left.filter((row) => !isInner(row));
    for (const row of outer) this.#finishAfter(TIMEOUT, row);
    if (outer.length > 0) this.#redraw(outer);
  }

  /** Whether a row is being collapsed, so that it has to report no children. Called when VS Code requests them. */
  hidesChildren(row: Row): boolean {
    if (!this.#emptied.has(row)) return false;
    if (!this.#requested.has(row)) this.#finishAfter(REMOVAL_TIME, row);
    this.#requested.add(row);
    return true;
  }

  dispose(): void {
    for (const timer of this.#emptied.values()) clearTimeout(timer);
    this.#emptied.clear();
  }

  #finishAfter(time: number, row: Row): void {
    clearTimeout(this.#emptied.get(row));
    const timer = setTimeout(() => {
      this.#emptied.delete(row);
      this.#requested.delete(row);
      changeId(row);
      this.#redraw(row.parent && [row.parent]);
    }, time);
    this.#emptied.set(row, timer);
  }
}

function changeId(row: Row): void {
  row.folds = (row.folds ?? 0) + 1;
  if (row.kind === 'group') row.isExpanded = false;
}
