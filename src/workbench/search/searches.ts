import * as vscode from 'vscode';
import type { ReadState } from '../../library/tree/grouping.ts';
import { Finder } from './finder.ts';
import type { SavedSearches } from './savedSearches.ts';
import { SearchHistory, type SearchChoice, SearchPick } from './searchPick.ts';
import type { Library } from '../../library/library.ts';
import type { Logger } from '../../library/ports.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import { SearchIndex } from '../../search/searchIndex.ts';
import { storageIn } from '../files/storage.ts';

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

/** What a search looks at. */
export interface SearchParts {
  readonly library: Library;
  readonly readingLog: ReadingLog;
  readonly saved: SavedSearches;
  readonly logger: Logger;
  /** When the library knows of all its briefings. */
  readonly ready: Promise<unknown>;
}

/**
 * What searches the briefings of this window. Its index is kept with the workspace, whose briefings they are, and goes
 * with it.
 */
export function createSearches(
  context: vscode.ExtensionContext,
  { library, readingLog, saved, logger, ready }: SearchParts,
): Searches {
  const folder = vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'search');
  const files = storageIn(folder);
  const finder = new Finder(new SearchIndex(library, files, logger, ready), readingLog);
  context.subscriptions.push(files);
  return new Searches(finder, saved, new SearchHistory(context.globalState), readingLog);
}
