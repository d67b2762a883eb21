/**
 * A queue of files to process. A file that is added several times while it waits is processed once. A few files are
 * processed in parallel, but never the same one twice. Errors are reported, and do not hold up the rest.
 */
export class Queue {
  readonly #workers: number;
  readonly #work: (uri: string) => Promise<void>;
  readonly #onError: (uri: string, error: unknown) => void;
  readonly #waiting = new Set<string>();
  readonly #active = new Set<string>();
  /** Files that were added again while they were processed: the result may be out of date. */
  readonly #requeued = new Set<string>();
  readonly #idleCallbacks: (() => void)[] = [];
  /** The waiting files in reverse order: repeatedly removing the first element of a set becomes slow. */
  #stack: string[] = [];
  #working = 0;
  #closed = false;

  constructor(
    workers: number,
    work: (uri: string) => Promise<void>,
    onError: (uri: string, error: unknown) => void,
  ) {
    this.#workers = workers;
    this.#work = work;
    this.#onError = onError;
  }

  /** The number of waiting files. */
  get length(): number {
    return this.#waiting.size + this.#requeued.size;
  }

  add(uri: string): void {
    if (this.#closed) return;
    if (this.#active.has(uri)) {
      this.#requeued.add(uri);
      return;
    }
    this.#waiting.add(uri);
    if (this.#working < this.#workers) void this.#run();
  }

  /** Resolves when the queue is empty and no work is running. */
  drained(): Promise<void> {
    if (this.#working === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idleCallbacks.push(resolve));
  }

  close(): void {
    this.#closed = true;
    this.#waiting.clear();
    this.#requeued.clear();
    this.#stack = [];
  }

  async #run(): Promise<void> {
    this.#working++;
    for (let uri = this.#next(); uri !== undefined; uri = this.#next()) {
      this.#active.add(uri);
      try {
        await this.#work(uri);
      } catch (error) {
        this.#onError(uri, error);
      }
      this.#active.delete(uri);
      if (this.#requeued.delete(uri)) this.#waiting.add(uri);
    }
    this.#working--;
    if (this.#working === 0) for (const resolve of this.#idleCallbacks.splice(0)) resolve();
  }

  #next(): string | undefined {
    if (this.#stack.length === 0) this.#stack = [...this.#waiting].reverse();
    const uri = this.#stack.pop();
    if (uri !== undefined) this.#waiting.delete(uri);
    return uri;
  }
}
