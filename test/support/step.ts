import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import { beforeExit } from './cleanUp.ts';
import { commandLine } from './commandLine.ts';
import { CpuMeter } from './cpuMeter.ts';
import { REPO } from './paths.ts';
import { reportOf, type RunFile, summaryOf, withoutMark } from './suite/suiteLines.ts';

/** The result of tests, in one process or several. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The CPU time of the processes, in s, where it is known. */
  readonly cpu: number;
  /** The files of tests that took longest, the slowest first. */
  readonly slowest: readonly RunFile[];
  /** The full titles of tests that failed. */
  readonly failures: readonly string[];
}

const SLOWEST = 10;

export const NONE: Count = { passed: 0, failed: 0, skipped: 0, cpu: 0, slowest: [], failures: [] };
export const FAILED: Count = { ...NONE, failed: 1 };

/** Measures this process and all that it starts. */
export const METER = new CpuMeter();

export function sum(a: Count, b: Count): Count {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    cpu: a.cpu + b.cpu,
    slowest: slowestOf([...a.slowest, ...b.slowest]),
    failures: [...a.failures, ...b.failures],
  };
}

/** A file can have several suites. */
function slowestOf(suites: readonly RunFile[]): RunFile[] {
  const files = new Map<string, number>();
  for (const { name, milliseconds } of suites) files.set(name, (files.get(name) ?? 0) + milliseconds);
  return [...files]
    .map(([name, milliseconds]) => ({ name, milliseconds }))
    .sort((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, SLOWEST);
}

export interface StepResult {
  readonly count: Count;
  readonly ok: boolean;
}

/** Takes a line of output. */
export type Say = (line: string) => void;

export interface StepOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Receives the lines of stdout and stderr; by default, they go to the console. */
  readonly say?: Say;
  /** Returns what to print instead of a line; undefined to leave it out. */
  readonly read?: (line: string) => string | undefined;
}

const asItIs = (line: string): string => line;

/** Whether there are process groups; Windows has none. */
const GROUPS = process.platform !== 'win32';

const TIMEOUT = 30 * 60_000;

/** Runs a command in the repository. Passes its output on at once, and sums the mocha summaries in it. */
export function runStep(
  command: string,
  args: readonly string[],
  options: StepOptions = {},
): Promise<StepResult> {
  const { read = asItIs, say = console.log } = options;
  const { child, stop } = startProcess(command, args, options.env);
  const timer = setTimeout(() => {
    say(`Ended after ${TIMEOUT / 60_000} minutes.`);
    endGroup(child);
  }, TIMEOUT);
  let count = NONE;
  readline.createInterface({ input: child.stderr }).on('line', say);
  readline.createInterface({ input: child.stdout }).on('line', (marked) => {
    const text = withoutMark(marked);
    count = sum(count, counted(text));
    const shown = reportOf(text) ? undefined : read(text);
    if (shown !== undefined) say(shown);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      stop();
      resolve({ count: { ...count, cpu: METER.secondsOf(child.pid) ?? 0 }, ok: code === 0 });
    });
  });
}

/** A process of a command, in the repository. */
export interface Process {
  readonly child: ChildProcessWithoutNullStreams;
  /** Ends it, and all that it has started. */
  readonly stop: () => void;
}

/** Starts a command in the repository. Its processes end with this one. */
export function startProcess(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Process {
  const line = commandLine(command, args);
  const child = spawn(line.command, line.args, {
    cwd: REPO,
    // In its own process group, so that the processes that the command starts are ended with it.
    detached: GROUPS,
    env: { ...process.env, ...env },
    shell: line.shell,
  });
  const stop = beforeExit(() => {
    endGroup(child);
  });
  return { child, stop };
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(GROUPS ? -child.pid : child.pid, 'SIGTERM');
  } catch {
    // The whole group has already ended.
  }
}

/** What a line of output says of tests. */
export function counted(line: string): Count {
  const report = reportOf(line);
  if (report && 'failed' in report) return { ...NONE, failures: [report.failed] };
  if (report) {
    const { name, milliseconds } = report.file;
    return { ...NONE, slowest: [{ name: path.relative(REPO, path.resolve(REPO, name)), milliseconds }] };
  }
  const summary = summaryOf(line);
  switch (summary?.kind) {
    case 'passing':
      return { ...NONE, passed: summary.count };
    case 'failing':
      return { ...NONE, failed: summary.count };
    case 'pending':
      return { ...NONE, skipped: summary.count };
    case undefined:
      return NONE;
  }
}
