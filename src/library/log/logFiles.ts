import { decodeLines, encodeMark, slicesOf } from './markLines.ts';
import { type Mark, Marks } from './marks.ts';
import type { Logger, Storage } from '../ports.ts';
import { joinBytes } from '../../base/joinBytes.ts';
import { Slices } from '../../base/async/slices.ts';

/*
 * The files of the reading log:
 *
 *   log-<window>-<random>-a    one window's marks, alternating with `-b`; only that window writes them, always whole
 *   base-<random>              marks of former windows; written once and never changed
 *   damaged-<date>-<name>-…    a file with damaged lines, kept for inspection
 *
 * Every window reads all files named `log-…` or `base-…`, so no marks in such a file are lost.
 */
const COMPACTED = 'base';

/** The size of a file, and its numbers of damaged and newer lines. */
export interface LogFile {
  /** In bytes. */
  readonly size: number;
  readonly damaged: number;
  readonly newer: number;
}

/** The number of marks that are encoded before yielding: about 1 ms. */
const MARKS_PER_SLICE = 1000;

export function isLogName(name: string): boolean {
  return name.startsWith('log-') || name.startsWith(`${COMPACTED}-`);
}

/** `base` -> `base-3f9a0c5d71e2b846`: a name that no other window chooses. */
export function uniqueName(start: string): string {
  const random = [...crypto.getRandomValues(new Uint8Array(8))];
  return `${start}-${random.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Passes the readable marks of a file to `onMark`. Undefined if the file does not exist (any more). */
export async function readLog(
  storage: Storage,
  name: string,
  onMark: (mark: Mark) => void,
): Promise<LogFile | undefined> {
  const bytes = await storage.read(name);
  if (!bytes) return undefined;
  let [damaged, newer] = [0, 0];
  const slices = new Slices();
  for (const slice of slicesOf(bytes)) {
    await slices.turn();
    const lines = decodeLines(slice);
    for (const mark of lines.marks) onMark(mark);
    damaged += lines.damaged;
    newer += lines.newer;
  }
  return { size: bytes.length, damaged, newer };
}

/** Writes marks to a file, and returns its size in bytes. Marks that are added in the meantime may be in it or not. */
export async function writeLog(storage: Storage, name: string, marks: Iterable<Mark>): Promise<number> {
  const parts: Uint8Array[] = [];
  const slices = new Slices();
  let lines: string[] = [];
  const flush = () => {
    parts.push(new TextEncoder().encode(lines.join('')));
    lines = [];
  };
  for (const mark of marks) {
    lines.push(encodeMark(mark));
    if (lines.length < MARKS_PER_SLICE) continue;
    flush();
    await slices.turn();
  }
  flush();
  const bytes = joinBytes(parts);
  await storage.write(name, bytes);
  return bytes.length;
}

/**
 * Merges several files into one, so that the folder does not fill up with the files of closed windows. Each file is
 * claimed by renaming it: if several windows try, only one succeeds. A crash at any step loses nothing, because files
 * with the new names are read as well.
 *
 * A window that is still open, but has not marked anything for long, may lose its file in this way. Its marks are in the
 * merged file, and its next mark rewrites its own file with all of its marks, which it has in memory.
 */
export async function compactLogs(storage: Storage, names: readonly string[]): Promise<void> {
  const marks = new Marks();
  const claimed: string[] = [];
  for (const name of names) {
    const claim = uniqueName(COMPACTED);
    if (!(await storage.rename(name, claim))) continue;
    // Reread after the claim: the window may have written to it since it was last read.
    const file = await readLog(storage, claim, (mark) => marks.add(mark));
    // Undefined: another window has claimed it in turn. Not clean: it stays unchanged, and every window reads it.
    if (file?.damaged === 0 && file.newer === 0) claimed.push(claim);
  }
  if (claimed.length < 2) return;
  await writeLog(storage, uniqueName(COMPACTED), marks);
  for (const name of claimed) await storage.remove(name);
}

/**
 * Saves the intact marks of a damaged file in a new file, then renames the damaged one so that no window reads it. The
 * file of a window is claimed first, as in {@link compactLogs}, so that what the window is just writing is not lost.
 */
export async function setAside(storage: Storage, logger: Logger, name: string, now: number): Promise<void> {
  const claim = name.startsWith(`${COMPACTED}-`) ? name : uniqueName(COMPACTED);
  if (claim !== name && !(await storage.rename(name, claim))) return;
  const marks = new Marks();
  const file = await readLog(storage, claim, (mark) => marks.add(mark));
  if (!file || file.damaged === 0 || file.newer > 0) return;
  if (marks.size > 0) await writeLog(storage, uniqueName(COMPACTED), marks);
  const newName = uniqueName(`damaged-${new Date(now).toISOString().slice(0, 10)}-${name}`);
  if (!(await storage.rename(claim, newName))) return;
  logger.warn(
    `${name}: ${file.damaged} damaged lines. All others are in use; the file was kept as ${newName}.`,
  );
}
