import * as vscode from 'vscode';
import { tidy } from '../../briefing/plainTokens.ts';
import { nameOf } from '../../library/entry.ts';
import { HumanError } from '../humanError.ts';
import type { Command } from './context.ts';
import { nodesOf } from './target.ts';

/** Deletes what a person has brought in, once they have said so again. Other files are not the extension's. */
export const deleteFromInbox: Command = async ({ inbox }, argument, selection) => {
  const { t } = vscode.l10n;
  const entries = nodesOf(argument, selection).flatMap((node) =>
    (node.kind === 'briefing' || node.kind === 'broken') && inbox.holds(node.uri) ? [node.entry] : [],
  );
  const [first] = entries;
  if (!first) throw new HumanError(t('Choose a briefing of the inbox first.'));
  const question =
    entries.length === 1
      ? t('Delete “{0}” from the inbox?', tidy(nameOf(first)))
      : t('Delete {0} briefings from the inbox?', entries.length);
  const answer = t('Delete');
  if ((await vscode.window.showWarningMessage(question, { modal: true }, answer)) !== answer) return;
  for (const { uri } of entries) await remove(vscode.Uri.parse(uri));
};

/** Not every file system has a trash. */
async function remove(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri, { useTrash: true });
  } catch {
    await vscode.workspace.fs.delete(uri);
  }
}
