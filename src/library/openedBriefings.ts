import { LruCache } from '../base/collections/lruCache.ts';
import type { OpenedBriefing } from './entry.ts';

/** The number of whole briefings that are kept in memory. */
const MAX_KEPT = 12;

/** A pending request for a whole briefing: the number of waiting callers, and whether to keep it afterwards. */
interface PendingOpen {
  waiting: number;
  isKept: boolean;
  opened?: OpenedBriefing;
}

/** The whole briefings in memory: the few that were used last, and those for which callers wait. */
export class OpenedBriefings {
  readonly #kept = new LruCache<OpenedBriefing>(MAX_KEPT);
  readonly #pending = new Map<string, PendingOpen>();

  get(uri: string): OpenedBriefing | undefined {
    return this.#kept.get(uri);
  }

  /** Whether a caller waits for this file: then it has to be read even if its version is known. */
  isWanted(uri: string): boolean {
    return this.#pending.has(uri);
  }

  /** Returns the briefing that `read` loads, even if others have evicted it from the cache in the meantime. */
  async readFor(
    read: () => Promise<void>,
    uri: string,
    isKept: boolean,
  ): Promise<OpenedBriefing | undefined> {
    const pending = this.#pending.get(uri) ?? { waiting: 0, isKept };
    this.#pending.set(uri, pending);
    pending.waiting++;
    pending.isKept ||= isKept;
    await read();
    if (--pending.waiting === 0) this.#pending.delete(uri);
    return this.#kept.get(uri) ?? pending.opened;
  }

  /** Updates a file that was read. `isUnchanged`: the kept object stays, so that nothing is redrawn. */
  update(uri: string, opened: OpenedBriefing, isUnchanged: boolean): void {
    const pending = this.#pending.get(uri);
    if (this.#kept.has(uri) ? !isUnchanged : pending?.isKept) this.#kept.set(uri, opened);
    if (pending) pending.opened = opened;
  }

  delete(uri: string): void {
    this.#kept.delete(uri);
    delete this.#pending.get(uri)?.opened;
  }
}
