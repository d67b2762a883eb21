/**
 * Files that wait to be looked at, each once however often it is named; a few at a time, but none twice at once. Work
 * that fails is told of, and holds up nothing else.
 */
export class Queue {
  readonly #workers: number;
  readonly #work: (uri: string) => Promise<void>;
  readonly #failed: (uri: string, error: unknown) => void;
  readonly #waiting = new Set<string>();
  readonly #inWork = new Set<string>();
  /** Named again while they were looked at: what was seen of them may be old. */
  readonly #again = new Set<string>();
  readonly #idle: (() => void)[] = [];
  /** Those that wait, the first last: what has been taken from a set's front slows down what comes next. */
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

  /** How many wait. */
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

  /** When all that was added until now has been looked at. */
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
