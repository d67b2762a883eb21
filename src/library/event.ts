export interface Disposable {
  dispose(): void;
}

/** Has the shape of VS Code's `Event`, so that either side can listen to the other. */
export type Event<T> = (listener: (value: T) => unknown) => Disposable;

/** Fires a value to whoever listens at that moment. */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event: Event<T> = (listener) => {
    // A wrapper of its own: the same function may listen twice.
    const own = (value: T) => listener(value);
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
