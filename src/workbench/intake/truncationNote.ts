import * as vscode from 'vscode';

/** Returns the note below a page or a mail that was too long to be converted completely. */
export function truncationNote(): string {
  return vscode.l10n.t(
    'This is too long or too complex to show in full. Parts of it are shown as plain text or left out. To see all of it, open the original page or email.',
  );
}
