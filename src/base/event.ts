export interface Disposable {
  dispose(): void;
}

/** The same shape as VS Code's `Event`, so that either kind can be used for the other. */
export type Event<T> = (listener: (value: T) => unknown) => Disposable;

/** Fires a value to the listeners of that moment. If one throws, the others are called all the same. */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event: Event<T> = (listener) => {
    // A separate wrapper for each: the same function may listen twice.
    const own = (value: T) => listener(value);
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  };

  /** Throws the first error of a listener, after all of them have been called. */
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
