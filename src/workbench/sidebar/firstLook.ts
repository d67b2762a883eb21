import type * as vscode from 'vscode';
import type { BriefingNode } from '../../library/tree/nodes.ts';

const TAKEN = 'firstLook';

/** The first time that a person looks at the sidebar: the welcome is unfolded then, and nothing is opened. */
export class FirstLook {
  readonly #memento: vscode.Memento;
  readonly #isWelcome: (uri: string) => boolean;
  /** As it was when the window opened: what is unfolded stays so, however often its row is drawn anew. */
  readonly #isFirst: boolean;

  constructor(memento: vscode.Memento, isWelcome: (uri: string) => boolean) {
    this.#memento = memento;
    this.#isWelcome = isWelcome;
    this.#isFirst = memento.get(TAKEN) !== true;
  }

  /** There are rows to look at now. */
  take(): void {
    if (this.#memento.get(TAKEN) !== true) void this.#memento.update(TAKEN, true);
  }

  /** Whether a briefing's row is unfolded from the first on; one that was folded for the person is not again. */
  unfolds({ uri, folds = 0 }: BriefingNode): boolean {
    return this.#isFirst && folds === 0 && this.#isWelcome(uri);
  }
}
