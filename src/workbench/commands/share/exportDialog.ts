import * as vscode from 'vscode';
import { fileLabel } from '../../labels.ts';
import { inform } from '../../notify.ts';
import type { ExportFormat } from './exportFormats.ts';

/* Everything that is exported is saved in the same way: a dialog, then a message that offers to open the file. */

/** The title of the save dialog, and the label of its button. */
export interface DialogLabels {
  readonly title: string;
  readonly saveLabel: string;
}

/** Asks where to save a file. `stem`: its name without an extension; `beside`: the suggested folder if none is open. */
export async function promptSaveUri(
  stem: string,
  { name, extension }: Pick<ExportFormat, 'name' | 'extension'>,
  labels: DialogLabels,
  beside = vscode.Uri.file('/'),
): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? beside;
  return vscode.window.showSaveDialog({
    ...labels,
    defaultUri: vscode.Uri.joinPath(folder, `${stem}.${extension}`),
    filters: { [name]: [extension] },
  });
}

/** Says what was saved, and offers to open it: a page in the browser, other files in an editor. */
export async function offerToOpen(uri: vscode.Uri, { isPage }: Pick<ExportFormat, 'isPage'>): Promise<void> {
  const { t } = vscode.l10n;
  const open = t('Open');
  const message = t('Exported as “{0}”.', fileLabel(uri));
  if ((await inform(message, open)) !== open) return;
  const isForBrowser = isPage && uri.scheme === 'file' && isOnThisMachine();
  if (isForBrowser) await openInBrowser(uri);
  else await vscode.commands.executeCommand('vscode.open', uri);
}

/** Opens an exported page outside of VS Code. Returns whether that was possible. */
export function openInBrowser(page: vscode.Uri): Thenable<boolean> {
  return vscode.env.openExternal(page);
}

/** Whether the extension's files are on the machine on which the user's browser runs. */
export function isOnThisMachine(): boolean {
  return vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
}
