import type * as vscode from 'vscode';
import { Library } from './library/library.ts';
import { registerCommands } from './workbench/commands/register.ts';
import { createLog } from './workbench/log.ts';
import { openBriefing } from './workbench/openBriefing.ts';
import { Reader } from './workbench/reader/reader.ts';
import { registerReader } from './workbench/reader/register.ts';
import { registerSidebar } from './workbench/sidebar/register.ts';
import { BundledSource } from './workbench/sources/bundledSource.ts';
import { VSCodeFileReader } from './workbench/sources/fileReader.ts';
import { followOpenDocuments } from './workbench/sources/openDocuments.ts';
import { OpenedSource } from './workbench/sources/openedSource.ts';
import { WorkspaceSource } from './workbench/sources/workspaceSource.ts';

/** What the tests look at: what is in the library, the reader and the sidebar. No API for others yet. */
export type ExtensionParts = ReturnType<typeof activate>;

/** Builds the object graph. */
export function activate({ extensionUri, subscriptions }: vscode.ExtensionContext) {
  const log = createLog();
  const bundled = new BundledSource(extensionUri);
  const workspace = new WorkspaceSource(log);
  const opened = new OpenedSource();
  const library = new Library([bundled, workspace, opened], new VSCodeFileReader(), log);
  const reader = new Reader(library, extensionUri);
  const open = openBriefing(library, opened);
  const ready = library.refresh();
  const sidebar = registerSidebar(library, reader, ready);
  subscriptions.push(
    registerCommands({ library, reader, openBriefing: open }, log),
    registerReader(reader, open),
    sidebar,
    followOpenDocuments(library),
    reader,
    library,
    opened,
    workspace,
    bundled,
    log,
  );
  return { library, reader, sidebar, ready };
}
