import * as vscode from 'vscode';
import { KeptStars } from './library/progress/keptStars.ts';
import { Library } from './library/library.ts';
import { UnreadBriefings } from './library/progress/unreadBriefings.ts';
import { OutlineCache } from './library/outlineCache.ts';
import { ReadingLog } from './library/log/readingLog.ts';
import { startLibrary } from './library/start.ts';
import { type BriefingsApi, createApi } from './workbench/api.ts';
import { registerLazily } from './workbench/lazyRegistrations.ts';
import { Feeds } from './workbench/feeds/feeds.ts';
import type { EarlyParts } from './workbench/deferredParts.ts';
import { createLogger } from './workbench/logger.ts';
import { SavedSearches } from './workbench/search/savedSearches.ts';
import { WelcomeExpansion } from './workbench/sidebar/welcomeExpansion.ts';
import { RowDelivery } from './workbench/sidebar/rowDelivery.ts';
import { LibraryTree } from './workbench/sidebar/libraryTree.ts';
import { registerSidebar } from './workbench/sidebar/register.ts';
import { NewsSeenStore } from './workbench/sidebar/newsSeenStore.ts';
import { SourceNodes } from './workbench/sidebar/sourceNodes.ts';
import { SearchNodes } from './workbench/sidebar/searchNodes.ts';
import { ViewOptionsStore } from './workbench/sidebar/viewOptions.ts';
import { createSources } from './workbench/sources/createSources.ts';
import { VSCodeFileReader } from './workbench/sources/fileReader.ts';
import { storageIn } from './workbench/files/storage.ts';

/** The parts of the extension. Its own tests get them in addition to the API that other extensions get. */
export type ExtensionParts = BriefingsApi & ReturnType<typeof build>;

// eslint-disable-next-line no-restricted-syntax -- VS Code passes nothing to `deactivate`
let running: ReturnType<typeof build> | undefined;

export function activate(context: vscode.ExtensionContext): BriefingsApi {
  const parts = build(context);
  running = parts;
  const api = createApi(parts.library, parts.allFilesRead, parts.whenDeferred);
  return context.extensionMode === vscode.ExtensionMode.Test ? { ...api, ...parts } : api;
}

/** VS Code awaits this, but not `dispose`: so the last marks are written before the window closes. */
export async function deactivate(): Promise<void> {
  await running?.readingLog.flush();
}

/**
 * Builds the object graph: at once what the sidebar's first rows need; the rest after those rows, or on first use.
 * Tests get the returned parts, too.
 */
function build(context: vscode.ExtensionContext) {
  const { extension, globalState, globalStorageUri, subscriptions, workspaceState } = context;
  const logger = createLogger();
  const readingFiles = storageIn(vscode.Uri.joinPath(globalStorageUri, 'reading'));
  const outlineFiles = storageIn(vscode.Uri.joinPath(globalStorageUri, 'outlines'));
  const readingLog = new ReadingLog(readingFiles, Date, logger, crypto.randomUUID());
  const briefingSources = createSources(context, logger);
  const { bundled, inbox } = briefingSources;
  const cache = new OutlineCache(outlineFiles, logger);
  const newsSeen = new NewsSeenStore(globalState);
  const welcomeExpansion = new WelcomeExpansion(globalState, (uri) => bundled.isWelcome(uri));
  const rowDelivery = new RowDelivery();
  const library = new Library(
    briefingSources.all,
    new VSCodeFileReader(briefingSources.real),
    cache,
    logger,
    newsSeen,
  );
  const options = new ViewOptionsStore(workspaceState);
  const { rowsShown, restored, contentKnown, allFilesRead } = startLibrary(
    library,
    readingLog,
    cache,
    rowDelivery.delivered,
  );
  const unread = new UnreadBriefings(library, readingLog);
  const keptStars = new KeptStars(library, readingLog, unread);
  const folder = vscode.Uri.joinPath(globalStorageUri, 'sources');
  const { version } = extension.packageJSON as { readonly version: string };
  const feeds = new Feeds({ folder, version, inbox, library, readingLog, unread, logger, allFilesRead });
  const savedSearches = new SavedSearches();
  const deferred = rowsShown.then(async () => {
    const { buildDeferredParts } = await import('./workbench/deferredParts.ts');
    return buildDeferredParts(context, early);
  });
  const whenDeferred = () => {
    rowDelivery.stopWaiting();
    return deferred;
  };
  const finder = deferred.then(({ searches }) => searches.finder);
  const searchNodes = new SearchNodes(savedSearches, finder, readingLog);
  const sourceNodes = new SourceNodes(feeds);
  const tree = new LibraryTree({
    library,
    readingLog,
    unread,
    options,
    searches: searchNodes,
    sources: sourceNodes,
    loose: briefingSources.loose,
    newsSeen,
    welcomeExpansion,
    bundled,
    rowDelivery,
    contentKnown,
  });
  const sidebarParts = { library, readingLog, unread, tree, inbox, options, contentKnown, allFilesRead };
  const sidebar = registerSidebar(sidebarParts);
  const early: EarlyParts = {
    ...sidebarParts,
    restored,
    sources: briefingSources,
    readingFiles,
    savedSearches,
    feeds,
    sidebar,
    logger,
  };
  subscriptions.push(registerLazily(extension, whenDeferred), rowDelivery, sidebar);
  subscriptions.push(searchNodes, sourceNodes, feeds, keptStars, unread, library, options);
  subscriptions.push(readingLog, readingFiles, outlineFiles, logger);
  return { ...early, whenDeferred };
}
