import fs from 'node:fs';
import { type How, inFolder, look, openWindow, pause, writeOld } from './windows.ts';

/** How many runs go on in parallel. */
const AT_ONCE = 2;
const OLDER = 3000;

export interface KilledWriters {
  readonly acknowledged: number;
  readonly lost: number;
  readonly older: number;
  readonly olderLost: number;
  /** The number of warnings and errors in the log: files with damaged lines, or any other. */
  readonly damaged: number;
}

/**
 * Kills windows while they mark keys without pause. Half of the older marks are in the file of a closed window, half in
 * that of the killed one, which rewrites it with each mark.
 */
export async function killWriters(program: string, kills: number, how: How): Promise<KilledWriters> {
  const runs = await several(kills, () =>
    inFolder(async (folder) => {
      const older = writeOld(folder, 'base-old', OLDER / 2);
      const window = openWindow(program, 'mark', folder, how, 'w', OLDER / 2);
      await window.ready;
      await pause(5 + Math.random() * 60);
      window.kill();
      await window.closed;
      const { reading, warnings } = await look(folder);
      const own = Array.from({ length: OLDER / 2 }, (_, i) => `w-older${i}`);
      return {
        acknowledged: window.acknowledged.length,
        lost: window.acknowledged.filter((key) => !reading.isRead(key)).length,
        older: OLDER,
        olderLost: [...older, ...own].filter((key) => !reading.isRead(key)).length,
        damaged: warnings.length,
      };
    }),
  );
  return {
    acknowledged: sum(runs, ({ acknowledged }) => acknowledged),
    lost: sum(runs, ({ lost }) => lost),
    older: sum(runs, ({ older }) => older),
    olderLost: sum(runs, ({ olderLost }) => olderLost),
    damaged: sum(runs, ({ damaged }) => damaged),
  };
}

export interface KilledFolding {
  /** How many were killed after folding had begun and before it had ended. */
  readonly halfway: number;
  readonly marks: number;
  readonly lost: number;
  readonly damaged: number;
}

const FILES = 12;

/** Kills windows while they merge twelve files into one. */
export async function killFolding(program: string, kills: number): Promise<KilledFolding> {
  const inTime = await foldOnce(program, Infinity);
  const runs = await several(kills, () => foldOnce(program, Math.random() * inTime.ms * 1.2));
  return {
    halfway: runs.filter(({ halfway }) => halfway).length,
    marks: sum(runs, ({ marks }) => marks),
    lost: sum(runs, ({ lost }) => lost),
    damaged: sum(runs, ({ damaged }) => damaged),
  };
}

async function foldOnce(program: string, killAfter: number) {
  return inFolder(async (folder) => {
    const keys = Array.from({ length: FILES }, (_, i) => writeOld(folder, `log-${i}`, 1000)).flat();
    const window = openWindow(program, 'fold', folder, 'replace');
    await window.ready;
    const begun = Date.now();
    if (killAfter === Infinity) await window.done;
    else await pause(killAfter);
    const ms = Date.now() - begun;
    window.kill();
    await window.closed;
    const names = fs.readdirSync(folder);
    const halfway = names.some((name) => name.startsWith('base-')) && names.length > 1;
    const { reading, warnings } = await look(folder);
    const lost = keys.filter((key) => !reading.isRead(key)).length;
    return { ms, halfway, marks: keys.length, lost, damaged: warnings.length };
  });
}

async function several<T>(count: number, run: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let begun = 0;
  const worker = async () => {
    while (begun++ < count) results.push(await run());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

function sum<T>(runs: readonly T[], figure: (run: T) => number): number {
  return runs.reduce((total, run) => total + figure(run), 0);
}
