import fs from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../../src/workbench/extensionId.ts';
import type { ExtensionParts } from '../../../../src/extension.ts';
import { withMark } from '../../suite/suiteLines.ts';
import { heapNow } from '../heap.ts';

/** What one start of the extension in VS Code's own extension host took. Times in ms, sizes in bytes. */
export interface LibraryStart {
  readonly briefings: number;
  /** Until the tree had its first rows, and until every file was looked at. */
  readonly tree: number;
  readonly ready: number;
  /** How long others waited for the event loop at worst, and in 99 of 100 cases. */
  readonly worstGap: number;
  readonly usualGap: number;
  readonly heap: number;
  /** From writing one file to the tree's change; less than 0 where there was none to write. */
  readonly change: number;
}

/** VS Code takes it for a suite of tests. */
export async function run(): Promise<void> {
  const found = process.env['HOST_RESULT'] ?? '';
  fs.writeFileSync(found, JSON.stringify(await measure()));
  console.log(withMark('  1 passing (1s)'));
}

async function measure(): Promise<LibraryStart> {
  const extension = vscode.extensions.getExtension<ExtensionParts>(EXTENSION_ID);
  if (!extension) throw new Error('The extension is not there.');
  // VS Code's own start is not what is measured.
  await pause(3000);
  if (extension.isActive) throw new Error('The extension has started before it was measured.');
  const gaps = monitorEventLoopDelay({ resolution: 5 });
  gaps.enable();
  const begun = performance.now();
  const { tree, library, ready } = await extension.activate();
  await tree.getChildren();
  const filled = performance.now() - begun;
  await ready;
  const readyAfter = performance.now() - begun;
  gaps.disable();
  await library.keep();
  await pause(500);
  return {
    briefings: library.size,
    tree: filled,
    ready: readyAfter,
    worstGap: gaps.max / 1e6,
    usualGap: gaps.percentile(99) / 1e6,
    heap: heapNow(),
    change: await changeOne(tree),
  };
}

/** The median of five changes of one file. */
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
