import fs from 'node:fs';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../src/workbench/extensionId.ts';
import type { ExtensionParts } from '../../../src/extension.ts';

/*
 * For VS Code, this file is a test suite. It marks one key after the other for ever, and writes to the file that
 * `HOST_RESULT` names: first the ids of the processes to kill, then a line for each key whose mark was acknowledged.
 */
export async function run(): Promise<void> {
  const { id, older } = JSON.parse(process.env['HOST_TASK'] ?? '{}') as {
    readonly id: string;
    readonly older: number;
  };
  const say = (line: string) => {
    fs.appendFileSync(process.env['HOST_RESULT'] ?? '', `${line}\n`);
  };
  const extension = vscode.extensions.getExtension<ExtensionParts>(EXTENSION_ID);
  if (!extension) throw new Error('The extension is not there.');
  const { readingLog, allFilesRead } = await extension.activate();
  await allFilesRead;
  const keys = Array.from({ length: older }, (_, i) => `${id}-older${i}`);
  if (older > 0) await readingLog.markRead(keys);
  say(`${process.pid} ${process.ppid}`);
  for (const key of keys) say(key);
  for (let i = 0; ; i++) {
    await readingLog.markRead([`${id}-${i}`]);
    say(`${id}-${i}`);
  }
}
