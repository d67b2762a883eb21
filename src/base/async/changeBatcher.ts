/** How long changes are gathered into one batch, in ms: `SOON`, but up to `LATER` after a batch of `BULK` or more. */
const SOON = 25;
const LATER = 500;
const BULK = 20;

/** Gathers the URIs of changes, and reports them in batches. */
export class ChangeBatcher {
  readonly #tell: (uris: ReadonlySet<string>) => void;
  #uris = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  /** The size of the last batch, and when it was reported. */
  #last = { count: 0, at: -Infinity };

  constructor(tell: (uris: ReadonlySet<string>) => void) {
    this.#tell = tell;
  }

  /** Without a URI, listeners are notified even if no URI changes: that a look has ended is news by itself. */
  add(uri?: string): void {
    if (this.#closed) return;
    if (uri !== undefined) this.#uris.add(uri);
    this.#timer ??= setTimeout(() => {
      this.flush();
    }, this.#delay());
  }

  /** Reports now what has been gathered, if anything has. */
  flush(): void {
    if (this.#timer === undefined || this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const uris = this.#uris;
    this.#uris = new Set();
    this.#last = { count: uris.size, at: performance.now() };
    this.#tell(uris);
  }

  dispose(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #delay(): number {
    const { count, at } = this.#last;
    return count >= BULK ? Math.max(SOON, LATER - (performance.now() - at)) : SOON;
  }
}
