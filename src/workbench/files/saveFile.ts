import * as vscode from 'vscode';
import { pathLabel } from '../labels.ts';
import { reasonOf, HumanError } from '../errors.ts';

/** Writes a text to a place that the user has chosen. Throws a `HumanError` with the reason if that fails. */
export async function saveFile(uri: vscode.Uri, text: string): Promise<void> {
  const { t } = vscode.l10n;
  const forbidden = () =>
    new HumanError(t('“{0}” cannot be written to. Choose another place.', pathLabel(uri)));
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) throw forbidden();
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'NoPermissions') throw forbidden();
    throw new HumanError(t('“{0}” could not be saved: {1}', pathLabel(uri), reasonOf(error)));
  }
}
