/** The grace period for an emptied file, in ms: many programs truncate a file and then write it. */
const GRACE_PERIOD = 300;

/** Handles files that were found empty: each may be in the middle of a save, and is rechecked a moment later. */
export class EmptyFileGrace {
  readonly #recheck: (uri: string) => void;
  /** By URI: a timer while the file waits, undefined once it has waited. */
  readonly #timers = new Map<string, ReturnType<typeof setTimeout> | undefined>();

  constructor(recheck: (uri: string) => void) {
    this.#recheck = recheck;
  }

  /** Whether a file has been empty for long enough to count as empty; if not, it will be rechecked. */
  hasWaited(uri: string): boolean {
    if (this.#timers.has(uri)) return this.#timers.get(uri) === undefined;
    const timer = setTimeout(() => {
      this.#timers.set(uri, undefined);
      this.#recheck(uri);
    }, GRACE_PERIOD);
    this.#timers.set(uri, timer);
    return false;
  }

  /** If the file was found empty, waits long enough for a save to end. */
  async wait(uri: string): Promise<void> {
    if (this.#timers.has(uri)) await new Promise((resolve) => setTimeout(resolve, GRACE_PERIOD));
  }

  /** To be called if the file has content again, or no longer exists. */
  forget(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
