/** How long work may run before it yields to other tasks, in ms. */
const SLICE = 8;

/** Runs a callback after the tasks that are already queued. A timer waits for at least 1 ms in Node, 4 in a browser. */
const afterOthers =
  (globalThis as { readonly setImmediate?: (then: () => void) => unknown }).setImmediate ?? byMessages();

/** The fallback if there is no `setImmediate`: a message is delivered after the tasks that are already queued. */
function byMessages(): (then: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (then) => {
    waiting.push(then);
    port2.postMessage(undefined);
  };
}

/** Divides long work into short pieces, so that the extension host stays responsive. */
export class Slices {
  readonly #waiting: (() => void)[] = [];
  #sliceStart = performance.now();
  #isRunning = false;

  /** Resolves when one more piece may run, now or after other tasks. The caller has to start it at once. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#isRunning) return;
      this.#isRunning = true;
      queueMicrotask(() => {
        this.#runNext();
      });
    });
  }

  /** Resolves one turn at a time: whether there is time for the next is known only after its piece is done. */
  #runNext(): void {
    if (performance.now() - this.#sliceStart > SLICE) {
      afterOthers(() => {
        this.#sliceStart = performance.now();
        this.#runNext();
      });
      return;
    }
    const next = this.#waiting.shift();
    this.#isRunning = next !== undefined;
    if (!next) return;
    next();
    queueMicrotask(() => {
      this.#runNext();
    });
  }
}
