/**
 * Runs one job at a time for each key. All calls that come while a job runs share the next run, which starts when the
 * job has ended, so that it sees the changes that led to the calls. Jobs of different keys run in parallel.
 */
export class SharedRuns<T> {
  readonly #patience: number;
  readonly #running = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Promise<T>>();

  /** `patience`: in ms; a job that takes longer no longer holds up the next one, as it may never end. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** Of the calls that share a run, the first one's `job` is run. Rejects if it does. */
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
      const timer = setTimeout(resolve, this.#patience);
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
