import * as vscode from 'vscode';
import { CitationCounter } from '../library/citationCounts.ts';
import { keepFinished } from '../library/progress/passagesMigration.ts';
import type { Storage } from '../library/ports.ts';
import { toolOf } from './assistant/tools.ts';
import { createCommandRunner, warmUpCommands } from './commands/register.ts';
import type { Feeds } from './feeds/feeds.ts';
import { PrintFolder } from './files/printFolder.ts';
import { Language } from './language/language.ts';
import { LinkHandler } from './links/uriHandler.ts';
import { BriefingEditor } from './reader/briefingEditor.ts';
import { FontSize } from './reader/fontSize.ts';
import { Readers } from './reader/readers.ts';
import { readingStatus } from './reader/readingStatus.ts';
import { registerReaders } from './reader/register.ts';
import { ReaderRestorer } from './reader/readerRestorer.ts';
import { ReaderViews } from './reader/readerViews.ts';
import { ReadingKeys } from './reader/readingKeys.ts';
import { SourceEditor } from './reader/sourceEditor.ts';
import type { SavedSearches } from './search/savedSearches.ts';
import { createSearches } from './search/searches.ts';
import { registerDecorations } from './sidebar/decorations.ts';
import { registerDropIntoEditor } from './sidebar/dragAndDrop.ts';
import { Following } from './sidebar/following.ts';
import type { Sidebar, SidebarParts } from './sidebar/register.ts';
import type { Sources } from './sources/createSources.ts';
import { followFiles } from './sources/followFiles.ts';
import { openBriefing } from './sources/openBriefing.ts';
import { followOtherWindows, syncReading } from './sync/syncReading.ts';
import { Tour } from './tour.ts';
import { Writing } from './writing/writing.ts';

/** The parts that exist before the sidebar's first rows are shown. */
export interface FirstParts extends SidebarParts {
  /** Resolves when the log knows what was read before. */
  readonly restored: Promise<unknown>;
  readonly sources: Sources;
  readonly readingFiles: Storage;
  readonly saved: SavedSearches;
  readonly feeds: Feeds;
  readonly sidebar: Sidebar;
  readonly logger: vscode.LogOutputChannel;
}

export type LaterParts = ReturnType<typeof buildLaterParts>;

/** Builds everything that the sidebar's first rows do not need. It is loaded and run after them. */
export function buildLaterParts(context: vscode.ExtensionContext, first: FirstParts) {
  const {
    library,
    readingLog,
    unread,
    tree,
    inbox,
    restored,
    contentKnown,
    allFilesRead,
    logger,
    feeds,
    sidebar,
  } = first;
  const { extension, extensionUri, globalState, globalStorageUri } = context;
  const { folders, bundled, opened } = first.sources;
  const load = openBriefing(library, folders, opened);
  const searches = createSearches(context, first);
  const citing = new CitationCounter(library);
  const readers = new Readers(library, extension, new ReaderViews(globalState), (uri, briefing) =>
    readingStatus(uri, briefing, { library, readingLog, unread, citing }, tree.groups),
  );
  const links = new LinkHandler({ library, readers, contentKnown, allFilesRead }, logger);
  const source = new SourceEditor(readers);
  const keys = new ReadingKeys(readers);
  const language = new Language(library, searches.finder.index);
  const writing = new Writing(library, readers, source, load);
  const printing = new PrintFolder(globalStorageUri);
  const tour = new Tour(library, readers, (uri) => bundled.has(uri));
  const parts = {
    library,
    readingLog,
    unread,
    readers,
    tree,
    inbox,
    options: first.options,
    contentKnown,
    allFilesRead,
  };
  const tools = { extensionUri, fontSize: new FontSize(), printing, language, writing, tour };
  // These depend on what is registered already, and have to be disposed before it.
  context.subscriptions.unshift(
    warmUpCommands(readers),
    registerReaders({ readers, readingLog }, keys),
    readers.onDidCloseFile((uri) => {
      opened.remove(vscode.Uri.parse(uri));
    }),
    new Following(sidebar.view, tree, readers),
    registerDecorations(),
    registerDropIntoEditor(),
    writing,
    tour,
    language,
    source,
    searches,
    syncReading(readingLog, globalState, restored, logger),
    followFiles(library),
    followOtherWindows(readingLog, first.readingFiles),
    keepFinished(library, readingLog, unread, restored),
    citing,
  );
  const { finder } = searches;
  const reading = { readers, readingLog, load, restored };
  return {
    ...{ readers, links, language, writing, searches },
    restorer: new ReaderRestorer(reading),
    editor: new BriefingEditor(reading),
    run: createCommandRunner(
      { ...parts, ...tools, feeds, openBriefing: load, searches, source, keys },
      logger,
    ),
    toolOf: (name: string) => toolOf(name, { library, readingLog, finder, allFilesRead }),
  };
}
