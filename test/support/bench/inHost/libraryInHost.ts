import fs from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../../src/workbench/extensionId.ts';
import type { ExtensionParts } from '../../../../src/extension.ts';
import { withMark } from '../../suite/suiteLines.ts';
import { heapNow } from '../heap.ts';

/** The measurements of one start of the extension in VS Code's own extension host. Times in ms, sizes in bytes. */
export interface LibraryStart {
  readonly briefings: number;
  /** The time until the tree had its first rows, and until all files were looked at. */
  readonly tree: number;
  readonly ready: number;
  /** The longest delay of the event loop, and its 99th percentile. */
  readonly worstGap: number;
  readonly usualGap: number;
  readonly heap: number;
  /** The time from writing one file to the change of the tree; negative if there was no file. */
  readonly change: number;
}

/** In ms: the extension saves its compiled code five seconds after its start. */
const UNTIL_SAVED = 6000;

/** The entry point: for VS Code, this file is a test suite. */
export async function run(): Promise<void> {
  const found = process.env['HOST_RESULT'] ?? '';
  fs.writeFileSync(found, JSON.stringify(await measure()));
  console.log(withMark('  1 passing (1s)'));
}

async function measure(): Promise<LibraryStart> {
  const extension = vscode.extensions.getExtension<ExtensionParts>(EXTENSION_ID);
  if (!extension) throw new Error('The extension is not there.');
  // Let VS Code itself start first.
  await pause(3000);
  if (extension.isActive) throw new Error('The extension has started before it was measured.');
  const gaps = monitorEventLoopDelay({ resolution: 5 });
  gaps.enable();
  const begun = performance.now();
  const { tree, library, allFilesRead } = await extension.activate();
  await tree.getChildren();
  const filled = performance.now() - begun;
  await allFilesRead;
  const readyAfter = performance.now() - begun;
  gaps.disable();
  await library.saveOutlines();
  await pause(500);
  const heap = heapNow();
  await pause(UNTIL_SAVED - readyAfter);
  return {
    briefings: library.size,
    tree: filled,
    ready: readyAfter,
    worstGap: gaps.max / 1e6,
    usualGap: gaps.percentile(99) / 1e6,
    heap,
    change: await changeOne(tree),
  };
}

/** The median time of five changes of one file. */
async function changeOne(tree: ExtensionParts['tree']): Promise<number> {
  const [file] = await vscode.workspace.findFiles('*/part-0/*.md', undefined, 1);
  if (!file) return -1;
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const text = fs.readFileSync(file.fsPath, 'utf8');
    const changed = new Promise<void>((resolve) => {
      const listener = tree.onDidChangeTreeData(() => {
        listener.dispose();
        resolve();
      });
    });
    const begun = performance.now();
    fs.writeFileSync(file.fsPath, text.replace(/^# .*/, `# Changed ${i}`));
    await changed;
    times.push(performance.now() - begun);
    await pause(700);
  }
  return times.sort((a, b) => a - b)[2] ?? -1;
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
