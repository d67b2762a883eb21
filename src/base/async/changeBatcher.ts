/** The batch window, in ms: `SOON`, or up to `LATER` after a batch of `BULK` changes or more. */
const SOON = 25;
const LATER = 500;
const BULK = 20;

/** Collects the URIs of changes, and reports them in batches. */
export class ChangeBatcher {
  readonly #report: (uris: ReadonlySet<string>) => void;
  #uris = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  /** The size of the last batch, and when it was reported. */
  #last = { count: 0, at: -Infinity };

  constructor(report: (uris: ReadonlySet<string>) => void) {
    this.#report = report;
  }

  /** Without a URI, `report` is called even if nothing changed: the end of a scan is an event in itself. */
  add(uri?: string): void {
    if (this.#closed) return;
    if (uri !== undefined) this.#uris.add(uri);
    this.#timer ??= setTimeout(() => {
      this.flush();
    }, this.#delay());
  }

  /** Reports the collected changes now, if there are any. */
  flush(): void {
    if (this.#timer === undefined || this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const uris = this.#uris;
    this.#uris = new Set();
    this.#last = { count: uris.size, at: performance.now() };
    this.#report(uris);
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
