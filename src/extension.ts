import * as vscode from 'vscode';
import { Citing } from './library/citing.ts';
import { keepFinished } from './library/finishedBefore.ts';
import { KeptStars } from './library/keptStars.ts';
import { Library } from './library/library.ts';
import { UnreadBriefings } from './library/unreadBriefings.ts';
import { OutlineCache } from './library/outlineCache.ts';
import { ReadingLog } from './library/log/readingLog.ts';
import { start } from './library/start.ts';
import { type BriefingsApi, createApi } from './workbench/api.ts';
import { registerTools } from './workbench/assistant/register.ts';
import { registerCommands } from './workbench/commands/register.ts';
import { followOtherWindows, syncReading } from './workbench/sync/syncReading.ts';
import { Feeds } from './workbench/feeds/feeds.ts';
import { Language } from './workbench/language/language.ts';
import { LinkHandler } from './workbench/links/uriHandler.ts';
import { createLogger } from './workbench/logger.ts';
import { openBriefing } from './workbench/sources/openBriefing.ts';
import { PrintFolder } from './workbench/files/printFolder.ts';
import { FontSize } from './workbench/reader/fontSize.ts';
import { Readers } from './workbench/reader/readers.ts';
import { readingStatus } from './workbench/reader/readingStatus.ts';
import { registerReaders } from './workbench/reader/register.ts';
import { ReaderViews } from './workbench/reader/readerViews.ts';
import { ReadingKeys } from './workbench/reader/readingKeys.ts';
import { SourceEditor } from './workbench/reader/sourceEditor.ts';
import { createSearches } from './workbench/search/searches.ts';
import { FirstLook } from './workbench/sidebar/firstLook.ts';
import { LibraryTree } from './workbench/sidebar/libraryTree.ts';
import { registerSidebar } from './workbench/sidebar/register.ts';
import { NewsMark } from './workbench/sidebar/newsMark.ts';
import { SourceNodes } from './workbench/sidebar/sourceNodes.ts';
import { SearchNodes } from './workbench/sidebar/searchNodes.ts';
import { ViewOptionsStore } from './workbench/sidebar/viewOptions.ts';
import { createSources } from './workbench/sources/createSources.ts';
import { VSCodeFileReader } from './workbench/sources/fileReader.ts';
import { followFiles } from './workbench/sources/followFiles.ts';
import { Tour } from './workbench/tour.ts';
import { Writing } from './workbench/writing/writing.ts';
import { storageIn } from './workbench/files/storage.ts';

/** What the extension is made of: for its own tests, which are given it beside what others are. */
export type ExtensionParts = BriefingsApi & ReturnType<typeof build>;

export function activate(context: vscode.ExtensionContext): BriefingsApi {
  const parts = build(context);
  const api = createApi(parts.library, parts.searches.finder, parts.ready);
  return context.extensionMode === vscode.ExtensionMode.Test ? { ...api, ...parts } : api;
}

/** Builds the object graph. */
function build(context: vscode.ExtensionContext) {
  const { globalState, globalStorageUri, subscriptions, workspaceState } = context;
  const logger = createLogger();
  const readingFiles = storageIn(vscode.Uri.joinPath(globalStorageUri, 'reading'));
  const outlineFiles = storageIn(vscode.Uri.joinPath(globalStorageUri, 'outlines'));
  const readingLog = new ReadingLog(readingFiles, Date, logger, crypto.randomUUID());
  const { all: sources, folders, bundled, inbox, opened, real } = createSources(context, logger);
  const cache = new OutlineCache(outlineFiles, logger);
  const newsMark = new NewsMark(globalState);
  const firstLook = new FirstLook(globalState, (uri) => bundled.isWelcome(uri));
  const library = new Library(sources, new VSCodeFileReader(real), cache, logger, newsMark);
  const load = openBriefing(library, folders, opened);
  const options = new ViewOptionsStore(workspaceState);
  const { restored, known, ready } = start(library, readingLog, cache);
  const searches = createSearches(context, library, readingLog, logger, ready);
  const searchNodes = new SearchNodes(searches.saved, searches.finder, readingLog);
  const unread = new UnreadBriefings(library, readingLog);
  const finished = keepFinished(library, readingLog, unread, restored);
  const citing = new Citing(library);
  const feeds = new Feeds({
    folder: vscode.Uri.joinPath(globalStorageUri, 'sources'),
    version: (context.extension.packageJSON as { readonly version: string }).version,
    ...{ inbox, library, readingLog, unread, logger, ready },
  });
  const sourceNodes = new SourceNodes(feeds);
  const tree = new LibraryTree({
    library,
    readingLog,
    unread,
    options,
    searches: searchNodes,
    sources: sourceNodes,
    newsMark,
    firstLook,
    known,
  });
  const readers = new Readers(library, context.extension, new ReaderViews(globalState), (uri, briefing) =>
    readingStatus(uri, briefing, { library, readingLog, unread, citing }, tree.groups),
  );
  const parts = { library, readingLog, unread, readers, tree, inbox, options, known, ready };
  const sidebar = registerSidebar(parts);
  const links = new LinkHandler(parts, logger);
  const source = new SourceEditor(readers);
  const keys = new ReadingKeys(readers);
  const language = new Language(library, searches.finder.index);
  const writing = new Writing(library, readers, source, load);
  const { extensionUri } = context;
  const printing = new PrintFolder(globalStorageUri);
  const tour = new Tour(library, readers, (uri) => bundled.has(uri));
  const tools = { extensionUri, fontSize: new FontSize(), printing, language, writing, tour };
  subscriptions.push(
    registerCommands({ ...parts, ...tools, feeds, openBriefing: load, searches, source, keys }, logger),
    registerReaders({ readers, readingLog, keys, load, restored }),
    readers.onDidLeave((uri) => {
      opened.remove(vscode.Uri.parse(uri));
    }),
    writing,
    tour,
    sidebar,
    searchNodes,
    sourceNodes,
    feeds,
    language,
    source,
    registerTools({ library, readingLog, finder: searches.finder, ready }),
    vscode.window.registerUriHandler(links),
    searches,
    syncReading(readingLog, globalState, restored),
    followFiles(library),
    followOtherWindows(readingLog, readingFiles),
    finished,
    new KeptStars(library, readingLog, unread),
    unread,
    citing,
    library,
    { dispose: () => void readingLog.flush() },
    readingLog,
    readingFiles,
    outlineFiles,
    logger,
  );
  return { ...parts, feeds, language, writing, sidebar, searches, links };
}
