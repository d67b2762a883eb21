import type * as vscode from 'vscode';
import type { BriefingNode } from '../../library/tree/nodes.ts';

const STORAGE_KEY = 'firstLook';

/** Expands the welcome briefing the first time that the sidebar is shown. Nothing is opened. */
export class WelcomeExpansion {
  readonly #memento: vscode.Memento;
  readonly #isWelcome: (uri: string) => boolean;
  /** The value when the window opened: the row stays expanded, however often it is redrawn. */
  readonly #isFirstTime: boolean;

  constructor(memento: vscode.Memento, isWelcome: (uri: string) => boolean) {
    this.#memento = memento;
    this.#isWelcome = isWelcome;
    this.#isFirstTime = memento.get(STORAGE_KEY) !== true;
  }

  /** Records that rows were shown. */
  recordShown(): void {
    if (this.#memento.get(STORAGE_KEY) !== true) void this.#memento.update(STORAGE_KEY, true);
  }

  /** Whether a briefing's row is expanded initially. A row that the extension has collapsed stays collapsed. */
  expands({ uri, folds = 0 }: BriefingNode): boolean {
    return this.#isFirstTime && folds === 0 && this.#isWelcome(uri);
  }
}
