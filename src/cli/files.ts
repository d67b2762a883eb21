import fs from 'node:fs';
import path from 'node:path';

/** Text that is looked for in a folder. Whatever is named itself is checked, whatever it is called. */
const BRIEFING = /\.(?:md|markdown|txt|briefing\.json)$/i;
const LEFT_OUT = /^(?:\.|node_modules$)/;
/** What is larger is read nowhere. */
const LARGEST = 2 * 1024 * 1024;

/** A path, or why there is nothing at it to be checked. */
export type Found = { readonly file: string } | { readonly file: string; readonly fault: string };

/** The files that are meant, in the order of their names; those of a folder without what links lead to. */
export function filesAt(given: string): readonly Found[] {
  try {
    if (!fs.statSync(given).isDirectory()) return [{ file: given }];
  } catch (error) {
    return [{ file: given, fault: reasonOf(error) }];
  }
  const found: Found[] = [];
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

/** The bytes of a file, or why they cannot be had. */
export function bytesOf(file: string): Uint8Array | string {
  try {
    const stat = fs.statSync(file);
    // A pipe or a device may never end.
    if (!stat.isFile()) return 'is not a file';
    const { size } = stat;
    if (size > LARGEST) return `is too large: ${size} bytes, and at most ${LARGEST} are read`;
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
