import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeExit } from './cleanUp.ts';

/** A new folder, which is gone at the end of this process, or once it is removed. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'briefings-'));
  const remove = beforeExit(() => {
    // A server that is just ending may still write into it.
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  });
  return { path: folder, remove };
}
