/**
 * Runs the same job by turns for each key: who asks while one runs shares the next one, which begins when that has
 * ended and so sees what led to the asking. Jobs of other keys run beside it.
 */
export class SharedRuns<T> {
  readonly #patience: number;
  readonly #running = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Promise<T>>();

  /** `patience`: a job that takes longer, in ms, holds up no other one: it may never end. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** The job that is run is that of who has asked first. Rejects as it does. */
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
