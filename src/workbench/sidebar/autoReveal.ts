import * as vscode from 'vscode';
import type { TreeNode } from '../../library/tree/nodes.ts';
import type { ReadingPlace, Readers } from '../reader/readers.ts';
import type { LibraryTree } from './libraryTree.ts';

/** How often a row is searched that VS Code does not find because its rows are changing. */
const ATTEMPTS = 6;
/** The last attempt after which all rows are redrawn, if nothing was selected. */
const REDRAWN = 2;
/** How long VS Code gets before the second attempt, in ms; twice as long each time after that. */
const SETTLE = 200;
/**
 * How long to wait for a row, in ms. VS Code may never find or show it, for example if the view is closed meanwhile,
 * and later rows must not wait for that.
 */
const TIMEOUT = 3000;

/** Selects the row of what is being read, and folds again what had to be unfolded for that. */
export class Following implements vscode.Disposable {
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #tree: LibraryTree;
  readonly #readers: Readers;
  readonly #listeners: vscode.Disposable;
  /** The rows that only following has unfolded, not the person. */
  readonly #unfolded = new Set<TreeNode>();
  /** The rows that are being unfolded for the row to be selected. */
  #unfolding: ReadonlySet<TreeNode> = new Set();
  #isFollowing = false;
  /** The number of the attempt to make next, if any. */
  #asked: number | undefined;
  #isMissed = false;
  #isDisposed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(view: vscode.TreeView<TreeNode>, tree: LibraryTree, readers: Readers) {
    this.#view = view;
    this.#tree = tree;
    this.#readers = readers;
    this.#listeners = vscode.Disposable.from(
      readers.onDidChangePlace(() => void this.#follow()),
      view.onDidChangeVisibility(() => void this.#follow()),
      // The row of a briefing that was just added may exist only now.
      tree.onDidArrange(() => {
        if (this.#isMissed) void this.#follow();
      }),
      // VS Code can lose the selected row when the rows around it are redrawn.
      view.onDidChangeSelection(({ selection }) => {
        if (selection.length === 0) void this.#follow();
      }),
      view.onDidExpandElement(({ element }) => {
        if (this.#unfolding.has(element)) this.#unfolded.add(element);
        else this.#unfolded.delete(element);
      }),
      view.onDidCollapseElement(({ element }) => this.#unfolded.delete(element)),
    );
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#retry);
    this.#listeners.dispose();
  }

  /** Handles one row after the other; of several requested meanwhile only the last. */
  async #follow(attempt = 1): Promise<void> {
    this.#asked = attempt;
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    for (let asked = this.#take(); asked !== undefined; asked = this.#take()) await this.#showPlace(asked);
    this.#isFollowing = false;
  }

  #take(): number | undefined {
    const asked = this.#asked;
    this.#asked = undefined;
    return asked;
  }

  async #showPlace(attempt: number): Promise<void> {
    const { place } = this.#readers;
    this.#unfolding = new Set();
    this.#tree.kept = place?.uri;
    // Revealing a row would open a hidden view.
    if (!place || !this.#view.visible) return;
    try {
      const node = await within(TIMEOUT, this.#tree.find(place.uri, place.id));
      this.#isMissed = !node;
      // If the row is selected already, as after a click, nothing must move under the pointer.
      if (!node || !this.#isAt(place) || this.#view.selection[0]?.id === node.id) return;
      const around = this.#around(node);
      const [before] = this.#view.selection;
      this.#unfolding = around;
      await within(TIMEOUT, this.#view.reveal(node, { select: true, focus: false }));
      this.#unfolding = new Set();
      if (!this.#isAt(place)) return;
      this.#foldAllBut(around);
      if (this.#view.selection[0] !== before || attempt > REDRAWN) return;
      // VS Code can lose the rows below a redrawn one while others are redrawn: then it selects nothing, and reports no
      // error.
      this.#tree.redraw();
      this.#tryAgain(place, attempt + 1);
    } catch {
      // The rows have changed meanwhile. No event tells when VS Code has the new ones, nor what it has unfolded until
      // then.
      this.#tryAgain(place, attempt + 1);
    }
  }

  #tryAgain(place: ReadingPlace, attempt: number): void {
    clearTimeout(this.#retry);
    if (attempt > ATTEMPTS || this.#isDisposed) {
      this.#unfolding = new Set();
      return;
    }
    this.#retry = setTimeout(
      () => {
        if (this.#isAt(place)) void this.#follow(attempt);
        else this.#unfolding = new Set();
      },
      SETTLE * 2 ** (attempt - 2),
    );
  }

  #isAt({ uri, id }: ReadingPlace): boolean {
    const { place } = this.#readers;
    return !this.#isDisposed && place?.uri === uri && place.id === id;
  }

  /** Returns the rows that contain a row. */
  #around(node: TreeNode): ReadonlySet<TreeNode> {
    const around = new Set<TreeNode>();
    for (let up = this.#tree.getParent(node); up; up = this.#tree.getParent(up)) around.add(up);
    return around;
  }

  /**
   * Folds the briefings and groups that were unfolded, except `around`. What is unfolded inside is folded with them.
   */
  #foldAllBut(around: ReadonlySet<TreeNode>): void {
    const left = [...this.#unfolded].filter((node) => !around.has(node));
    for (const node of left) this.#unfolded.delete(node);
    this.#tree.fold(left.flatMap((node) => (node.kind === 'briefing' || node.kind === 'group' ? node : [])));
  }
}

/** Rejects if a result takes longer than a time in ms. */
async function within<T>(time: number, result: Thenable<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('It takes too long.'));
    }, time);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}
