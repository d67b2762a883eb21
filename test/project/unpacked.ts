import fs from 'node:fs';
import { unzip } from '../support/zip.ts';

const INSTALLED = 'extension/';

/** The files of a .vsix, by their path in the folder of the extension. */
export function unpacked(vsix: string): ReadonlyMap<string, Buffer> {
  const files = [...unzip(fs.readFileSync(vsix))].filter(([file]) => file.startsWith(INSTALLED));
  return new Map(files.map(([file, bytes]) => [file.slice(INSTALLED.length), bytes]));
}
