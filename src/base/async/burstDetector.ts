/** More events than this, less than a quiet time (in ms) apart, are a storm. */
const MANY = 50;
const QUIET = 1000;

/** Watches for events that come in masses: of so many, some may not have been told. */
export class BurstDetector {
  readonly #over: () => void;
  #events = 0;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  /** `over`: a storm has ended. */
  constructor(over: () => void) {
    this.#over = over;
  }

  hear(): void {
    this.#events++;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      const stormed = this.#events > MANY;
      this.#events = 0;
      if (stormed) this.#over();
    }, QUIET);
  }

  dispose(): void {
    clearTimeout(this.#quiet);
  }
}
