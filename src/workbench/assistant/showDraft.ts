import * as vscode from 'vscode';
import type { WrittenDraft } from '../../language/draft/writeDraft.ts';

/** Opens what was written beside whatever is looked at. Nothing of it is in a file until a person saves it. */
export async function showDraft(
  { markdown }: WrittenDraft,
  { preserveFocus }: { readonly preserveFocus: boolean },
): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
  const viewColumn = vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(document, { viewColumn, preserveFocus, preview: false });
}
