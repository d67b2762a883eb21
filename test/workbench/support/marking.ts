import * as vscode from 'vscode';
import { itemKeys } from '../../../src/library/outline.ts';
import type { Readers } from '../../../src/workbench/reader/readers.ts';
import { file, parts, until } from './parts.ts';

/** A briefing to be marked, and its text. */
export const MARKED = file('briefings/marked.md');
export const TEXT =
  '# Marked\n\n## Highlights\n\n- **One:** the first of the marked\n- **Two:** the second of the marked\n- **Three:** the third of the marked\n';

/** What the readers announce during an action. */
export async function saidBy(readers: Readers, act: () => Promise<void>): Promise<readonly string[]> {
  const said: string[] = [];
  const say = readers.say.bind(readers);
  readers.say = (sentence) => said.push(sentence) > 0;
  await act();
  readers.say = say;
  return said;
}

/** Marks everything as unread. */
export async function unreadLibrary() {
  const { library, readingLog, readers, options, tree } = await parts();
  const all = [...library.entries].flatMap((entry) =>
    entry.kind === 'briefing' ? itemKeys(entry.outline) : [],
  );
  await readingLog.markRead(all, false);
  return { readers, readingLog, options, tree };
}

/** Closes and deletes the briefing, and marks as read as usual again. */
export async function removeMarked(): Promise<void> {
  const { library } = await parts();
  await vscode.workspace.getConfiguration('briefings').update('markRead', undefined);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.workspace.fs.delete(MARKED);
  await until('its end', () => !library.get(MARKED.toString()));
}
