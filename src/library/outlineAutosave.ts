import type { KnownOutline, OutlineCache } from './outlineCache.ts';

/**
 * How long after a change the outlines are kept, in ms: a first reading that is stopped half-way has those until then.
 * Of the time, a tenth at most goes into it.
 */
const KEEP = 3000;
const SHARE = 10;

/** Keeps the outlines of a folder some time after they have changed. */
export class OutlineAutosave {
  readonly #cache: OutlineCache;
  readonly #outlinesIn: (root: string) => Iterable<readonly [string, KnownOutline]>;
  readonly #changed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = KEEP;
  /** One time after the other: the last ones stay. */
  #kept = Promise.resolve();

  constructor(cache: OutlineCache, outlinesIn: (root: string) => Iterable<readonly [string, KnownOutline]>) {
    this.#cache = cache;
    this.#outlinesIn = outlinesIn;
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
      for (const root of roots) await this.#cache.save(root, this.#outlinesIn(root));
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
