import { Sequencer } from '../base/async/sequencer.ts';

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
  /** So that the latest outlines win. */
  readonly #saves = new Sequencer();

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
    return this.#saves.queue(async () => {
      const start = performance.now();
      // Folders that change in the meantime are saved next time.
      const roots = [...this.#changed];
      this.#changed.clear();
      for (const root of roots) await this.#save(root);
      this.#delay = Math.max(SAVE_DELAY, (performance.now() - start) * SAVE_RATIO);
    });
  }

  dispose(): void {
    this.#cancelTimer();
  }

  #cancelTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
