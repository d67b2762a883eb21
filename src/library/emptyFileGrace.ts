/** How long after a file is emptied it may be written again, in ms: many programs save in two steps. */
const REWRITE = 300;

/** Handles files that were found empty: each may be in the middle of a save, and is looked at again a moment later. */
export class EmptyFileGrace {
  readonly #lookAgain: (uri: string) => void;
  /** By URI: a timer while the file waits, undefined once it has waited. */
  readonly #files = new Map<string, ReturnType<typeof setTimeout> | undefined>();

  constructor(lookAgain: (uri: string) => void) {
    this.#lookAgain = lookAgain;
  }

  /** Whether a file has been empty for long enough to be taken as empty; if not, it will be looked at again. */
  hasWaited(uri: string): boolean {
    if (this.#files.has(uri)) return this.#files.get(uri) === undefined;
    const timer = setTimeout(() => {
      this.#files.set(uri, undefined);
      this.#lookAgain(uri);
    }, REWRITE);
    this.#files.set(uri, timer);
    return false;
  }

  /** Waits long enough for a save to end if the file was found empty; otherwise does not wait. */
  async wait(uri: string): Promise<void> {
    if (this.#files.has(uri)) await new Promise((resolve) => setTimeout(resolve, REWRITE));
  }

  /** To be called when the file has content again, or is gone. */
  forget(uri: string): void {
    clearTimeout(this.#files.get(uri));
    this.#files.delete(uri);
  }

  dispose(): void {
    for (const timer of this.#files.values()) clearTimeout(timer);
    this.#files.clear();
  }
}
