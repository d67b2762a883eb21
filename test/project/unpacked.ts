import fs from 'node:fs';
import { unzip } from '../support/zip.ts';

const INSTALLED = 'extension/';

/** What a person gets who installs a .vsix, by its path in the extension's folder. */
export function unpacked(vsix: string): ReadonlyMap<string, Buffer> {
  const files = [...unzip(fs.readFileSync(vsix))].filter(([file]) => file.startsWith(INSTALLED));
  return new Map(files.map(([file, bytes]) => [file.slice(INSTALLED.length), bytes]));
}
