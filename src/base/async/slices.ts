/** How long work may go on before whoever else waits has a turn, in ms. */
const SLICE = 8;

/** Runs something when whoever waits has had a turn: a timer would let it wait for 1 ms in Node, for 4 in a browser. */
const afterOthers =
  (globalThis as { readonly setImmediate?: (then: () => void) => unknown }).setImmediate ?? byMessages();

/** Where there is no `setImmediate`: a message comes behind those that are under way. */
function byMessages(): (then: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (then) => {
    waiting.push(then);
    port2.postMessage(undefined);
  };
}

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
      afterOthers(() => {
        this.#begun = performance.now();
        this.#go();
      });
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
