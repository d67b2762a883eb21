import { LruCache } from '../base/collections/lruCache.ts';
import type { OpenedBriefing } from './entry.ts';

/** How many whole briefings are kept in memory. */
const MAX_KEPT = 12;

/** A pending request for a whole briefing: how many callers wait, and whether it is to be kept afterwards. */
interface PendingOpen {
  waiting: number;
  isKept: boolean;
  opened?: OpenedBriefing;
}

/** The whole briefings in memory: the few that were used last, and those that callers wait for. */
export class OpenedBriefings {
  readonly #kept = new LruCache<OpenedBriefing>(MAX_KEPT);
  readonly #pending = new Map<string, PendingOpen>();

  get(uri: string): OpenedBriefing | undefined {
    return this.#kept.get(uri);
  }

  /** Whether a caller waits for this file: it has to be read even if its version is known. */
  isWanted(uri: string): boolean {
    return this.#pending.has(uri);
  }

  /** Returns the briefing that `read` brings, even if many others have meanwhile evicted it from the cache. */
  async from(read: () => Promise<void>, uri: string, isKept: boolean): Promise<OpenedBriefing | undefined> {
    const wish = this.#pending.get(uri) ?? { waiting: 0, isKept };
    this.#pending.set(uri, wish);
    wish.waiting++;
    wish.isKept ||= isKept;
    await read();
    if (--wish.waiting === 0) this.#pending.delete(uri);
    return this.#kept.get(uri) ?? wish.opened;
  }

  /** Takes in a file that was read. `isSame`: its words are the same, so a kept object stays, and nobody redraws it. */
  take(uri: string, opened: OpenedBriefing, isSame: boolean): void {
    const wish = this.#pending.get(uri);
    if (this.#kept.has(uri) ? !isSame : wish?.isKept) this.#kept.set(uri, opened);
    if (wish) wish.opened = opened;
  }

  delete(uri: string): void {
    this.#kept.delete(uri);
    delete this.#pending.get(uri)?.opened;
  }
}
