export interface Disposable {
  dispose(): void;
}

/** Has the shape of VS Code's `Event`, so that either side can listen to the other. */
export type Event<T> = (listener: (value: T) => unknown) => Disposable;

/** Fires a value to whoever listens at that moment. A listener that throws keeps it from no other. */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event: Event<T> = (listener) => {
    // A wrapper of its own: the same function may listen twice.
    const own = (value: T) => listener(value);
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  };

  /** Throws, when all have heard it, what the first of them threw. */
  fire(value: T): void {
    const errors: unknown[] = [];
    for (const listener of [...this.#listeners])
      try {
        listener(value);
      } catch (error) {
        errors.push(error);
      }
    if (errors.length > 0) throw errors[0];
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
