/** More than `MAX_EVENTS` events, each less than `QUIET` ms after the one before, are a storm. */
const MAX_EVENTS = 50;
const QUIET = 1000;

/** Detects storms of file events: in a storm, the file watcher may drop some events. */
export class BurstDetector {
  readonly #over: () => void;
  #events = 0;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  /** `over`: called when a storm has ended. */
  constructor(over: () => void) {
    this.#over = over;
  }

  hear(): void {
    this.#events++;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      const stormed = this.#events > MAX_EVENTS;
      this.#events = 0;
      if (stormed) this.#over();
    }, QUIET);
  }

  dispose(): void {
    clearTimeout(this.#quiet);
  }
}
