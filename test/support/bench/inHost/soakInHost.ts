import fs from 'node:fs';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../../src/workbench/extensionId.ts';
import type { ExtensionParts } from '../../../../src/extension.ts';
import type { DeferredParts } from '../../../../src/workbench/deferredParts.ts';
import { heapNow } from '../heap.ts';

/** The task of the suite: see soak.ts. */
export interface SoakTask {
  /** The numbers of rounds after which the memory is measured. */
  readonly looks: readonly number[];
  /** The number of files that change in each round. */
  readonly changes: number;
}

/** The heap of the extension host after a number of rounds, in bytes. */
export interface SoakLook {
  readonly rounds: number;
  readonly heap: number;
}

/** The timeout for anything that is waited for, in ms. */
const TIMEOUT = 30_000;
const STEPS = 3;

/*
 * For VS Code, this file is a test suite. It reads one briefing after the other by the extension's own commands, in the
 * order of the sidebar as a person does, while files anywhere change. Each look appends a line to the file that
 * `HOST_RESULT` names; the suite goes on when a file with that name and the number of rounds exists, which says that
 * the page was measured as well.
 */
export async function run(): Promise<void> {
  const { looks, changes } = JSON.parse(process.env['HOST_TASK'] ?? '{}') as SoakTask;
  const result = process.env['HOST_RESULT'] ?? '';
  const extension = vscode.extensions.getExtension<ExtensionParts>(EXTENSION_ID);
  if (!extension) throw new Error('The extension is not there.');
  const running = await extension.activate();
  const parts = { ...running, ...(await running.whenDeferred()) };
  await vscode.commands.executeCommand('briefings.library.focus');
  await parts.ready;
  const uris = [...parts.library.entries].map(({ uri }) => uri).sort();
  const shown = parts.tree.groups.flatMap(({ entries }) => entries.map(({ uri }) => uri));
  for (let round = 1; round <= Math.max(...looks); round++) {
    for (let i = 0; i < changes; i++) change(at(uris, round * changes + i), round);
    await read(parts, at(shown, round));
    if (!looks.includes(round)) continue;
    await pause(3000);
    await parts.library.refresh();
    const look: SoakLook = { rounds: round, heap: heapNow() };
    fs.appendFileSync(result, `${JSON.stringify(look)}\n`);
    await until(() => fs.existsSync(`${result}.${round}`));
  }
}

/** Opens a briefing, goes through some of it, marks it as read, and closes it. */
async function read(
  { tree, readers, readingLog }: ExtensionParts & DeferredParts,
  uri: string,
): Promise<void> {
  const node = await tree.find(uri, undefined);
  if (!node) throw new Error(`${uri} is not in the sidebar.`);
  const isThere = new Promise<void>((resolve) => {
    const listener = readers.onDidReceiveMessage(() => {
      listener.dispose();
      resolve();
    });
  });
  await vscode.commands.executeCommand('briefings.openBriefing', node);
  await Promise.race([isThere, pause(TIMEOUT)]);
  for (let i = 0; i < STEPS; i++) await vscode.commands.executeCommand('briefings.nextTakeaway');
  const { key = '' } = readers.item ?? {};
  await vscode.commands.executeCommand('briefings.markAsRead');
  if (!readingLog.isRead(key)) throw new Error(`${uri} was not read.`);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until(() => readers.all.length === 0);
}

function change(uri: string, round: number): void {
  const { fsPath } = vscode.Uri.parse(uri);
  fs.writeFileSync(fsPath, fs.readFileSync(fsPath, 'utf8').replace(/^# .*/, `# Report of round ${round}`));
}

function at(uris: readonly string[], number: number): string {
  return uris[number % uris.length] ?? '';
}

async function until(isSo: () => boolean): Promise<void> {
  const begun = Date.now();
  while (!isSo()) {
    if (Date.now() - begun > TIMEOUT) throw new Error('What was waited for did not come.');
    await pause(10);
  }
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
