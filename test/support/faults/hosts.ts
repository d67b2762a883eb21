import fs from 'node:fs';
import path from 'node:path';
import { EXTENSION_ID } from '../../../src/workbench/extensionId.ts';
import { bundle } from '../bench/bundle.ts';
import { launchBrowser } from '../browser.ts';
import { startServer } from '../vscode/host.ts';
import { openSuite } from '../suite/suiteWindow.ts';
import { NEWEST } from '../versions.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import type { KilledWriters } from './kills.ts';
import { look, pause } from './windows.ts';

/** The number of keys that are marked at once before the first kill. */
const OLDER = 3000;
/** How long a start may take, in ms. */
const TIMEOUT = 120_000;

/**
 * Kills VS Code's server and its extension host while the shipped extension marks keys without pause in its own
 * storage, again and again with the same files. All marks that were acknowledged before any of the kills have to be
 * there.
 */
export async function killHosts(kills: number): Promise<KilledWriters> {
  const suite = await bundle('../faults/markInHost', { external: ['vscode'] });
  const { path: folder, remove } = temporaryFolder();
  const isOlder = (key: string) => key.includes('older');
  const acknowledged: string[] = [];
  let [lost, olderLost, damaged] = [0, 0, 0];
  for (let i = 0; i < kills; i++) {
    acknowledged.push(...(await killOnce(suite, folder, i)));
    const { reading, warnings } = await look(readingFolder(folder));
    const missing = acknowledged.filter((key) => !reading.isRead(key));
    lost += missing.filter((key) => !isOlder(key)).length;
    olderLost += missing.filter(isOlder).length;
    damaged += warnings.length;
  }
  remove();
  const older = acknowledged.filter(isOlder).length;
  return { acknowledged: acknowledged.length - older, lost, older, olderLost, damaged };
}

/** Returns the keys that were acknowledged before the kill. */
async function killOnce(suite: string, folder: string, number: number): Promise<readonly string[]> {
  const result = path.join(folder, `result-${number}`);
  const workspace = path.join(folder, 'workspace');
  fs.mkdirSync(workspace, { recursive: true });
  fs.writeFileSync(result, '');
  const task = { id: `w${number}`, older: number === 0 ? OLDER : 0 };
  const env = { HOST_TASK: JSON.stringify(task), HOST_RESULT: result };
  const dataDir = path.join(folder, 'data');
  fs.mkdirSync(dataDir, { recursive: true });
  const [server, browser] = await Promise.all([
    startServer({ version: NEWEST, dataDir, env }),
    launchBrowser(),
  ]);
  try {
    await openSuite(server, browser, workspace, suite);
    const lines = () => fs.readFileSync(result, 'utf8').split('\n').slice(0, -1);
    const begun = Date.now();
    // Wait for some marks. After that, a mark is being made at any moment.
    while (lines().length < task.older + 20) {
      if (Date.now() - begun > TIMEOUT) throw new Error('The extension did not mark anything.');
      await pause(5);
    }
    await pause(Math.random() * 200);
    const [pids = ''] = lines();
    for (const pid of pids.split(' ').map(Number)) process.kill(pid, 'SIGKILL');
    await server.ended;
    return lines().slice(1);
  } finally {
    await browser.close();
    await server.stop();
  }
}

function readingFolder(folder: string): string {
  const folders = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const found = folders.find((one) => one.endsWith(path.join(EXTENSION_ID, 'reading')));
  if (found === undefined) throw new Error('The extension has stored nothing.');
  return path.join(folder, found);
}
