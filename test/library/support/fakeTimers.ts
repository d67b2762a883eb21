/** Timers and a clock that the test advances, in place of the real ones until `restore` is called. */
export class FakeTimers {
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
    // With the real clock, work on a busy machine would wait for a timer that nobody advances.
    Object.assign(performance, { now: () => this.#now });
  }

  /** Advances the time, and waits until everything that is due has run. */
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

/** Takes longer than any work without timers, even if that pauses between slices. */
export async function ticks(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    for (let i = 0; i < 100; i++) await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
