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

/** What searching needs: the finder, the saved searches, and the box while it is open. */
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

  /** Opens the box with a query in it. Resolves with the choice when the box is closed. */
  async ask(query: string): Promise<SearchChoice | undefined> {
    const { finder, saved } = this;
    const pick = new SearchPick({ finder, saved, state: this.#state, history: this.#history }, query);
    this.#pick = pick;
    const choice = await pick.show();
    if (this.#pick === pick) this.#pick = undefined;
    return choice;
  }

  /** Opens the hit that is active in the box to the side. */
  acceptToSide(): void {
    this.#pick?.accept(true);
  }

  dispose(): void {
    this.saved.dispose();
    this.finder.index.dispose();
  }
}

/** What the search depends on. */
export interface SearchParts {
  readonly library: Library;
  readonly readingLog: ReadingLog;
  readonly saved: SavedSearches;
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
  { library, readingLog, saved, logger, allFilesRead }: SearchParts,
): Searches {
  const folder = vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'search');
  const files = storageIn(folder);
  const finder = new Finder(new SearchIndex(library, files, logger, allFilesRead), readingLog);
  context.subscriptions.push(files);
  return new Searches(finder, saved, new SearchHistory(context.globalState), readingLog);
}
