import * as vscode from 'vscode';
import { Library } from './library/library.ts';
import { OutlineCache } from './library/outlineCache.ts';
import { ReadingLog } from './library/readingLog.ts';
import { start } from './library/start.ts';
import { type BriefingsApi, createApi } from './workbench/api.ts';
import { registerTools } from './workbench/assistant/register.ts';
import { registerCommands } from './workbench/commands/register.ts';
import { followOtherWindows } from './workbench/followOtherWindows.ts';
import { LinkHandler } from './workbench/links/uriHandler.ts';
import { createLog } from './workbench/log.ts';
import { openBriefing } from './workbench/openBriefing.ts';
import { PrintFolder } from './workbench/printFolder.ts';
import { FontSize } from './workbench/reader/fontSize.ts';
import { Readers } from './workbench/reader/readers.ts';
import { readingStatus } from './workbench/reader/readingStatus.ts';
import { registerReaders } from './workbench/reader/register.ts';
import { createSearches } from './workbench/search/createSearches.ts';
import { LibraryTree } from './workbench/sidebar/libraryTree.ts';
import { registerSidebar } from './workbench/sidebar/register.ts';
import { SearchNodes } from './workbench/sidebar/searchNodes.ts';
import { ViewOptionsStore } from './workbench/sidebar/viewOptions.ts';
import { createSources } from './workbench/sources/createSources.ts';
import { VSCodeFileReader } from './workbench/sources/fileReader.ts';
import { followOpenDocuments } from './workbench/sources/openDocuments.ts';
import { refreshOnReturn } from './workbench/sources/refreshOnReturn.ts';
import { FolderStorage } from './workbench/storage.ts';
import { syncReading } from './workbench/syncReading.ts';

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
  const channel = createLog();
  const readingFiles = new FolderStorage(vscode.Uri.joinPath(globalStorageUri, 'reading'));
  const outlineFiles = new FolderStorage(vscode.Uri.joinPath(globalStorageUri, 'outlines'));
  const log = new ReadingLog(readingFiles, Date, channel, crypto.randomUUID());
  const { all: sources, folders, inbox, opened } = createSources(context, channel);
  const cache = new OutlineCache(outlineFiles, channel);
  const library = new Library(sources, new VSCodeFileReader(), cache, channel);
  const load = openBriefing(library, folders, opened);
  const options = new ViewOptionsStore(workspaceState);
  const { restored, known, ready } = start(library, log, cache);
  const searches = createSearches(context, library, log, channel, ready);
  const searchNodes = new SearchNodes(searches.saved, searches.finder, library, log);
  const tree = new LibraryTree(library, log, options, searchNodes, known);
  const readers = new Readers(library, context.extension, (uri, briefing) =>
    readingStatus(uri, briefing, library, log, tree.groups),
  );
  const parts = { library, log, readers, tree, inbox, options, known, ready };
  const sidebar = registerSidebar(parts);
  const printing = new PrintFolder(globalStorageUri);
  const links = new LinkHandler(parts, channel);
  subscriptions.push(
    registerCommands({ ...parts, fontSize: new FontSize(), openBriefing: load, printing, searches }, channel),
    registerReaders({ readers, log, load, restored }),
    sidebar,
    searchNodes,
    registerTools({ library, log, finder: searches.finder, ready }),
    vscode.window.registerUriHandler(links),
    searches,
    syncReading(log, globalState, restored),
    followOpenDocuments(library),
    refreshOnReturn(library),
    followOtherWindows(log, readingFiles),
    library,
    { dispose: () => void log.flush() },
    log,
    readingFiles,
    outlineFiles,
    channel,
  );
  return { ...parts, sidebar, searches, links };
}
