import { type Disposable, Emitter } from '../../base/event.ts';
import type { Logger } from '../ports.ts';

/** The delays before a failed write is retried, in ms; the last one is repeated. */
const RETRIES = [1000, 5000, 30_000];

/**
 * Writes changes, one write at a time; changes during a write are in the next one. A failed write is retried until it
 * succeeds, and its callers wait until then.
 */
export class Saver implements Disposable {
  readonly #write: () => Promise<unknown>;
  readonly #logger: Logger;
  readonly #problemChanged = new Emitter<string | undefined>();
  #waiting: (() => void)[] = [];
  #saved: Promise<void> = Promise.resolve();
  /** The current series of writes, and whether one more write was requested. */
  #running: Promise<void> | undefined;
  #isRequested = false;
  #delay: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #retries = 0;
  #problem: string | undefined;
  #disposed = false;

  /** `write`: writes all changes made before it is called. */
  constructor(write: () => Promise<unknown>, logger: Logger) {
    this.#write = write;
    this.#logger = logger;
  }

  /** Why the last write failed; undefined if it succeeded. */
  get problem(): string | undefined {
    return this.#problem;
  }

  get onDidChangeProblem() {
    return this.#problemChanged.event;
  }

  /** Resolves when all changes so far are written. */
  get saved(): Promise<void> {
    return this.#saved;
  }

  /** To be called after a change. Resolves when it is written; writing starts within `delay` ms. */
  save(delay = 0): Promise<void> {
    this.#saved = new Promise((resolve) => this.#waiting.push(resolve));
    if (delay === 0) void this.#start();
    else this.#delay ??= setTimeout(() => void this.#start(), delay);
    return this.#saved;
  }

  /** Writes pending changes now. Resolves when that has succeeded or failed. */
  async flush(): Promise<void> {
    await (this.#waiting.length > 0 ? this.#start() : this.#running);
  }

  /** Cancels delayed writes and retries; a write that is running goes on. */
  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#delay);
    clearTimeout(this.#retry);
    this.#problemChanged.dispose();
  }

  #start(): Promise<void> {
    this.#isRequested = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  async #run(): Promise<void> {
    // Changes of the same synchronous call are written together.
    await Promise.resolve();
    try {
      while (this.#isRequested) {
        this.#isRequested = false;
        await this.#attempt().catch((error: unknown) => {
          // A listener of the problem has thrown. Later changes are still written.
          this.#logger.error(`The reading log failed: ${String(error)}`);
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
          void this.#start();
        },
        RETRIES[Math.min(this.#retries++, RETRIES.length - 1)],
      );
    // Reported once: later reasons may differ only in the names of temporary files.
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
    this.#logger.info('The reading log can be written again.');
    this.#problemChanged.fire(undefined);
  }
}
