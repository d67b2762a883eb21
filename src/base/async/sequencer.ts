/** Runs tasks one after the other, in the order in which they are queued. A task that fails does not stop the next one. */
export class Sequencer {
  #last: Promise<unknown> = Promise.resolve();

  /** Resolves or rejects as the task does. */
  queue<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#last.then(task);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
