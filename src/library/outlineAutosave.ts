/**
 * How long after a change the outlines are kept, in ms: a first reading that is stopped half-way has those until then.
 * Of the time, a tenth at most goes into it.
 */
const KEEP = 3000;
const SHARE = 10;

/** Keeps the outlines of a folder some time after they have changed. */
export class OutlineAutosave {
  readonly #save: (root: string) => Promise<void>;
  readonly #changed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = KEEP;
  /** One time after the other: the last ones stay. */
  #kept = Promise.resolve();

  constructor(save: (root: string) => Promise<void>) {
    this.#save = save;
  }

  changed(root: string): void {
    this.#changed.add(root);
    this.#timer ??= setTimeout(() => void this.keep(), this.#wait);
  }

  /** Now. */
  keep(): Promise<void> {
    this.#stop();
    this.#kept = this.#kept.then(async () => {
      const begun = performance.now();
      // Not those that change meanwhile: their time comes.
      const roots = [...this.#changed];
      this.#changed.clear();
      for (const root of roots) await this.#save(root);
      this.#wait = Math.max(KEEP, (performance.now() - begun) * SHARE);
    });
    return this.#kept;
  }

  dispose(): void {
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
