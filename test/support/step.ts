import { spawn, type ChildProcess } from 'node:child_process';
import readline from 'node:readline';
import { beforeExit } from './cleanUp.ts';
import { commandLine } from './commandLine.ts';
import { REPO } from './paths.ts';
import { summaryOf, timedTest, withoutMark } from './suite/suiteLines.ts';

/** The counts of tests in one step or several. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The slowest tests, the slowest first. */
  readonly slowest: readonly TimedTest[];
}

/** A test that took so long that mocha printed its time. */
export interface TimedTest {
  readonly name: string;
  readonly milliseconds: number;
}

const SLOWEST = 10;

export const NONE: Count = { passed: 0, failed: 0, skipped: 0, slowest: [] };
export const FAILED: Count = { ...NONE, failed: 1 };

export function sum(a: Count, b: Count): Count {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    slowest: [...a.slowest, ...b.slowest]
      .sort((one, other) => other.milliseconds - one.milliseconds)
      .slice(0, SLOWEST),
  };
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
  const { env, read = asItIs, say = console.log } = options;
  const line = commandLine(command, args);
  const child = spawn(line.command, line.args, {
    cwd: REPO,
    stdio: ['ignore', 'pipe', 'pipe'],
    // In its own process group, so that the processes that the command starts are ended with it.
    detached: GROUPS,
    env: { ...process.env, ...env },
    shell: line.shell,
  });
  const stop = beforeExit(() => {
    endGroup(child);
  });
  const timer = setTimeout(() => {
    say(`Ended after ${TIMEOUT / 60_000} minutes.`);
    endGroup(child);
  }, TIMEOUT);
  let count = NONE;
  readline.createInterface({ input: child.stderr }).on('line', say);
  readline.createInterface({ input: child.stdout }).on('line', (marked) => {
    const text = withoutMark(marked);
    const shown = read(text);
    if (shown !== undefined) say(shown);
    count = sum(count, counted(text));
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      stop();
      resolve({ count, ok: code === 0 });
    });
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(GROUPS ? -child.pid : child.pid, 'SIGTERM');
  } catch {
    // The whole group has already ended.
  }
}

function counted(line: string): Count {
  const summary = summaryOf(line);
  switch (summary?.kind) {
    case 'passing':
      return { ...NONE, passed: summary.count };
    case 'failing':
      return { ...NONE, failed: summary.count };
    case 'pending':
      return { ...NONE, skipped: summary.count };
    case undefined: {
      const timed = timedTest(line);
      return timed ? { ...NONE, slowest: [timed] } : NONE;
    }
  }
}
