import { decodeLines, encodeMark, slicesOf } from './markLines.ts';
import { type Mark, Marks } from './marks.ts';
import type { Logger, Storage } from '../ports.ts';
import { joinBytes } from '../../base/joinBytes.ts';
import { Slices } from '../../base/async/slices.ts';

/*
 * The files of the reading log:
 *
 *   log-<window>-<random>-a    one window's marks, in turn with `-b`; only that window writes them, always whole
 *   base-<random>              marks of former windows; written once and never again
 *   damaged-<date>-<name>-…    a file with damaged lines, kept for a person to look at
 *
 * Every window reads all files named `log-…` or `base-…`, so no marks in a file with such a name are lost.
 */
const FOLDED = 'base';

/** What was found in a file, besides its marks: its size, and its numbers of damaged and newer lines. */
export interface LogFile {
  /** In bytes. */
  readonly size: number;
  readonly damaged: number;
  readonly newer: number;
}

/** How many marks are encoded before others have a turn: about 1 ms. */
const MARKS_PER_SLICE = 1000;

export function isLogName(name: string): boolean {
  return name.startsWith('log-') || name.startsWith(`${FOLDED}-`);
}

/** `base` -> `base-3f9a0c5d71e2b846`: a name that no other window will choose. */
export function freshName(start: string): string {
  const random = [...crypto.getRandomValues(new Uint8Array(8))];
  return `${start}-${random.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Passes the readable marks of a file to `take`. Undefined if there is no such file (any more). */
export async function readLog(
  storage: Storage,
  name: string,
  take: (mark: Mark) => void,
): Promise<LogFile | undefined> {
  const bytes = await storage.read(name);
  if (!bytes) return undefined;
  let [damaged, newer] = [0, 0];
  const slices = new Slices();
  for (const slice of slicesOf(bytes)) {
    await slices.turn();
    const lines = decodeLines(slice);
    for (const mark of lines.marks) take(mark);
    damaged += lines.damaged;
    newer += lines.newer;
  }
  return { size: bytes.length, damaged, newer };
}

/** Writes marks to a file, and returns its size in bytes. Marks that are added meanwhile may be in it or not. */
export async function writeLog(storage: Storage, name: string, marks: Iterable<Mark>): Promise<number> {
  const parts: Uint8Array[] = [];
  const slices = new Slices();
  let lines: string[] = [];
  const cut = () => {
    parts.push(new TextEncoder().encode(lines.join('')));
    lines = [];
  };
  for (const mark of marks) {
    lines.push(encodeMark(mark));
    if (lines.length < MARKS_PER_SLICE) continue;
    cut();
    await slices.turn();
  }
  cut();
  const bytes = joinBytes(parts);
  await storage.write(name, bytes);
  return bytes.length;
}

/**
 * Merges several files into one, so that the folder does not fill up with the files of closed windows. Each file is
 * claimed by renaming it: of several windows, only one succeeds. A crash at any step loses nothing, as files with the
 * new names are read too.
 *
 * A window that is still open, but has not marked anything for long, may lose its file in this way. Its marks are in
 * the merged file; and its next mark writes its own file again, with all of its marks, which it has in memory.
 */
export async function foldLogs(storage: Storage, names: readonly string[]): Promise<void> {
  const marks = new Marks();
  const claimed: string[] = [];
  for (const name of names) {
    const claim = freshName(FOLDED);
    if (!(await storage.rename(name, claim))) continue;
    // Read it again after the claim: its window may have written to it since it was last read.
    const file = await readLog(storage, claim, (mark) => marks.add(mark));
    // Undefined: another window has claimed it again. Not clean: it stays as it is, and every window reads it.
    if (file?.damaged === 0 && file.newer === 0) claimed.push(claim);
  }
  if (claimed.length < 2) return;
  await writeLog(storage, freshName(FOLDED), marks);
  for (const name of claimed) await storage.remove(name);
}

/**
 * Saves the good marks of a damaged file in a new file, then renames the damaged one so that no window reads it. The
 * file of a window is claimed first, as in `foldLogs`: that window may be writing it at the moment, which must not be
 * lost.
 */
export async function setAside(storage: Storage, logger: Logger, name: string, now: number): Promise<void> {
  const claim = name.startsWith(`${FOLDED}-`) ? name : freshName(FOLDED);
  if (claim !== name && !(await storage.rename(name, claim))) return;
  const marks = new Marks();
  const file = await readLog(storage, claim, (mark) => marks.add(mark));
  if (!file || file.damaged === 0 || file.newer > 0) return;
  if (marks.size > 0) await writeLog(storage, freshName(FOLDED), marks);
  const kept = freshName(`damaged-${new Date(now).toISOString().slice(0, 10)}-${name}`);
  if (!(await storage.rename(claim, kept))) return;
  logger.warn(`${name}: ${file.damaged} damaged lines. All others are in use; the file was kept as ${kept}.`);
}
