import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { beforeExit } from '../cleanUp.ts';
import type { Answer, Task } from './stopwatch.ts';

export type Outcome = Answer | { readonly tooLong: number } | { readonly died: string };

/** Measures tasks in a separate process, one after the other. If a task takes too long, its process is killed. */
export class Laboratory {
  readonly #stopwatch: string;
  /** Tasks that warm up the code in a new process. */
  readonly #warmUp: readonly Task[];
  #child: ChildProcess | undefined;
  #forget = (): void => undefined;

  constructor(stopwatch: string, warmUp: readonly Task[]) {
    this.#stopwatch = stopwatch;
    this.#warmUp = warmUp;
  }

  async measure(task: Task, limit: number): Promise<Outcome> {
    if (!this.#child) {
      this.#start();
      for (const warmUp of this.#warmUp) await this.#ask(warmUp, 60_000);
    }
    return this.#ask(task, limit);
  }

  close(): void {
    this.#forget();
    this.#child = undefined;
  }

  #start(): void {
    const child = fork(this.#stopwatch, {
      execArgv: ['--expose-gc', '--max-old-space-size=8192'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    this.#forget = beforeExit(() => child.kill('SIGKILL'));
  }

  async #ask(task: Task, limit: number): Promise<Outcome> {
    const child = this.#child;
    if (!child) return { died: 'there is no process' };
    const heard = new AbortController();
    const { signal } = heard;
    const timer = setTimeout(() => {
      heard.abort();
    }, limit);
    try {
      child.send(task);
      const outcome = await Promise.race([
        once(child, 'message', { signal }).then(([answer]) => answer as Answer),
        once(child, 'exit', { signal }).then(([code, by]): Outcome => ({ died: String(by ?? code) })),
      ]);
      if ('died' in outcome) this.close();
      return outcome;
    } catch {
      this.close();
      return { tooLong: limit };
    } finally {
      clearTimeout(timer);
      // Removes both listeners.
      heard.abort();
    }
  }
}
