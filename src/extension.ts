import * as vscode from 'vscode';
import { KeptStars } from './library/progress/keptStars.ts';
import { Library } from './library/library.ts';
import { UnreadBriefings } from './library/progress/unreadBriefings.ts';
import { OutlineCache } from './library/outlineCache.ts';
import { ReadingLog } from './library/log/readingLog.ts';
import { startLibrary } from './library/start.ts';
import { type BriefingsApi, createApi } from './workbench/api.ts';
import { registerEntrances } from './workbench/entrances.ts';
import { Feeds } from './workbench/feeds/feeds.ts';
import type { LaterParts } from './workbench/laterParts.ts';
import { createLogger } from './workbench/logger.ts';
import { SavedSearches } from './workbench/search/savedSearches.ts';
import { FirstLook } from './workbench/sidebar/firstLook.ts';
import { FirstRows } from './workbench/sidebar/firstRows.ts';
import { LibraryTree } from './workbench/sidebar/libraryTree.ts';
import { registerSidebar } from './workbench/sidebar/register.ts';
import { NewsMark } from './workbench/sidebar/newsMark.ts';
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
  const api = createApi(parts.library, parts.allFilesRead, parts.later);
  return context.extensionMode === vscode.ExtensionMode.Test ? { ...api, ...parts } : api;
}

/** VS Code awaits this, but not `dispose`: so the last marks are written before the window closes. */
export async function deactivate(): Promise<void> {
  await running?.readingLog.flush();
}

/** Builds the object graph: at once what the sidebar's first rows need; the rest after those rows, or on first use. */
function build(context: vscode.ExtensionContext) {
  const { globalState, globalStorageUri, subscriptions, workspaceState } = context;
  const logger = createLogger();
  const readingFiles = storageIn(vscode.Uri.joinPath(globalStorageUri, 'reading'));
  const outlineFiles = storageIn(vscode.Uri.joinPath(globalStorageUri, 'outlines'));
  const readingLog = new ReadingLog(readingFiles, Date, logger, crypto.randomUUID());
  const sources = createSources(context, logger);
  const cache = new OutlineCache(outlineFiles, logger);
  const newsMark = new NewsMark(globalState);
  const firstLook = new FirstLook(globalState, (uri) => sources.bundled.isWelcome(uri));
  const firstRows = new FirstRows();
  const library = new Library(sources.all, new VSCodeFileReader(sources.real), cache, logger, newsMark);
  const options = new ViewOptionsStore(workspaceState);
  const { rowsShown, ...progress } = startLibrary(library, readingLog, cache, firstRows.given);
  const unread = new UnreadBriefings(library, readingLog);
  const keptStars = new KeptStars(library, readingLog, unread);
  const { inbox } = sources;
  const feeds = new Feeds({
    folder: vscode.Uri.joinPath(globalStorageUri, 'sources'),
    version: (context.extension.packageJSON as { readonly version: string }).version,
    ...{ inbox, library, readingLog, unread, logger, allFilesRead: progress.allFilesRead },
  });
  const saved = new SavedSearches();
  const built: Promise<LaterParts> = rowsShown.then(async () => {
    const { buildLaterParts } = await import('./workbench/laterParts.ts');
    return buildLaterParts(context, { ...parts, sources, readingFiles, saved, logger });
  });
  const later = () => {
    firstRows.shortenWait();
    return built;
  };
  const searchNodes = new SearchNodes(
    saved,
    built.then(({ searches }) => searches.finder),
    readingLog,
  );
  const sourceNodes = new SourceNodes(feeds);
  const { bundled } = sources;
  const shownParts = { library, readingLog, unread, options, newsMark, firstLook, bundled, firstRows };
  const { contentKnown } = progress;
  const tree = new LibraryTree({ ...shownParts, searches: searchNodes, sources: sourceNodes, contentKnown });
  const sidebar = registerSidebar({ library, readingLog, unread, tree, inbox, options, ...progress });
  const parts = { library, readingLog, unread, tree, inbox, options, ...progress, feeds, sidebar, later };
  subscriptions.push(registerEntrances(context.extension, later), firstRows, sidebar);
  subscriptions.push(searchNodes, sourceNodes, feeds, keptStars, unread, library, options);
  subscriptions.push(readingLog, readingFiles, outlineFiles, logger);
  return parts;
}
