/** Timers and a clock that a test moves by hand, in place of the real ones until `restore` is called. */
export class HandTimers {
  readonly #real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  readonly #waiting = new Map<number, { readonly at: number; readonly ring: () => void }>();
  #now = 0;
  #last = 0;

  constructor() {
    Object.assign(globalThis, {
      setTimeout: (ring: () => void, ms = 0) => {
        this.#waiting.set(++this.#last, { at: this.#now + ms, ring });
        return this.#last;
      },
      clearTimeout: (id: number) => this.#waiting.delete(id),
    });
    // By the real one work on a busy machine would wait for a timer that nobody moves.
    Object.assign(performance, { now: () => this.#now });
  }

  /** Lets time go on, and all that came by it be done. */
  async pass(ms: number): Promise<void> {
    await ticks();
    this.#now += ms;
    for (const [id, { at, ring }] of [...this.#waiting].sort(([, a], [, b]) => a.at - b.at)) {
      if (at > this.#now || !this.#waiting.delete(id)) continue;
      ring();
      await ticks();
    }
  }

  restore(): void {
    Object.assign(globalThis, this.#real);
    Reflect.deleteProperty(performance, 'now');
  }
}

/** Longer than what needs no timer takes, also where it lets others have their turn meanwhile. */
export async function ticks(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    for (let i = 0; i < 100; i++) await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
