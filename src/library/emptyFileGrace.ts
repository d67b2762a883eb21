/** How long a file that was emptied may take to be written again, in ms: many programs save in two steps. */
const REWRITE = 300;

/** Files that were found empty, and may be in the middle of being saved: each is looked at again before it is believed. */
export class EmptyFileGrace {
  readonly #lookAgain: (uri: string) => void;
  /** A timer while a file waits, undefined once it has waited. */
  readonly #files = new Map<string, ReturnType<typeof setTimeout> | undefined>();

  constructor(lookAgain: (uri: string) => void) {
    this.#lookAgain = lookAgain;
  }

  /** Whether a file that is empty has been so for long enough; if not, it is looked at again when that is over. */
  hasWaited(uri: string): boolean {
    if (this.#files.has(uri)) return this.#files.get(uri) === undefined;
    const timer = setTimeout(() => {
      this.#files.set(uri, undefined);
      this.#lookAgain(uri);
    }, REWRITE);
    this.#files.set(uri, timer);
    return false;
  }

  /** Waits as long as a file may take that is in the middle of being saved; for others, not at all. */
  async wait(uri: string): Promise<void> {
    if (this.#files.has(uri)) await new Promise((resolve) => setTimeout(resolve, REWRITE));
  }

  /** It was written again, or is gone. */
  forget(uri: string): void {
    clearTimeout(this.#files.get(uri));
    this.#files.delete(uri);
  }

  dispose(): void {
    for (const timer of this.#files.values()) clearTimeout(timer);
    this.#files.clear();
  }
}
