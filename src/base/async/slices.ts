/** How long work may go on before it yields to other tasks, in ms. */
const SLICE = 8;

/** Runs a callback after the tasks that wait already. A timer would wait for at least 1 ms in Node, 4 in a browser. */
const afterOthers =
  (globalThis as { readonly setImmediate?: (then: () => void) => unknown }).setImmediate ?? byMessages();

/** The fallback where there is no `setImmediate`: a message is delivered after the tasks that wait already. */
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
  #begun = performance.now();
  #going = false;

  /** Resolves when one more piece may run, now or after other tasks; it has to start at once. */
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

  /** Resolves one turn at a time: only after its piece is done is it known whether there is time for the next. */
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
