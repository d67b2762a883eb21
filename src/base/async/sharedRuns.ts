/**
 * Runs one job at a time for each key. All calls made while a job runs share the next run, which starts when the job
 * has ended and so sees the changes that led to the calls. Jobs of different keys run in parallel.
 */
export class SharedRuns<T> {
  readonly #timeout: number;
  readonly #running = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Promise<T>>();

  /** `timeout`: in ms. A job that takes longer may never end, and no longer holds up the next one. */
  constructor(timeout: number) {
    this.#timeout = timeout;
  }

  /** If several calls share a run, the first one's `job` is run. Rejects if the job does. */
  run(key: string, job: () => Promise<T>): Promise<T> {
    const next = this.#next.get(key);
    if (next) return next;
    const running = this.#running.get(key);
    if (!running) return this.#start(key, job);
    const queued = running.then(() => {
      this.#next.delete(key);
      return this.#start(key, job);
    });
    this.#next.set(key, queued);
    return queued;
  }

  #start(key: string, job: () => Promise<T>): Promise<T> {
    const run = job();
    const over = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#timeout);
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      run.then(end, end);
    }).then(() => {
      this.#running.delete(key);
    });
    this.#running.set(key, over);
    return run;
  }
}
