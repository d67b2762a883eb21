export interface Disposable {
  dispose(): void;
}

/** The same shape as VS Code's `Event`, so that the two are interchangeable. */
export type Event<T> = (listener: (value: T) => unknown) => Disposable;

/** Fires a value to the current listeners. If one throws, the others are called anyway. */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event: Event<T> = (listener) => {
    // A wrapper for each, because the same function may listen twice.
    const wrapper = (value: T) => listener(value);
    this.#listeners.add(wrapper);
    return { dispose: () => this.#listeners.delete(wrapper) };
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
