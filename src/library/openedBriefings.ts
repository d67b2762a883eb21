import { LruCache } from '../base/collections/lruCache.ts';
import type { OpenedBriefing } from './entry.ts';

/** How many briefings are kept whole: those that are looked at. */
const KEPT = 12;

/** Somebody waits for a briefing. */
interface Wish {
  waiting: number;
  isKept: boolean;
  opened?: OpenedBriefing;
}

/** The briefings that are there whole: the few that were looked at last, and those that somebody waits for. */
export class OpenedBriefings {
  readonly #kept = new LruCache<OpenedBriefing>(KEPT);
  readonly #wishes = new Map<string, Wish>();

  get(uri: string): OpenedBriefing | undefined {
    return this.#kept.get(uri);
  }

  /** What is read of such a file is read whole, also of a version that is known. */
  isWanted(uri: string): boolean {
    return this.#wishes.has(uri);
  }

  /** The briefing that a reading of its file brings, even where many that are read meanwhile have taken its place. */
  async from(read: () => Promise<void>, uri: string, isKept: boolean): Promise<OpenedBriefing | undefined> {
    const wish = this.#wishes.get(uri) ?? { waiting: 0, isKept };
    this.#wishes.set(uri, wish);
    wish.waiting++;
    wish.isKept ||= isKept;
    await read();
    if (--wish.waiting === 0) this.#wishes.delete(uri);
    return this.#kept.get(uri) ?? wish.opened;
  }

  /** A file was read. `isSame`: it has the same words, which stay the same briefing: whoever shows it has nothing to do. */
  take(uri: string, opened: OpenedBriefing, isSame: boolean): void {
    const wish = this.#wishes.get(uri);
    if (this.#kept.has(uri) ? !isSame : wish?.isKept) this.#kept.set(uri, opened);
    if (wish) wish.opened = opened;
  }

  delete(uri: string): void {
    this.#kept.delete(uri);
    delete this.#wishes.get(uri)?.opened;
  }
}
