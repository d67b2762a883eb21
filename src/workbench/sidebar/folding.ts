import type * as vscode from 'vscode';
import type { BriefingNode, GroupNode, TreeNode } from '../../library/tree/nodes.ts';

/** How long VS Code is given to take the rows away that stand in what is folded, in ms. */
const EMPTYING = 600;

type Row = BriefingNode | GroupNode;

/**
 * Folds rows. VS Code keeps what is unfolded by a row's id, so it is another row from then on, with another id. For as
 * long as the window is open, VS Code holds on to a row that has got another id while it was to be seen, and to all that
 * stands in it: so that is taken away before.
 */
export class Folding implements vscode.Disposable {
  readonly #draw: (nodes: TreeNode[]) => void;
  readonly #emptied = new Map<TreeNode, ReturnType<typeof setTimeout>>();

  constructor(draw: (nodes: TreeNode[]) => void) {
    this.#draw = draw;
  }

  /** Whether a row is to be shown as if nothing stood in it. */
  isEmptied(node: TreeNode): boolean {
    return this.#emptied.has(node);
  }

  fold(rows: readonly Row[]): void {
    const unfolded = rows.filter((row) => !this.#emptied.has(row));
    if (unfolded.length === 0) return;
    for (const row of unfolded) {
      const timer = setTimeout(() => {
        this.#emptied.delete(row);
        row.folds = (row.folds ?? 0) + 1;
        this.#draw([row]);
      }, EMPTYING);
      this.#emptied.set(row, timer);
    }
    this.#draw([...unfolded]);
  }

  dispose(): void {
    for (const timer of this.#emptied.values()) clearTimeout(timer);
  }
}
