import type * as vscode from 'vscode';
import type { BriefingNode } from '../../library/tree/nodes.ts';

const STORAGE_KEY = 'firstLook';

/** Unfolds the welcome briefing when a person sees the sidebar for the first time. Nothing is opened. */
export class WelcomeExpansion {
  readonly #memento: vscode.Memento;
  readonly #isWelcome: (uri: string) => boolean;
  /** As it was when the window opened: the row stays unfolded, however often it is redrawn. */
  readonly #isFirstTime: boolean;

  constructor(memento: vscode.Memento, isWelcome: (uri: string) => boolean) {
    this.#memento = memento;
    this.#isWelcome = isWelcome;
    this.#isFirstTime = memento.get(STORAGE_KEY) !== true;
  }

  /** Records that there are rows to look at. */
  recordShown(): void {
    if (this.#memento.get(STORAGE_KEY) !== true) void this.#memento.update(STORAGE_KEY, true);
  }

  /** Whether a briefing's row is unfolded initially. One that the extension has folded again stays folded. */
  expands({ uri, folds = 0 }: BriefingNode): boolean {
    return this.#isFirstTime && folds === 0 && this.#isWelcome(uri);
  }
}
