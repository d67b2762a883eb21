import * as vscode from 'vscode';
import type { ReadState } from '../../library/readState.ts';
import { Finder } from './finder.ts';
import type { SavedSearches } from './savedSearches.ts';
import { type SearchChoice, SearchBox } from './searchBox.ts';
import { SearchHistory } from './searchHistory.ts';
import type { Library } from '../../library/library.ts';
import type { Logger } from '../../library/ports.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import { SearchIndex } from '../../search/searchIndex.ts';
import { storageIn } from '../files/storage.ts';

/** The parts of the search: the finder, the saved searches, and the box while it is open. */
export class Searches implements vscode.Disposable {
  readonly finder: Finder;
  readonly savedSearches: SavedSearches;
  readonly #history: SearchHistory;
  readonly #state: ReadState;
  #box: SearchBox | undefined;

  constructor(finder: Finder, saved: SavedSearches, history: SearchHistory, state: ReadState) {
    this.finder = finder;
    this.savedSearches = saved;
    this.#history = history;
    this.#state = state;
  }

  /** Opens the box with a query in it. Resolves with the choice when the box is closed. */
  async showBox(query: string): Promise<SearchChoice | undefined> {
    const { finder, savedSearches } = this;
    const pick = new SearchBox({ finder, savedSearches, state: this.#state, history: this.#history }, query);
    this.#box = pick;
    const choice = await pick.show();
    if (this.#box === pick) this.#box = undefined;
    return choice;
  }

  /** Opens the hit that is active in the box to the side. */
  acceptToSide(): void {
    this.#box?.accept(true);
  }

  dispose(): void {
    this.savedSearches.dispose();
    this.finder.index.dispose();
  }
}

/** The dependencies of the search. */
export interface SearchParts {
  readonly library: Library;
  readonly readingLog: ReadingLog;
  readonly savedSearches: SavedSearches;
  readonly logger: Logger;
  /** Resolves when the library knows all its briefings. */
  readonly allFilesRead: Promise<unknown>;
}

/**
 * Creates the search over this window's briefings. Its index is stored with the workspace, whose briefings it covers,
 * and is deleted with it.
 */
export function createSearches(
  context: vscode.ExtensionContext,
  { library, readingLog, savedSearches, logger, allFilesRead }: SearchParts,
): Searches {
  const folder = vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'search');
  const files = storageIn(folder);
  const finder = new Finder(new SearchIndex(library, files, logger, allFilesRead), readingLog);
  context.subscriptions.push(files);
  return new Searches(finder, savedSearches, new SearchHistory(context.globalState), readingLog);
}
