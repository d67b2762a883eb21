import fs from 'node:fs';
import * as vscode from 'vscode';
import type { ActivationTimes } from '../timedEntry.ts';

/** The entry point: for VS Code, this is a test suite. It shows the tree, and writes the times of `timedEntry.ts`. */
export async function run(): Promise<void> {
  await vscode.commands.executeCommand('briefings.library.focus');
  const shared = globalThis as { readonly activationTimes?: ActivationTimes };
  while (!shared.activationTimes) await new Promise((resolve) => setTimeout(resolve, 50));
  const result = process.env['HOST_RESULT'] ?? '';
  // Renamed when complete, so that the reader never sees a part of it.
  fs.writeFileSync(`${result}.part`, JSON.stringify(shared.activationTimes));
  fs.renameSync(`${result}.part`, result);
  // VS Code would end with its suite, but the extension still has to save its files: the window is closed instead.
  await new Promise(() => undefined);
}
