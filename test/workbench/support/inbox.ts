import * as vscode from 'vscode';
import { parts, run, until } from './parts.ts';

/** Nothing is in the inbox, and nothing is open. */
export async function emptyInbox(): Promise<void> {
  const { inbox, library } = await parts();
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.workspace.fs.delete(inbox.folder, { recursive: true }).then(undefined, () => undefined);
  await run('refresh');
  await until('an empty inbox', () => ![...library.entries].some(({ uri }) => inbox.holds(uri)));
}

/** The texts of the inbox's files, by their names. */
export async function inboxTexts(): Promise<ReadonlyMap<string, string>> {
  const { inbox } = await parts();
  const names = (await vscode.workspace.fs.readDirectory(inbox.folder).then(undefined, () => [])).map(
    ([name]) => name,
  );
  const texts = names.map(async (name) => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(inbox.folder, name));
    return [name, new TextDecoder().decode(bytes)] as const;
  });
  return new Map(await Promise.all(texts));
}
