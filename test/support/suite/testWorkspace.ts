import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeExit } from '../cleanUp.ts';
import { startFeedServer } from '../feedServer.ts';
import { REPO } from '../paths.ts';

/**
 * Links to a folder outside the workspace with a diary in it: one is among the briefings, the others are moved there by
 * tests. They are made here, as a test cannot make links in the web worker host.
 */
const LINKS = ['briefings/linked', 'links/later', 'links/turned', 'links/own'];

/**
 * Makes a new copy of the workspace for each run, as tests write into it, and starts the server of its feeds. `stop`
 * removes both.
 */
export async function startWorkspace(
  copy = fs.mkdtempSync(path.join(os.tmpdir(), 'briefings-')),
): Promise<{ readonly path: string; stop(): Promise<void> }> {
  const outside = `${copy}-outside`;
  fs.cpSync(path.join(REPO, 'test', 'fixtures', 'workspace'), copy, { recursive: true });
  fs.mkdirSync(outside);
  fs.writeFileSync(path.join(outside, 'diary.md'), '# Diary\n\n- **Xylophone:** nobody is to read this.\n');
  for (const link of LINKS) {
    fs.mkdirSync(path.dirname(path.join(copy, link)), { recursive: true });
    // On Windows, junctions need no special rights.
    fs.symlinkSync(outside, path.join(copy, link), 'junction');
  }
  const remove = beforeExit(() => {
    for (const folder of [copy, outside]) fs.rmSync(folder, { recursive: true, force: true });
  });
  const feeds = await startFeedServer();
  // In a file, as a web worker has no environment variables.
  fs.writeFileSync(path.join(copy, 'feed-server.txt'), feeds.origin);
  return {
    path: copy,
    stop: async () => {
      remove();
      await feeds.stop();
    },
  };
}
