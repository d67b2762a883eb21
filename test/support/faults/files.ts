import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { bundle } from '../bench/bundle.ts';
import { SHARED } from '../bench/texts/texts.ts';
import { measureInHost } from '../suite/measureInHost.ts';
import { NEWEST } from '../versions.ts';
import { installServer, nodeFor } from '../vscode/vscodeServer.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import type { FileFault } from './filesInHost.ts';

/** The script that changes files while the extension runs; the comment at its beginning explains the actions. */
export const LIVE_FAULTS = path.join(SHARED, 'hostile', 'live-faults.mjs');

/** The script that makes faulty files: wrong encodings, sizes, types, names, dates, links. */
const MADE_FAULTS = path.join(SHARED, 'hostile', 'make-faults.mjs');

const ACTIONS: readonly (readonly [action: FileFault['action'], files: number])[] = [
  ['storm', 10_000],
  ['churn', 10_000],
  ['vanish', 2000],
  ['partial', 300],
  ['truncate', 300],
  ['replace', 2000],
  ['rename', 2000],
  ['swaplink', 2000],
  ['dirgone', 20],
];

/** Tests the library with faulty files; then with files that vanish, change and are moved while they are read. */
export async function disturbFiles(): Promise<readonly FileFault[]> {
  installServer(NEWEST);
  nodeFor(NEWEST);
  const suite = await bundle('../faults/filesInHost', { external: ['vscode'] });
  const wrong = await inHost(suite, [], (briefings) => {
    execFileSync(process.execPath, [MADE_FAULTS, briefings], { stdio: 'ignore' });
  });
  const disturbed = await inHost(suite, ACTIONS, (briefings) => {
    fs.mkdirSync(briefings);
  });
  return [...wrong, ...disturbed];
}

/** Runs actions in VS Code's own extension host, with a new folder open in which `make` makes the briefings. */
async function inHost(
  suite: string,
  actions: typeof ACTIONS,
  make: (briefings: string) => void,
): Promise<readonly FileFault[]> {
  const { path: folder, remove } = temporaryFolder();
  const workspace = path.join(folder, 'workspace');
  fs.mkdirSync(workspace);
  make(path.join(workspace, 'briefings'));
  const env = { HOST_TASK: JSON.stringify({ actions, program: LIVE_FAULTS }), HOST_NODE: process.execPath };
  const found = await measureInHost(suite, workspace, path.join(folder, 'data'), env);
  remove();
  return found as readonly FileFault[];
}
