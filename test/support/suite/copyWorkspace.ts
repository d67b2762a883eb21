import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeExit } from '../cleanUp.ts';
import { REPO } from '../paths.ts';

/**
 * Of the folder beside the workspace, in which a diary lies: one among the briefings, and some that tests put there. In
 * the web worker host a test can make none.
 */
const LINKS = ['briefings/linked', 'links/later', 'links/turned', 'links/own'];

/** The tests write into the folder that is open: each run gets a new one. */
export function copyWorkspace(): { readonly path: string; remove(): void } {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'briefings-'));
  const outside = `${copy}-outside`;
  fs.cpSync(path.join(REPO, 'test', 'fixtures', 'workspace'), copy, { recursive: true });
  fs.mkdirSync(outside);
  fs.writeFileSync(path.join(outside, 'diary.md'), '# Diary\n\n- **Xylophone:** nobody is to read this.\n');
  for (const link of LINKS) {
    fs.mkdirSync(path.dirname(path.join(copy, link)), { recursive: true });
    // Windows lets anybody make a junction.
    fs.symlinkSync(outside, path.join(copy, link), 'junction');
  }
  const remove = beforeExit(() => {
    for (const folder of [copy, outside]) fs.rmSync(folder, { recursive: true, force: true });
  });
  return { path: copy, remove };
}
