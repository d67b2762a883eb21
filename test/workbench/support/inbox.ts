import * as vscode from 'vscode';
import { parts, run, until } from './parts.ts';

/** Empties the inbox, and closes everything. */
export async function emptyInbox(): Promise<void> {
  const { inbox, library } = await parts();
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.workspace.fs.delete(inbox.folder, { recursive: true }).then(undefined, () => undefined);
  await run('refresh');
  await until('an empty inbox', () => ![...library.entries].some(({ uri }) => inbox.holds(uri)));
}

/** The texts of the files in the inbox, by name. */
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
