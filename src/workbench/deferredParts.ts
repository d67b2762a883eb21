import * as vscode from 'vscode';
import { CitationCounter } from '../library/citationCounts.ts';
import { keepFinished } from '../library/progress/passagesMigration.ts';
import type { Storage } from '../library/ports.ts';
import { toolOf } from './assistant/tools.ts';
import type { CommandContext } from './commands/commandContext.ts';
import { createCommandRunner, warmUpCommands } from './commands/register.ts';
import type { Feeds } from './feeds/feeds.ts';
import { PrintFolder } from './files/printFolder.ts';
import { Language } from './language/language.ts';
import { BriefingLinkHandler } from './links/briefingLinkHandler.ts';
import { BriefingEditor } from './reader/briefingEditor.ts';
import { FontSize } from './reader/fontSize.ts';
import { readPageFiles } from './reader/panel/panelPage.ts';
import { Readers } from './reader/readers.ts';
import { pageStatus } from './reader/pageStatus.ts';
import { registerReaders } from './reader/register.ts';
import { ReaderRestorer } from './reader/readerRestorer.ts';
import { ReaderViews } from './reader/readerViews.ts';
import { ReadingKeys } from './reader/readingKeys.ts';
import { FileEditor } from './reader/fileEditor.ts';
import type { SavedSearches } from './search/savedSearches.ts';
import { createSearches } from './search/searches.ts';
import { registerDecorations } from './sidebar/decorations.ts';
import { registerDropIntoEditor } from './sidebar/dragAndDrop.ts';
import { AutoReveal } from './sidebar/autoReveal.ts';
import { revealBriefing } from './sidebar/revealBriefing.ts';
import type { Sidebar, SidebarParts } from './sidebar/register.ts';
import type { Sources } from './sources/createSources.ts';
import { followFiles } from './sources/followFiles.ts';
import { openBriefing } from './sources/openBriefing.ts';
import { followOtherWindows } from './sync/followOtherWindows.ts';
import { syncReading } from './sync/syncReading.ts';
import { Walkthrough } from './walkthrough.ts';
import { AuthoringTools } from './authoring/authoringTools.ts';

/** The parts that are built before the sidebar's first rows are shown. */
export interface EarlyParts extends SidebarParts {
  /** Resolves when the log knows what was read before. */
  readonly restored: Promise<unknown>;
  readonly sources: Sources;
  readonly readingFiles: Storage;
  readonly savedSearches: SavedSearches;
  readonly feeds: Feeds;
  readonly sidebar: Sidebar;
  readonly logger: vscode.LogOutputChannel;
}

export type DeferredParts = Awaited<ReturnType<typeof buildDeferredParts>>;

/** Builds everything that the sidebar's first rows do not need. It is loaded and run after them. */
export async function buildDeferredParts(context: vscode.ExtensionContext, early: EarlyParts) {
  const {
    library,
    readingLog,
    unread,
    tree,
    inbox,
    options,
    contentKnown,
    allFilesRead,
    restored,
    feeds,
    logger,
  } = early;
  const { extension, extensionUri, globalState, globalStorageUri } = context;
  const { folders, bundled, opened } = early.sources;
  const pageFiles = await readPageFiles(extensionUri);
  const load = openBriefing(library, folders, opened);
  const searches = createSearches(context, early);
  const citing = new CitationCounter(library);
  const readers = new Readers(library, extension, pageFiles, new ReaderViews(globalState), (uri, briefing) =>
    pageStatus(uri, briefing, { library, readingLog, unread, citing }, tree.groups),
  );
  const links = new BriefingLinkHandler({ library, readers, contentKnown, allFilesRead }, logger);
  const fileEditor = new FileEditor(readers);
  const keys = new ReadingKeys(readers);
  const language = new Language(library, searches.finder.index);
  const authoring = new AuthoringTools(library, readers, fileEditor, load);
  const walkthrough = new Walkthrough(library, readers, (uri) => bundled.has(uri));
  // Disposed before the parts registered above, on which they depend.
  context.subscriptions.unshift(
    warmUpCommands(readers),
    registerReaders({ readers, readingLog }, keys),
    readers.onDidCloseFile((uri) => {
      opened.remove(vscode.Uri.parse(uri));
    }),
    new AutoReveal(early.sidebar.view, tree, readers),
    registerDecorations(),
    registerDropIntoEditor(),
    authoring,
    walkthrough,
    language,
    fileEditor,
    searches,
    syncReading(readingLog, globalState, restored, logger),
    followFiles(library),
    followOtherWindows(readingLog, early.readingFiles),
    keepFinished(library, readingLog, unread, restored),
    citing,
  );
  const commands: CommandContext = {
    extensionUri,
    examples: bundled,
    reveal: (uri) => revealBriefing(early.sidebar.view, tree, uri),
    library,
    readingLog,
    unread,
    tree,
    inbox,
    options,
    contentKnown,
    allFilesRead,
    readers,
    feeds,
    fontSize: new FontSize(),
    openBriefing: load,
    searches,
    printing: new PrintFolder(globalStorageUri),
    fileEditor,
    keys,
    language,
    authoring,
    walkthrough,
  };
  const reading = { readers, readingLog, load, restored };
  const tools = { library, readingLog, finder: searches.finder, allFilesRead };
  return {
    readers,
    links,
    language,
    authoring,
    searches,
    restorer: new ReaderRestorer({ ...reading, library, allFilesRead }),
    editor: new BriefingEditor(reading),
    run: createCommandRunner(commands, logger),
    toolOf: (name: string) => toolOf(name, tools),
  };
}
