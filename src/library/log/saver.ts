import { type Disposable, Emitter } from '../../base/event.ts';
import type { Logger } from '../ports.ts';

/** After how many ms a failed write is tried again: the last of them from then on. */
const RETRIES = [1000, 5000, 30_000];

/**
 * Writes what has changed: one write at a time, and what changes meanwhile goes with the next. A write that fails
 * is tried again until it succeeds, and whoever waits for it goes on waiting.
 */
export class Saver implements Disposable {
  readonly #write: () => Promise<unknown>;
  readonly #logger: Logger;
  readonly #problemChanged = new Emitter<string | undefined>();
  #waiting: (() => void)[] = [];
  #saved: Promise<void> = Promise.resolve();
  /** The writing that goes on, and whether it shall be followed by one more. */
  #running: Promise<void> | undefined;
  #asked = false;
  #delay: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #retries = 0;
  #problem: string | undefined;
  #disposed = false;

  /** `write` writes all that there is when it is called. */
  constructor(write: () => Promise<unknown>, logger: Logger) {
    this.#write = write;
    this.#logger = logger;
  }

  /** Why the last write failed; undefined where it did not. */
  get problem(): string | undefined {
    return this.#problem;
  }

  get onDidChangeProblem() {
    return this.#problemChanged.event;
  }

  /** Resolves when all changes until now are written. */
  get saved(): Promise<void> {
    return this.#saved;
  }

  /** To be called after a change. Resolves when it is written, at the latest `delay` ms after (if all goes well). */
  save(delay = 0): Promise<void> {
    this.#saved = new Promise((resolve) => this.#waiting.push(resolve));
    if (delay === 0) void this.#begin();
    else this.#delay ??= setTimeout(() => void this.#begin(), delay);
    return this.#saved;
  }

  /** Tries at once to write what waits, and resolves when that has succeeded or failed. */
  async flush(): Promise<void> {
    await (this.#waiting.length > 0 ? this.#begin() : this.#running);
  }

  /** No more is tried than what is under way. */
  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#delay);
    clearTimeout(this.#retry);
    this.#problemChanged.dispose();
  }

  #begin(): Promise<void> {
    this.#asked = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  async #run(): Promise<void> {
    // What is marked in one go is written in one go.
    await Promise.resolve();
    try {
      while (this.#asked) {
        this.#asked = false;
        await this.#attempt().catch((error: unknown) => {
          // Whoever hears of the problem has thrown: what was asked for meanwhile is written all the same.
          this.#logger.error(`The reading log: ${String(error)}`);
        });
      }
    } finally {
      this.#running = undefined;
    }
  }

  async #attempt(): Promise<void> {
    clearTimeout(this.#delay);
    this.#delay = undefined;
    const written = this.#waiting;
    this.#waiting = [];
    try {
      await this.#write();
    } catch (error) {
      this.#waiting = [...written, ...this.#waiting];
      this.#failed(error instanceof Error ? error.message : String(error));
      return;
    }
    for (const resolve of written) resolve();
    this.#succeeded();
  }

  #failed(reason: string): void {
    if (!this.#disposed)
      this.#retry ??= setTimeout(
        () => {
          this.#retry = undefined;
          void this.#begin();
        },
        RETRIES[Math.min(this.#retries++, RETRIES.length - 1)],
      );
    // Told once: the next reasons may differ in the names of temporary files alone.
    if (this.#problem !== undefined) return;
    this.#problem = reason;
    this.#logger.error(`The reading log cannot be written: ${reason}`);
    this.#problemChanged.fire(reason);
  }

  #succeeded(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#retries = 0;
    if (this.#problem === undefined) return;
    this.#problem = undefined;
    this.#logger.info('The reading log is written again.');
    this.#problemChanged.fire(undefined);
  }
}
