/** Changes this close together (in ms) are told as one: a few at once soon, many twice a second. */
const SOON = 25;
const LATER = 500;
const MANY = 20;

/** Gathers what has changed, and tells of it in one go. */
export class ChangeBatcher {
  readonly #tell: (uris: ReadonlySet<string>) => void;
  #uris = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  /** How many were told last, and when that was. */
  #last = { count: 0, at: -Infinity };

  constructor(tell: (uris: ReadonlySet<string>) => void) {
    this.#tell = tell;
  }

  /** Without a URI: it is news that something was looked at. */
  add(uri?: string): void {
    if (this.#closed) return;
    if (uri !== undefined) this.#uris.add(uri);
    this.#timer ??= setTimeout(() => {
      this.flush();
    }, this.#delay());
  }

  /** Tells now of what is gathered, if anything is. */
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
    return count >= MANY ? Math.max(SOON, LATER - (performance.now() - at)) : SOON;
  }
}
