import esbuild from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { encodeMark } from '../../../src/library/log/markLines.ts';
import type { Mark } from '../../../src/library/log/marks.ts';
import { ReadingLog } from '../../../src/library/log/readingLog.ts';
import { nodeStorage } from '../nodeFolder.ts';
import { OUT } from '../paths.ts';
import { Lines } from './lines.ts';

/** Whether a file is replaced in one step, or removed first, as VS Code does. */
export type How = 'replace' | 'remove';

/** A window in another process. The promises resolve to the time of the event, and reject if it is closed before. */
export interface ChildWindow {
  /** The keys whose marks it has acknowledged. */
  readonly acknowledged: readonly string[];
  readonly ready: Promise<number>;
  readonly marked: Promise<number>;
  readonly done: Promise<number>;
  readonly closed: Promise<void>;
  kill(): void;
}

/** Bundles the program of the child processes, and returns its path. */
export async function bundleChild(): Promise<string> {
  const outfile = path.join(OUT, 'faults', 'child.cjs');
  await esbuild.build({
    entryPoints: [path.join(__dirname, 'child.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    logLevel: 'warning',
  });
  return outfile;
}

export function openWindow(program: string, ...args: readonly (string | number)[]): ChildWindow {
  const child = spawn(process.execPath, [program, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  const acknowledged: string[] = [];
  const words = new Map<string, () => void>();
  lines.on('line', (line) => {
    const heard = words.get(line);
    if (heard) heard();
    else acknowledged.push(line);
  });
  const when = (word: string) => {
    const heard = new Promise<number>((resolve, reject) => {
      words.set(word, () => {
        resolve(Date.now());
      });
      lines.on('close', () => {
        reject(new Error(`A child was closed before it was ${word}.`));
      });
    });
    // Avoids an unhandled rejection if nobody waits for it.
    heard.catch(() => undefined);
    return heard;
  };
  return {
    acknowledged,
    ready: when('ready'),
    marked: when('marked'),
    done: when('done'),
    closed: Promise.all([once(child, 'close'), once(lines, 'close')]).then(() => undefined),
    kill: () => child.kill('SIGKILL'),
  };
}

/** Does work in a new folder, which is removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reading-log-'));
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a log file as if a window had written it two hours ago, and returns its keys. */
export function writeOld(folder: string, name: string, count: number): string[] {
  const keys = Array.from({ length: count }, (_, i) => `${name}-${i}`);
  const time = Date.now() - 2 * 3_600_000;
  const marks = keys.map((key): Mark => ({ kind: 'read', key, value: true, stamp: time }));
  const file = path.join(folder, name);
  fs.writeFileSync(file, marks.map(encodeMark).join(''));
  fs.utimesSync(file, time / 1000, time / 1000);
  return keys;
}

/** The reading log as a newly opened window sees it, and the warnings that it logs. */
export async function look(folder: string): Promise<{ reading: ReadingLog; warnings: readonly string[] }> {
  const lines = new Lines();
  const reading = new ReadingLog(nodeStorage(folder), { now: Date.now }, lines, 'look');
  await reading.readChanges();
  await reading.compact();
  reading.dispose();
  return { reading, warnings: lines.warnings };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
