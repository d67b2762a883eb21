import * as vscode from 'vscode';
import { Library } from './library/library.ts';
import { OutlineCache } from './library/outlineCache.ts';
import { ReadingLog } from './library/readingLog.ts';
import { registerCommands } from './workbench/commands/register.ts';
import { createLog } from './workbench/log.ts';
import { openBriefing } from './workbench/openBriefing.ts';
import { FontSize } from './workbench/reader/fontSize.ts';
import { Readers } from './workbench/reader/readers.ts';
import { readingStatus } from './workbench/reader/readingStatus.ts';
import { registerReaders } from './workbench/reader/register.ts';
import { LibraryTree } from './workbench/sidebar/libraryTree.ts';
import { registerSidebar } from './workbench/sidebar/register.ts';
import { ViewOptionsStore } from './workbench/sidebar/viewOptions.ts';
import { BundledSource } from './workbench/sources/bundledSource.ts';
import { VSCodeFileReader } from './workbench/sources/fileReader.ts';
import { Inbox } from './workbench/sources/inbox.ts';
import { followOpenDocuments } from './workbench/sources/openDocuments.ts';
import { OpenedSource } from './workbench/sources/openedSource.ts';
import { FolderSource } from './workbench/sources/folderSource.ts';
import { ownFolders } from './workbench/sources/ownFolders.ts';
import { refreshOnReturn } from './workbench/sources/refreshOnReturn.ts';
import { WorkspaceSource } from './workbench/sources/workspaceSource.ts';
import { FolderStorage } from './workbench/storage.ts';
import { followOtherWindows } from './workbench/followOtherWindows.ts';
import { somethingKnown } from './workbench/somethingKnown.ts';
import { syncReading } from './workbench/syncReading.ts';

/** What the tests look at: what is in the library, the reader and the sidebar. No API for others yet. */
export type ExtensionParts = ReturnType<typeof activate>;

/** Builds the object graph. */
export function activate(context: vscode.ExtensionContext) {
  const { extensionUri, globalState, globalStorageUri, subscriptions, workspaceState } = context;
  const channel = createLog();
  const readingFiles = new FolderStorage(vscode.Uri.joinPath(globalStorageUri, 'reading'));
  const outlineFiles = new FolderStorage(vscode.Uri.joinPath(globalStorageUri, 'outlines'));
  const log = new ReadingLog(readingFiles, Date, channel, crypto.randomUUID());
  const inbox = new Inbox(globalStorageUri);
  const opened = new OpenedSource();
  const folders = [new FolderSource({ folders: ownFolders, setting: 'briefings.folders' }), inbox.source];
  const sources = [new BundledSource(extensionUri), new WorkspaceSource(channel), ...folders, opened];
  const cache = new OutlineCache(outlineFiles, channel);
  const library = new Library(sources, new VSCodeFileReader(), cache, channel);
  const load = openBriefing(library, folders, opened);
  const options = new ViewOptionsStore(workspaceState);
  const restored = Promise.all([library.restore(), log.load()]);
  const ready = restored.then(() => library.refresh());
  const known = somethingKnown(library, restored, ready);
  void ready.then(() => cache.prune(Date.now()));
  const tree = new LibraryTree(library, log, options, known);
  const readers = new Readers(library, context.extension, (uri, briefing) =>
    readingStatus(uri, briefing, library, log, tree.groups),
  );
  const parts = { library, log, readers, tree, inbox, options, known, ready };
  const sidebar = registerSidebar(parts);
  subscriptions.push(
    registerCommands({ ...parts, fontSize: new FontSize(), openBriefing: load }, channel),
    registerReaders({ readers, log, load, restored }),
    sidebar,
    syncReading(log, globalState, restored),
    followOpenDocuments(library),
    refreshOnReturn(library),
    followOtherWindows(log, readingFiles),
    library,
    ...sources,
    { dispose: () => void log.flush() },
    log,
    readingFiles,
    outlineFiles,
    channel,
  );
  return { library, log, readers, tree, sidebar, options, inbox, ready };
}
