import * as vscode from 'vscode';
import { tidy } from '../../base/tidy.ts';
import { fileNameOf } from '../../library/files/fileName.ts';
import { isOnThisMachine } from '../files/disk.ts';
import { inform } from '../notify.ts';
import type { ExportFormat } from './exportFormats.ts';

/* What is exported is saved in the same way, whatever it is: a dialog, then a message that offers to open the file. */

/** What the dialog calls that which is done, and its button. */
export interface Asking {
  readonly title: string;
  readonly saveLabel: string;
}

export type FileKind = Pick<ExportFormat, 'name' | 'extension' | 'isPage'>;

/** Asks where a file is to be saved. `stem`: its name without an ending; `beside`: where, if no folder is open. */
export async function promptSaveUri(
  stem: string,
  { name, extension }: FileKind,
  asking: Asking,
  beside = vscode.Uri.file('/'),
): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? beside;
  return vscode.window.showSaveDialog({
    ...asking,
    defaultUri: vscode.Uri.joinPath(folder, `${stem}.${extension}`),
    filters: { [name]: [extension] },
  });
}

/** Says what was saved, and opens it if that is wanted: a page in the browser, all else in an editor. */
export async function offerToOpen(uri: vscode.Uri, { isPage }: FileKind): Promise<void> {
  const { t } = vscode.l10n;
  const open = t('Open');
  const said = t('Exported as “{0}”.', tidy(fileNameOf(uri.toString())));
  if ((await inform(said, open)) !== open) return;
  const isForBrowser = isPage && uri.scheme === 'file' && isOnThisMachine();
  if (isForBrowser) await vscode.env.openExternal(uri);
  else await vscode.commands.executeCommand('vscode.open', uri);
}
