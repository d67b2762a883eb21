import { decodeLines, encodeMark, slicesOf } from './markLines.ts';
import { type Mark, Marks } from './marks.ts';
import type { Logger, Storage } from '../ports.ts';
import { joinBytes } from '../../base/joinBytes.ts';
import { Slices } from '../../base/async/slices.ts';

/*
 * The files of the reading log:
 *
 *   log-<window>-<random>-a    one window's marks, and `-b` too; only that window writes them, always whole
 *   base-<random>              marks of windows that were; written once and never again
 *   damaged-<date>-<name>-…    what had damaged lines, kept for a person to look at
 *
 * All that are named `log-…` or `base-…` are read by everybody, so nothing that has such a name is lost.
 */
const OLD = 'base';

/** What was found in a file, beside its marks. */
export interface LogFile {
  /** In bytes. */
  readonly size: number;
  readonly damaged: number;
  readonly newer: number;
}

/** So many marks are encoded in about 1 ms. */
const AT_A_TIME = 1000;

export function isLogName(name: string): boolean {
  return name.startsWith('log-') || name.startsWith(`${OLD}-`);
}

/** `base` -> `base-3f9a0c5d71e2b846`: a name that no other window comes upon. */
export function freshName(start: string): string {
  const random = [...crypto.getRandomValues(new Uint8Array(8))];
  return `${start}-${random.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Hands over the marks of a file, as far as they can be read. Undefined where there is no such file (any more). */
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

/** Writes a file of these marks, and says how long it is. Marks that are made meanwhile may be in it or not. */
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
    if (lines.length < AT_A_TIME) continue;
    cut();
    await slices.turn();
  }
  cut();
  const bytes = joinBytes(parts);
  await storage.write(name, bytes);
  return bytes.length;
}

/**
 * Makes one file of several, so that a folder does not fill up with the files of closed windows. Each is claimed by
 * giving it a new name: of several windows, one succeeds. A crash at any step loses nothing, as every name in
 * between is read too.
 *
 * A window that is still there, but has not marked anything for long, loses its file in this way. What stood in it
 * is in the new one; and its next mark writes its own file again, with all of its marks: it has them in memory.
 */
export async function foldLogs(storage: Storage, names: readonly string[]): Promise<void> {
  const marks = new Marks();
  const claimed: string[] = [];
  for (const name of names) {
    const claim = freshName(OLD);
    if (!(await storage.rename(name, claim))) continue;
    // Not what was read before: its window may have written once more.
    const file = await readLog(storage, claim, (mark) => marks.add(mark));
    // Gone: another window has claimed it in turn. Not clean: it stays as it is, and everybody reads it.
    if (file?.damaged === 0 && file.newer === 0) claimed.push(claim);
  }
  if (claimed.length < 2) return;
  await writeLog(storage, freshName(OLD), marks);
  for (const name of claimed) await storage.remove(name);
}

/**
 * Keeps a damaged file under a name that nobody reads, after its good marks were saved in a new one. The file of a
 * window is claimed first, as in `foldLogs`: that window may just be writing it whole, and that must not be lost.
 */
export async function setAside(storage: Storage, logger: Logger, name: string, now: number): Promise<void> {
  const claim = name.startsWith(`${OLD}-`) ? name : freshName(OLD);
  if (claim !== name && !(await storage.rename(name, claim))) return;
  const marks = new Marks();
  const file = await readLog(storage, claim, (mark) => marks.add(mark));
  if (!file || file.damaged === 0 || file.newer > 0) return;
  if (marks.size > 0) await writeLog(storage, freshName(OLD), marks);
  const kept = freshName(`damaged-${new Date(now).toISOString().slice(0, 10)}-${name}`);
  if (!(await storage.rename(claim, kept))) return;
  logger.warn(`${name}: ${file.damaged} damaged lines. All others are in use; the file was kept as ${kept}.`);
}
