import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A new folder with files in it, deleted by `remove`. The paths are relative. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly path: string;
  remove(): void;
} {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'briefings-'));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  return {
    path: folder,
    remove() {
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
