import readline from 'node:readline';
import {
  type Count,
  counted,
  FAILED,
  METER,
  NONE,
  type Process,
  type Say,
  startProcess,
  sum,
} from './step.ts';
import { endLine, reportOf } from './suite/suiteLines.ts';

/** A process that runs one file at a time. */
class WindowWorker {
  readonly #process: Process;
  readonly #lines: AsyncIterator<string, undefined>;

  constructor(timeout: number) {
    const args = ['--import', 'tsx', '--import', './test/support/shippedMarkdown.mjs'];
    this.#process = startProcess(process.execPath, [
      ...args,
      'test/support/windowWorker.ts',
      String(timeout),
    ]);
    const { stdout, stderr } = this.#process.child;
    stderr.pipe(process.stderr);
    this.#lines = readline.createInterface({ input: stdout })[Symbol.asyncIterator]();
  }

  async run(file: string, say: Say): Promise<Count> {
    const { pid, stdin } = this.#process.child;
    const before = METER.secondsOf(pid) ?? 0;
    stdin.write(`${file}\n`);
    let count = NONE;
    for (;;) {
      const next = await this.#lines.next();
      if (next.done === true) {
        say('The process of the tests has ended.');
        return sum(count, FAILED);
      }
      const line = next.value;
      if (line === endLine(file)) return { ...count, cpu: (METER.secondsOf(pid) ?? 0) - before };
      count = sum(count, counted(line));
      if (!reportOf(line)) say(line);
    }
  }

  end(): void {
    this.#process.child.stdin.end();
  }
}

/** Runs files of window tests in a few processes, in which one file after the other uses the same browser. */
export class WindowWorkers {
  readonly #timeout: number;
  readonly #idle: WindowWorker[] = [];
  #left: number;

  /** `timeout`: of a test, in ms. `files`: how many files will be run. */
  constructor(timeout: number, files: number) {
    this.#timeout = timeout;
    this.#left = files;
  }

  async run(file: string, say: Say): Promise<Count> {
    const worker = this.#idle.pop() ?? new WindowWorker(this.#timeout);
    const count = await worker.run(file, say);
    // After a failure, nobody knows what the windows of a process are like.
    if (count.failed > 0) worker.end();
    else this.#idle.push(worker);
    if (--this.#left <= 0) for (const one of this.#idle.splice(0)) one.end();
    return count;
  }
}
