import * as vscode from 'vscode';
import type { Library } from '../../library/library.ts';
import type { Logger } from '../../library/ports.ts';
import type { ReadingLog } from '../../library/readingLog.ts';
import { SearchIndex } from '../../search/searchIndex.ts';
import { FolderStorage } from '../storage.ts';
import { Finder } from './finder.ts';
import { SavedSearches } from './savedSearches.ts';
import { Searches } from './searches.ts';
import { SearchHistory } from './searchHistory.ts';

/**
 * What searches the briefings of this window. Its index is kept with the workspace, whose briefings they are, and goes
 * with it. `listed`: when the library knows of all its briefings.
 */
export function createSearches(
  context: vscode.ExtensionContext,
  library: Library,
  log: ReadingLog,
  channel: Logger,
  listed: Promise<unknown>,
): Searches {
  const folder = vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'search');
  const files = new FolderStorage(folder);
  const finder = new Finder(new SearchIndex(library, files, channel, listed), log);
  context.subscriptions.push(files);
  return new Searches(finder, new SavedSearches(), new SearchHistory(context.globalState), log);
}
