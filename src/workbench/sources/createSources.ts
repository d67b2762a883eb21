import type * as vscode from 'vscode';
import type { BriefingSource, Logger } from '../../library/ports.ts';
import { BundledSource } from './bundledSource.ts';
import { FolderSource } from './folderSource.ts';
import { Inbox } from './inbox.ts';
import { LooseFiles } from './looseFiles.ts';
import { OpenedSource } from './openedSource.ts';
import { ownFolders } from './ownFolders.ts';
import { RealFolders } from './realFolders.ts';
import { WorkspaceSource } from './workspaceSource.ts';

/** All sources of briefings. */
export interface Sources {
  readonly all: readonly BriefingSource[];
  /** The sources of the user's own folders, wherever these are: everything inside them counts. */
  readonly folders: readonly BriefingSource[];
  readonly bundled: BundledSource;
  readonly inbox: Inbox;
  readonly opened: OpenedSource;
  readonly real: RealFolders;
  readonly loose: LooseFiles;
}

export function createSources(context: vscode.ExtensionContext, logger: Logger): Sources {
  const inbox = new Inbox(context.globalStorageUri);
  const opened = new OpenedSource();
  const folders = [new FolderSource({ folders: ownFolders, setting: 'briefings.folders' }), inbox.source];
  const real = new RealFolders();
  const loose = new LooseFiles();
  const bundled = new BundledSource(context.extensionUri);
  const all = [bundled, new WorkspaceSource(real, loose, logger), ...folders, opened];
  for (const source of all) context.subscriptions.push(source);
  return { all, folders, bundled, inbox, opened, real, loose };
}
