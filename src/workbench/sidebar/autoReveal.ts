import * as vscode from 'vscode';
import type { TreeNode } from '../../library/tree/nodes.ts';
import type { ReaderLocation, Readers } from '../reader/readers.ts';
import type { LibraryTree } from './libraryTree.ts';

/** Maximum number of attempts to reveal a row. VS Code may not find it while its rows are changing. */
const ATTEMPTS = 6;
/** The last attempt after which all rows are redrawn if nothing was selected. */
const MAX_REDRAW_ATTEMPT = 2;
/** The delay before the second attempt, in ms; it is doubled each time after that. */
const RETRY_DELAY = 200;
/**
 * How long to wait for a row, in ms. VS Code may never find or show it, for example if the view is closed in the
 * meantime, and later rows must not wait.
 */
const TIMEOUT = 3000;

/** Selects the row of the current item, and collapses what had to be expanded for the previous one. */
export class AutoReveal implements vscode.Disposable {
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #tree: LibraryTree;
  readonly #readers: Readers;
  readonly #listeners: vscode.Disposable;
  /** The rows that were expanded here, not by the user. */
  readonly #expanded = new Set<TreeNode>();
  /** The rows that are being expanded for the row to be selected. */
  #expanding: ReadonlySet<TreeNode> = new Set();
  #isUpdating = false;
  /** The number of the attempt to make next, if any. */
  #requested: number | undefined;
  #isRowMissing = false;
  #isDisposed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(view: vscode.TreeView<TreeNode>, tree: LibraryTree, readers: Readers) {
    this.#view = view;
    this.#tree = tree;
    this.#readers = readers;
    this.#listeners = vscode.Disposable.from(
      readers.onDidChangeLocation(() => void this.#update()),
      view.onDidChangeVisibility(() => void this.#update()),
      // The row of a briefing that was just added may exist only now.
      tree.onDidArrange(() => {
        if (this.#isRowMissing) void this.#update();
      }),
      // VS Code can lose the selected row when the rows around it are redrawn.
      view.onDidChangeSelection(({ selection }) => {
        if (selection.length === 0) void this.#update();
      }),
      view.onDidExpandElement(({ element }) => {
        if (this.#expanding.has(element)) this.#expanded.add(element);
        else this.#expanded.delete(element);
      }),
      view.onDidCollapseElement(({ element }) => this.#expanded.delete(element)),
    );
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#retry);
    this.#listeners.dispose();
  }

  /** Handles one row after the other; of several requested in the meantime, only the last. */
  async #update(attempt = 1): Promise<void> {
    this.#requested = attempt;
    if (this.#isUpdating) return;
    this.#isUpdating = true;
    for (let asked = this.#nextAttempt(); asked !== undefined; asked = this.#nextAttempt())
      await this.#revealLocation(asked);
    this.#isUpdating = false;
  }

  #nextAttempt(): number | undefined {
    const asked = this.#requested;
    this.#requested = undefined;
    return asked;
  }

  async #revealLocation(attempt: number): Promise<void> {
    const { location } = this.#readers;
    this.#expanding = new Set();
    this.#tree.currentUri = location?.uri;
    // Revealing a row would open a hidden view.
    if (!location || !this.#view.visible) return;
    try {
      const node = await withTimeout(TIMEOUT, this.#tree.find(location.uri, location.id));
      this.#isRowMissing = !node;
      // If the row is selected already, as after a click, nothing may move under the pointer.
      if (!node || !this.#isAt(location) || this.#view.selection[0]?.id === node.id) return;
      const around = this.#ancestorsOf(node);
      const [before] = this.#view.selection;
      this.#expanding = around;
      await withTimeout(TIMEOUT, this.#view.reveal(node, { select: true, focus: false }));
      this.#expanding = new Set();
      if (!this.#isAt(location)) return;
      this.#collapseAllBut(around);
      if (this.#view.selection[0] !== before || attempt > MAX_REDRAW_ATTEMPT) return;
      // VS Code can lose the rows below a redrawn one while others are redrawn: then it selects nothing, and reports no
      // error.
      this.#tree.redraw();
      this.#retryLater(location, attempt + 1);
    } catch {
      // The rows have changed in the meantime. No event tells when VS Code has the new ones, nor what it has expanded
      // until then.
      this.#retryLater(location, attempt + 1);
    }
  }

  #retryLater(place: ReaderLocation, attempt: number): void {
    clearTimeout(this.#retry);
    if (attempt > ATTEMPTS || this.#isDisposed) {
      this.#expanding = new Set();
      return;
    }
    this.#retry = setTimeout(
      () => {
        if (this.#isAt(place)) void this.#update(attempt);
        else this.#expanding = new Set();
      },
      RETRY_DELAY * 2 ** (attempt - 2),
    );
  }

  #isAt({ uri, id }: ReaderLocation): boolean {
    const { location } = this.#readers;
    return !this.#isDisposed && location?.uri === uri && location.id === id;
  }

  /** Returns the rows that contain a row. */
  #ancestorsOf(node: TreeNode): ReadonlySet<TreeNode> {
    const around = new Set<TreeNode>();
    for (let up = this.#tree.getParent(node); up; up = this.#tree.getParent(up)) around.add(up);
    return around;
  }

  /** Collapses the briefings and groups that were expanded, except `around`, with everything in them. */
  #collapseAllBut(around: ReadonlySet<TreeNode>): void {
    const left = [...this.#expanded].filter((node) => !around.has(node));
    for (const node of left) this.#expanded.delete(node);
    this.#tree.collapse(
      left.flatMap((node) => (node.kind === 'briefing' || node.kind === 'group' ? node : [])),
    );
  }
}

/** Rejects if a result takes longer than a time in ms. */
async function withTimeout<T>(time: number, result: Thenable<T>): Promise<T> {
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
