/** How long work may go on before whoever else waits has a turn, in ms. */
const SLICE = 8;

/** Parts long work into short pieces, so that the extension host keeps answering. */
export class Slices {
  readonly #waiting: (() => void)[] = [];
  #begun = performance.now();
  #going = false;

  /** Resolves when there is time for one more piece, which has to begin at once: now, or after others had their turn. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#going) return;
      this.#going = true;
      queueMicrotask(() => {
        this.#go();
      });
    });
  }

  /** Lets one in after the other: only when the piece of one is done is it known whether there is time for the next. */
  #go(): void {
    if (performance.now() - this.#begun > SLICE) {
      setTimeout(() => {
        this.#begun = performance.now();
        this.#go();
      }, 0);
      return;
    }
    const next = this.#waiting.shift();
    this.#going = next !== undefined;
    if (!next) return;
    next();
    queueMicrotask(() => {
      this.#go();
    });
  }
}
