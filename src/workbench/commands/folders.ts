import * as vscode from 'vscode';
import { tidy } from '../../base/tidy.ts';
import { entryName } from '../../library/entry.ts';
import { nextUnread } from '../../library/tree/nextUnread.ts';
import { isMissing, reasonOf, HumanError } from '../errors.ts';
import { fileLabel } from '../labels.ts';
import { announce, askToConfirm, inform } from '../notify.ts';
import { settings, stringsIn } from '../settings.ts';
import { LOOSE_FILES } from '../sources/looseFiles.ts';
import { folderUri } from '../sources/ownFolders.ts';
import type { Command } from './commandContext.ts';
import { newestFirst } from './newestFirst.ts';
import { resolveFile, resolveNode, resolveNodes } from './resolveArguments.ts';
import { plural } from '../plural.ts';

/**
 * Adds folders from anywhere to the setting `briefings.folders`, says how many briefings they have, and shows the first
 * unread one in the sidebar. Without an argument it asks which folders.
 */
export const addFolder: Command = async (context, argument) => {
  const { library, readers, readingLog, tree, reveal } = context;
  const given = resolveFile(argument);
  const folders = given ? [given] : await pickFolders();
  if (folders.length === 0) return;
  const paths = folders.map((uri) => (uri.scheme === 'file' ? uri.fsPath : uri.toString()));
  await changeFolders((before) => [...new Set([...before, ...paths])]);
  await vscode.window.withProgress({ location: { viewId: 'briefings.library' } }, () => library.refresh());
  // The sidebar gets its rows before the first of them is looked for.
  library.flushChanges();
  const found = newestFirst(library, folders);
  const [newest] = found;
  const names = folders.map(fileLabel).join(', ');
  if (!newest) {
    void inform(vscode.l10n.t('“{0}” has been added. It has no briefings yet.', names));
    return;
  }
  announce(
    readers,
    found.length === 1
      ? vscode.l10n.t('1 briefing in “{0}”', names)
      : plural('{0} briefings in “{1}”', found.length, names),
  );
  const uris = new Set(found.map(({ uri }) => uri));
  const first = nextUnread(tree.groups, readingLog, undefined, (uri) => uris.has(uri)) ?? newest;
  // Not awaited: VS Code may never find the row.
  void reveal(first.uri);
};

async function pickFolders(): Promise<readonly vscode.Uri[]> {
  const { t } = vscode.l10n;
  const picked = await vscode.window.showOpenDialog({
    title: t('Add Briefing Folder'),
    openLabel: t('Add'),
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: true,
  });
  return picked ?? [];
}

/** Adds the Markdown files of the workspace to `briefings.include` in its settings, which all its windows share. */
export const readLooseFiles: Command = async ({ readers }) => {
  const include = [...new Set([...settings().include, LOOSE_FILES])];
  const section = vscode.workspace.getConfiguration('briefings');
  await section.update('include', include, vscode.ConfigurationTarget.Workspace);
  announce(
    readers,
    vscode.l10n.t(
      'The Markdown files of this workspace are read as briefings now. To undo this, change briefings.include in the workspace settings.',
    ),
  );
};

/** Removes a folder from the setting. Its files stay where they are. */
export const removeFolder: Command = async (_, argument) => {
  const node = resolveNode(argument);
  const root = node?.kind === 'group' ? node.id.replace(/^folder:/, '') : undefined;
  const isOther = (path: string) => folderUri(path).toString() !== root;
  if (root === undefined) throw new HumanError(vscode.l10n.t('Select a folder in the sidebar first.'));
  await changeFolders((folders) => folders.filter(isOther));
};

async function changeFolders(to: (folders: readonly string[]) => readonly string[]): Promise<void> {
  const settings = vscode.workspace.getConfiguration('briefings');
  const folders = stringsIn(settings.inspect('folders')?.globalValue);
  await settings.update('folders', to(folders), vscode.ConfigurationTarget.Global);
}

/** Deletes briefings from the inbox after asking. Other files are not the extension's to delete. */
export const deleteFromInbox: Command = async ({ inbox }, argument, selection) => {
  const { t } = vscode.l10n;
  const entries = resolveNodes(argument, selection).flatMap((node) =>
    (node.kind === 'briefing' || node.kind === 'broken') && inbox.holds(node.entry.uri) ? [node.entry] : [],
  );
  const [first] = entries;
  if (!first) throw new HumanError(t('Select a briefing in the inbox first.'));
  const question =
    entries.length === 1
      ? t('Delete “{0}” from the inbox?', tidy(entryName(first)))
      : plural('Delete {0} briefings from the inbox?', entries.length);
  if (!(await askToConfirm(question, t('Delete')))) return;
  await deleteFiles(entries.map(({ uri }) => vscode.Uri.parse(uri)));
};

/** The wording, if a file name would not tell the user what is deleted. */
interface DeletionPrompt {
  /** Returns how to name what cannot be deleted. */
  readonly displayName: (uri: vscode.Uri) => string;
  readonly question: string;
  readonly detail: string;
}

/**
 * Moves files to the trash. If a file system has none, or it fails, asks before deleting them permanently. Returns
 * whether all files were deleted.
 */
export async function deleteFiles(uris: readonly vscode.Uri[], asked?: DeletionPrompt): Promise<boolean> {
  const { t } = vscode.l10n;
  const left: vscode.Uri[] = [];
  for (const uri of uris) if ((await tryDelete(uri, true)) !== undefined) left.push(uri);
  const [first, ...others] = left;
  if (!first) return true;
  const displayName = asked?.displayName ?? fileLabel;
  const question =
    asked?.question ??
    (others.length === 0
      ? t('“{0}” cannot be moved to the trash. Delete it permanently?', displayName(first))
      : plural('{0} files cannot be moved to the trash. Delete them permanently?', left.length));
  const detail = asked?.detail ?? (others.length === 0 ? undefined : left.map(displayName).join('\n'));
  if (!(await askToConfirm(question, t('Delete Permanently'), detail))) return false;
  for (const uri of left) {
    const reason = await tryDelete(uri, false);
    if (reason !== undefined) throw new HumanError(t('“{0}” was not deleted: {1}', displayName(uri), reason));
  }
  return true;
}

/** Deletes a file or a folder. Returns why that failed; undefined if it no longer exists. */
async function tryDelete(uri: vscode.Uri, useTrash: boolean): Promise<string | undefined> {
  try {
    await vscode.workspace.fs.delete(uri, { useTrash, recursive: true });
    return undefined;
  } catch (error) {
    return isMissing(error) ? undefined : reasonOf(error);
  }
}
