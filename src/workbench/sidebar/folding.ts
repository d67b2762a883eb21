import type * as vscode from 'vscode';
import type { BriefingNode, GroupNode, TreeNode } from '../../library/tree/nodes.ts';

/** How long VS Code is given to take the rows away that stand in what is folded, once it knows of it, in ms. */
const EMPTYING = 300;
/** It may never ask, as where a person has folded the row meanwhile. In ms. */
const PATIENCE = 5000;

type Row = BriefingNode | GroupNode;

/**
 * Folds rows. VS Code keeps what is unfolded by a row's id, so it is another row from then on, with another id. For as
 * long as the window is open, VS Code holds on to the row that it was, and to all that stands in it: so that is taken away
 * before. And it is drawn as one of those that it stands among: VS Code would have a row that itself has got another id
 * write its words over others whenever the theme changes.
 */
export class Folding implements vscode.Disposable {
  readonly #draw: (nodes: TreeNode[] | undefined) => void;
  readonly #emptied = new Map<TreeNode, ReturnType<typeof setTimeout>>();
  /** Of these, VS Code knows that they are empty. */
  readonly #asked = new Set<TreeNode>();

  /** `draw`: these anew, and what stands in them; undefined for all. */
  constructor(draw: (nodes: TreeNode[] | undefined) => void) {
    this.#draw = draw;
  }

  fold(rows: readonly Row[]): void {
    const left = rows.filter((row) => !this.#emptied.has(row));
    const isInner = ({ parent }: Row) => parent !== undefined && left.includes(parent);
    // What stands in another one goes with it.
    for (const row of left.filter(isInner)) foldOnce(row);
    const outer = left.filter((row) => !isInner(row));
    for (const row of outer) this.#foldIn(PATIENCE, row);
    if (outer.length > 0) this.#draw(outer);
  }

  /** VS Code asks for what stands in a row: whether that is nothing, because it is just being folded. */
  hasEmptied(row: Row): boolean {
    if (!this.#emptied.has(row)) return false;
    if (!this.#asked.has(row)) this.#foldIn(EMPTYING, row);
    this.#asked.add(row);
    return true;
  }

  dispose(): void {
    for (const timer of this.#emptied.values()) clearTimeout(timer);
    this.#emptied.clear();
  }

  #foldIn(time: number, row: Row): void {
    clearTimeout(this.#emptied.get(row));
    const timer = setTimeout(() => {
      this.#emptied.delete(row);
      this.#asked.delete(row);
      foldOnce(row);
      this.#draw(row.parent && [row.parent]);
    }, time);
    this.#emptied.set(row, timer);
  }
}

function foldOnce(row: Row): void {
  row.folds = (row.folds ?? 0) + 1;
}
