import type * as vscode from 'vscode';
import type { Clock } from '../../library/ports.ts';

/** Travels with Settings Sync. */
export const NEWS_SEEN = 'newsSeen';

/** When all that had come was taken as seen, in ms since 1970: what was first seen after it is new. */
export class NewsMark implements Clock {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  /** 0 where that was never done. Another window or machine may have done it. */
  get time(): number {
    const kept = this.#memento.get(NEWS_SEEN);
    return typeof kept === 'number' && Number.isFinite(kept) ? kept : 0;
  }

  /** The time for what comes now: where the clock was set back, it is new even so. */
  now(): number {
    return Math.max(Date.now(), this.time + 1);
  }

  /** `latest`: when anything was first seen last. Where the clock was set back, that is not new again. */
  async take(latest: number): Promise<void> {
    await this.#memento.update(NEWS_SEEN, Math.max(this.now(), latest));
  }
}
