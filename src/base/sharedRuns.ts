/**
 * Runs the same job by turns for each key: who asks while one runs shares the next one, which begins when that has
 * ended and so sees what led to the asking. Jobs of other keys run beside it.
 */
export class SharedRuns<T> {
  readonly #running = new Map<string, Promise<T>>();
  readonly #next = new Map<string, Promise<T>>();

  /** The job that is run is that of who has asked first. Rejects as it does. */
  run(key: string, job: () => Promise<T>): Promise<T> {
    const next = this.#next.get(key);
    if (next) return next;
    const running = this.#running.get(key);
    if (!running) return this.#start(key, job);
    const begin = () => {
      this.#next.delete(key);
      return this.#start(key, job);
    };
    const queued = running.then(begin, begin);
    this.#next.set(key, queued);
    return queued;
  }

  #start(key: string, job: () => Promise<T>): Promise<T> {
    const run = job().finally(() => this.#running.delete(key));
    this.#running.set(key, run);
    return run;
  }
}
