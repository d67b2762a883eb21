import fs from 'node:fs';
import path from 'node:path';

/** The names of files to check in a folder. A file that is given itself is checked whatever its name is. */
const BRIEFING = /\.(?:md|markdown|txt|org|rst|adoc|briefing\.json)$/i;
const LEFT_OUT = /^(?:\.|node_modules$)/;
/** In bytes. The extension does not read larger files either. */
const MAX_SIZE = 2 * 1024 * 1024;

/** A file to check, or a path with the reason why there is nothing to check at it. */
export type CheckedPath = { readonly file: string } | { readonly file: string; readonly fault: string };

/**
 * Returns the file at a path, or the files to check in a folder, sorted by path. Links inside a folder are not
 * followed.
 */
export function filesAt(given: string): readonly CheckedPath[] {
  try {
    if (!fs.statSync(given).isDirectory()) return [{ file: given }];
  } catch (error) {
    return [{ file: given, fault: reasonOf(error) }];
  }
  const found: CheckedPath[] = [];
  const folders = [given];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const inside = entriesOf(folder);
    if ('fault' in inside) {
      found.push(inside);
      continue;
    }
    for (const entry of inside.entries) {
      if (LEFT_OUT.test(entry.name)) continue;
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) folders.push(file);
      else if (entry.isFile() && BRIEFING.test(entry.name)) found.push({ file });
    }
  }
  if (found.length === 0) return [{ file: given, fault: 'contains no briefings' }];
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function entriesOf(folder: string): { entries: readonly fs.Dirent[] } | { file: string; fault: string } {
  try {
    return { entries: fs.readdirSync(folder, { withFileTypes: true }) };
  } catch (error) {
    return { file: folder, fault: reasonOf(error) };
  }
}

/** The bytes of a file, or why they cannot be read. */
export function bytesOf(file: string): Uint8Array | string {
  try {
    const stat = fs.statSync(file);
    // A pipe or a device may never end.
    if (!stat.isFile()) return 'is not a file';
    const { size } = stat;
    if (size > MAX_SIZE) return `is too large: ${size} bytes, and at most ${MAX_SIZE} are read`;
    return fs.readFileSync(file);
  } catch (error) {
    return reasonOf(error);
  }
}

/** `cannot be read: no such file or directory` */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `cannot be read: ${message.replace(/^[A-Z]+: /, '').replace(/, \w+(?: '.*)?$/s, '')}`;
}
