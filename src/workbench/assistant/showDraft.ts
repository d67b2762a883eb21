import * as vscode from 'vscode';
import type { WrittenDraft } from '../../language/draft/writeDraft.ts';

/** Opens a draft beside the active editor. It is not in a file until the user saves it. */
export async function showDraft(
  { markdown }: WrittenDraft,
  { preserveFocus }: { readonly preserveFocus: boolean },
): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
  const viewColumn = vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(document, { viewColumn, preserveFocus, preview: false });
}
