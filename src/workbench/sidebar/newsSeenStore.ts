import type * as vscode from 'vscode';
import type { Clock } from '../../library/ports.ts';

/** The key of the stored time. It is synced by Settings Sync. */
export const NEWS_SEEN = 'newsSeen';

/**
 * Stores the time at which the user last marked everything as seen, in ms since 1970. Briefings first seen after it are
 * new.
 */
export class NewsSeenStore implements Clock {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  /** The stored time; 0 if there is none. Another window or machine may have set it. */
  get time(): number {
    const kept = this.#memento.get(NEWS_SEEN);
    return typeof kept === 'number' && Number.isFinite(kept) ? kept : 0;
  }

  /** Returns the time for what is first seen now. It is later than the stored time even if the clock was set back. */
  now(): number {
    return Math.max(Date.now(), this.time + 1);
  }

  /**
   * Marks everything as seen. `latest`: the latest time at which a briefing was first seen, which may be later than now
   * if the clock was set back.
   */
  async markAllSeen(latest: number): Promise<void> {
    await this.#memento.update(NEWS_SEEN, Math.max(this.now(), latest));
  }
}
