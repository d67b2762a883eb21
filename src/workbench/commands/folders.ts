import * as vscode from 'vscode';
import { HumanError } from '../humanError.ts';
import { texts } from '../settings.ts';
import { uriOf } from '../sources/ownFolders.ts';
import type { Command } from './context.ts';
import { nodeOf } from './target.ts';

/** Adds a folder from anywhere to those that are looked into. */
export const addFolder: Command = async () => {
  const { t } = vscode.l10n;
  const picked = await vscode.window.showOpenDialog({
    title: t('Add Briefing Folder'),
    openLabel: t('Add'),
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: true,
  });
  const paths = (picked ?? []).map((uri) => (uri.scheme === 'file' ? uri.fsPath : uri.toString()));
  if (paths.length > 0) await change((folders) => [...new Set([...folders, ...paths])]);
};

/** Forgets a folder. Its files stay where they are. */
export const removeFolder: Command = async (_, argument) => {
  const node = nodeOf(argument);
  const root = node?.kind === 'group' ? node.id.replace(/^folder:/, '') : undefined;
  const isOther = (path: string) => uriOf(path).toString() !== root;
  if (root === undefined) throw new HumanError(vscode.l10n.t('Choose a folder in the sidebar first.'));
  await change((folders) => folders.filter(isOther));
};

async function change(to: (folders: readonly string[]) => readonly string[]): Promise<void> {
  const settings = vscode.workspace.getConfiguration('briefings');
  const folders = texts(settings.inspect('folders')?.globalValue);
  await settings.update('folders', to(folders), vscode.ConfigurationTarget.Global);
}
