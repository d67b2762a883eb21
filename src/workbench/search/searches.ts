import type * as vscode from 'vscode';
import type { ReadState } from '../../library/arrangement.ts';
import type { Finder } from './finder.ts';
import type { SavedSearches } from './savedSearches.ts';
import type { SearchHistory } from './searchHistory.ts';
import { type SearchChoice, SearchPick } from './searchPick.ts';

/** What a person searches with: the finder, what was kept, and the box while it is open. */
export class Searches implements vscode.Disposable {
  readonly finder: Finder;
  readonly saved: SavedSearches;
  readonly #history: SearchHistory;
  readonly #state: ReadState;
  #pick: SearchPick | undefined;

  constructor(finder: Finder, saved: SavedSearches, history: SearchHistory, state: ReadState) {
    this.finder = finder;
    this.saved = saved;
    this.#history = history;
    this.#state = state;
  }

  /** Opens the box with a search in it, and resolves when it is closed. */
  async ask(query: string): Promise<SearchChoice | undefined> {
    const { finder, saved } = this;
    const pick = new SearchPick({ finder, saved, state: this.#state, history: this.#history }, query);
    this.#pick = pick;
    const choice = await pick.show();
    if (this.#pick === pick) this.#pick = undefined;
    return choice;
  }

  /** Opens what is chosen in the box to the side. */
  acceptToSide(): void {
    this.#pick?.accept(true);
  }

  dispose(): void {
    this.saved.dispose();
    this.finder.index.dispose();
  }
}
