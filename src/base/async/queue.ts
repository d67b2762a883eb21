/**
 * A queue of files to look at. A file that is added several times is looked at once; a few files are looked at in
 * parallel, but never the same one twice. Work that fails is reported, and does not hold up the rest.
 */
export class Queue {
  readonly #workers: number;
  readonly #work: (uri: string) => Promise<void>;
  readonly #failed: (uri: string, error: unknown) => void;
  readonly #waiting = new Set<string>();
  readonly #inWork = new Set<string>();
  /** Files that were added again while they were looked at: what was seen of them may be out of date. */
  readonly #again = new Set<string>();
  readonly #idle: (() => void)[] = [];
  /** The waiting files in reverse order: taking one from the front of a set again and again becomes slow. */
  #order: string[] = [];
  #working = 0;
  #closed = false;

  constructor(
    workers: number,
    work: (uri: string) => Promise<void>,
    failed: (uri: string, error: unknown) => void,
  ) {
    this.#workers = workers;
    this.#work = work;
    this.#failed = failed;
  }

  /** The number of waiting files. */
  get length(): number {
    return this.#waiting.size + this.#again.size;
  }

  add(uri: string): void {
    if (this.#closed) return;
    if (this.#inWork.has(uri)) {
      this.#again.add(uri);
      return;
    }
    this.#waiting.add(uri);
    if (this.#working < this.#workers) void this.#run();
  }

  /** Resolves when the queue is empty and no work is running. */
  drained(): Promise<void> {
    if (this.#working === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  close(): void {
    this.#closed = true;
    this.#waiting.clear();
    this.#again.clear();
    this.#order = [];
  }

  async #run(): Promise<void> {
    this.#working++;
    for (let uri = this.#next(); uri !== undefined; uri = this.#next()) {
      this.#inWork.add(uri);
      try {
        await this.#work(uri);
      } catch (error) {
        this.#failed(uri, error);
      }
      this.#inWork.delete(uri);
      if (this.#again.delete(uri)) this.#waiting.add(uri);
    }
    this.#working--;
    if (this.#working === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }

  #next(): string | undefined {
    if (this.#order.length === 0) this.#order = [...this.#waiting].reverse();
    const uri = this.#order.pop();
    if (uri !== undefined) this.#waiting.delete(uri);
    return uri;
  }
}
