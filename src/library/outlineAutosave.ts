/**
 * How long after a change the outlines are saved, in ms, so that a first read of all files that is interrupted is not
 * lost. The wait is at least `SAVE_RATIO` times as long as the last save took.
 */
const SAVE_DELAY = 3000;
const SAVE_RATIO = 10;

/** Saves the outlines of a folder some time after they have changed. */
export class OutlineAutosave {
  readonly #save: (root: string) => Promise<void>;
  readonly #changed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = SAVE_DELAY;
  /** The last save: saves run one after the other, so that the latest outlines win. */
  #kept = Promise.resolve();

  constructor(save: (root: string) => Promise<void>) {
    this.#save = save;
  }

  changed(root: string): void {
    this.#changed.add(root);
    this.#timer ??= setTimeout(() => void this.keep(), this.#wait);
  }

  /** Saves the changed folders now. */
  keep(): Promise<void> {
    this.#stop();
    this.#kept = this.#kept.then(async () => {
      const begun = performance.now();
      // Folders that change meanwhile are saved next time.
      const roots = [...this.#changed];
      this.#changed.clear();
      for (const root of roots) await this.#save(root);
      this.#wait = Math.max(SAVE_DELAY, (performance.now() - begun) * SAVE_RATIO);
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
