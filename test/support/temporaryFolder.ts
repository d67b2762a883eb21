import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeExit } from './cleanUp.ts';

/** Makes a folder that is removed at the end of this process, or by `remove`. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'briefings-'));
  const remove = beforeExit(() => {
    // Retries, as a server that is ending may still write into it.
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  });
  return { path: folder, remove };
}
