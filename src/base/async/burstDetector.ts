/** More than `MAX_EVENTS` events, each less than `QUIET` ms after the previous one, are a burst. */
const MAX_EVENTS = 50;
const QUIET = 1000;

/** Detects bursts of file events, in which the file watcher may drop some. */
export class BurstDetector {
  readonly #onBurstEnd: () => void;
  #events = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onBurstEnd`: called when a burst has ended. */
  constructor(onBurstEnd: () => void) {
    this.#onBurstEnd = onBurstEnd;
  }

  add(): void {
    this.#events++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const isBurst = this.#events > MAX_EVENTS;
      this.#events = 0;
      if (isBurst) this.#onBurstEnd();
    }, QUIET);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
