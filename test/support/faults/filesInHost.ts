import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../src/workbench/extensionId.ts';
import type { ExtensionParts } from '../../../src/extension.ts';
import { decodeBytes } from '../../../src/briefing/text/bytes/decodeBytes.ts';
import { Hash } from '../../../src/base/hash.ts';
import type { FAULT_RUNS } from './runs.ts';
import { withMark } from '../suite/suiteLines.ts';

/** The state of the library after files were changed while it was running. */
export interface FileFault {
  readonly action: keyof typeof FAULT_RUNS.files;
  readonly files: number;
  /** The time from the end of the changes until the library matches the disk, in ms; -1 if it never does. */
  readonly settled: number;
  /** The number of files that differ between the library and the disk at the end. */
  readonly wrong: number;
  /** The number of texts in the library that are from outside the folder. */
  readonly foreign: number;
  /** The worst delays of the event loop, in ms. */
  readonly loop: LoopTimes;
}

/** The worst times of the event loop between two turns: the elapsed time, and the CPU time of its thread. */
interface LoopTimes {
  readonly wait: number;
  /** The part of the delay that occurs on any machine; the rest is due to other processes that use the cores. */
  readonly work: number;
}

/** The largest text file that the extension reads, in bytes. */
const MAX_SIZE = 2 * 1024 * 1024;
/** How long the library may take to settle, in ms. */
const TIMEOUT = 10_000;

/** The entry point: for VS Code, this file is a test suite. */
export async function run(): Promise<void> {
  const { actions, program } = JSON.parse(process.env['HOST_TASK'] ?? '{}') as {
    readonly actions: readonly (readonly [FileFault['action'], number])[];
    readonly program: string;
  };
  const found: FileFault[] = actions.length === 0 ? [await atRest()] : [];
  for (const [action, count] of actions) found.push(await fault(program, action, count));
  fs.writeFileSync(process.env['HOST_RESULT'] ?? '', JSON.stringify(found));
  console.log(withMark('  1 passing (1s)'));
}

/** Tests faulty files that were there from the start. */
async function atRest(): Promise<FileFault> {
  const begun = Date.now();
  const { library, allFilesRead } = await parts();
  await allFilesRead;
  const settled = Date.now() - begun;
  const disk = keysOnDisk(briefingsFolder());
  return {
    action: 'wrong from the start',
    files: disk.size,
    settled,
    wrong: differences(library, briefingsFolder(), disk, false),
    foreign: foreignIn(library),
    loop: { wait: 0, work: 0 },
  };
}

function briefingsFolder(): string {
  return path.join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', 'briefings');
}

function foreignIn(library: ExtensionParts['library']): number {
  return [...library.entries].filter((entry) => JSON.stringify(entry).includes('root:')).length;
}

async function fault(program: string, action: FileFault['action'], count: number): Promise<FileFault> {
  const { library, allFilesRead } = await parts();
  await allFilesRead;
  const folder = path.join(briefingsFolder(), action);
  fs.mkdirSync(folder, { recursive: true });
  // Some of the files exist before, and are known to the library.
  if (action !== 'dirgone') await start(program, 'seed', folder, count);
  await library.refresh();
  const child = start(program, action, folder, count);
  const during = watchLoop();
  await child;
  const ended = Date.now();
  const loopDuring = during();
  // From here on, files no longer change. The disk is read once, outside of the measured times.
  const disk = keysOnDisk(folder);
  const after = watchLoop();
  let wrong = differences(library, folder, disk);
  while (wrong > 0 && Date.now() - ended < TIMEOUT) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    wrong = differences(library, folder, disk);
  }
  const loopAfter = after();
  return {
    action,
    files: count,
    settled: wrong === 0 ? Date.now() - ended : -1,
    wrong,
    foreign: foreignIn(library),
    loop: {
      wait: Math.max(loopDuring.wait, loopAfter.wait),
      work: Math.max(loopDuring.work, loopAfter.work),
    },
  };
}

/** Starts to watch the event loop. The returned function stops, and returns the worst times. */
function watchLoop(): () => LoopTimes {
  let times: LoopTimes = { wait: 0, work: 0 };
  let [turn, used] = [performance.now(), workSoFar()];
  const timer = setInterval(() => {
    const [now, using] = [performance.now(), workSoFar()];
    times = { wait: Math.max(times.wait, now - turn), work: Math.max(times.work, using - used) };
    [turn, used] = [now, using];
  }, 5);
  return () => {
    clearInterval(timer);
    return times;
  };
}

/** The CPU time of this thread, in ms. */
function workSoFar(): number {
  // Available from Node 23.9 on; VS Code's newest server runs on a newer one.
  const { user, system } = (process as unknown as { threadCpuUsage(): NodeJS.CpuUsage }).threadCpuUsage();
  return (user + system) / 1000;
}

async function start(program: string, action: string, folder: string, count: number): Promise<void> {
  const child = spawn(process.env['HOST_NODE'] ?? 'node', [program, action, folder, String(count)], {
    stdio: 'ignore',
  });
  await once(child, 'exit');
}

/** The number of the folder's files, and (if `all`) of the library's entries, without a counterpart. */
function differences(
  library: ExtensionParts['library'],
  folder: string,
  disk: ReadonlyMap<string, string>,
  all = true,
): number {
  const root = `${vscode.Uri.file(folder).toString()}/`;
  let wrong = 0;
  for (const { uri } of library.entries) if (all && uri.startsWith(root) && !disk.has(uri)) wrong++;
  for (const [uri, key] of disk) {
    const entry = library.get(uri);
    if (!entry || (entry.kind === 'briefing' && entry.outline.textHash !== key)) wrong++;
  }
  return wrong;
}

/** The `text` hash that the library should have for each file, by URI: '' for a link, or what is not a text. */
function keysOnDisk(folder: string): ReadonlyMap<string, string> {
  const files = filesIn(folder).filter((file) => /\.(?:md|txt)$/.test(file));
  return new Map(files.map((file) => [vscode.Uri.file(file).toString(), textKey(file)]));
}

/** The files in a folder. Node's own recursive listing follows links out of the folder. */
function filesIn(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((child) => {
    const file = path.join(folder, child.name);
    return child.isDirectory() ? filesIn(file) : fs.existsSync(file) ? [file] : [];
  });
}

function textKey(file: string): string {
  const stat = fs.lstatSync(file);
  if (!stat.isFile() || stat.size > MAX_SIZE) return '';
  const decoded = decodeBytes(fs.readFileSync(file));
  return decoded.kind === 'text' ? new Hash().addText(decoded.text).toString() : '';
}

async function parts(): Promise<ExtensionParts> {
  const extension = vscode.extensions.getExtension<ExtensionParts>(EXTENSION_ID);
  if (!extension) throw new Error('The extension is not there.');
  return extension.activate();
}
