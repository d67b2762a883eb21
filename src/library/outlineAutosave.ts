/**
 * The delay before changed outlines are saved, in ms, so that an interrupted first scan is not lost. It is at least
 * `SAVE_RATIO` times as long as the last save took.
 */
const SAVE_DELAY = 3000;
const SAVE_RATIO = 10;

/** Saves the outlines of a folder some time after they changed. */
export class OutlineAutosave {
  readonly #save: (root: string) => Promise<void>;
  readonly #changed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #delay = SAVE_DELAY;
  /** Saves run one after the other, so that the latest outlines win. */
  #lastSave = Promise.resolve();

  constructor(save: (root: string) => Promise<void>) {
    this.#save = save;
  }

  markChanged(root: string): void {
    this.#changed.add(root);
    this.#timer ??= setTimeout(() => void this.saveNow(), this.#delay);
  }

  /** Saves the changed folders now. */
  saveNow(): Promise<void> {
    this.#cancelTimer();
    this.#lastSave = this.#lastSave.then(async () => {
      const start = performance.now();
      // Folders that change in the meantime are saved next time.
      const roots = [...this.#changed];
      this.#changed.clear();
      for (const root of roots) await this.#save(root);
      this.#delay = Math.max(SAVE_DELAY, (performance.now() - start) * SAVE_RATIO);
    });
    return this.#lastSave;
  }

  dispose(): void {
    this.#cancelTimer();
  }

  #cancelTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
