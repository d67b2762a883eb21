import type * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { briefingKey } from '../../briefing/text/wordsKey.ts';
import { isRecord } from '../../base/isRecord.ts';
import { fittingView } from '../../briefing/fittingView.ts';
import type { ReaderView } from '../../reader/messages.ts';
import { settings } from '../settings.ts';

const STORAGE_KEY = 'reader.views';
/** Maximum number of briefings for which the chosen view is stored: the latest ones. */
const MAX_KEPT = 500;

/**
 * The view in which each briefing is read: the one that the user has chosen for it, or else the one that the setting
 * gives, or that fits it.
 */
export class ReaderViews {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  of(briefing: Briefing): ReaderView {
    const { view } = settings().reader;
    const chosen = this.#chosen.get(briefingKey(briefing));
    return chosen ?? (view === 'auto' ? fittingView(briefing) : view === 'items' ? 'item' : 'whole');
  }

  choose(briefing: Briefing, view: ReaderView): void {
    const key = briefingKey(briefing);
    const chosen = this.#chosen;
    chosen.delete(key);
    chosen.set(key, view);
    for (const oldest of chosen.keys()) {
      if (chosen.size <= MAX_KEPT) break;
      chosen.delete(oldest);
    }
    void this.#memento.update(STORAGE_KEY, Object.fromEntries(chosen));
  }

  /** The choices as they are now: another window may have saved some. */
  get #chosen(): Map<string, ReaderView> {
    return new Map(readChosen(this.#memento.get(STORAGE_KEY)));
  }
}

/** Validates what this or another version of the extension has stored. */
function readChosen(kept: unknown): [string, ReaderView][] {
  return Object.entries(isRecord(kept) ? kept : {}).flatMap(([key, view]): [string, ReaderView][] =>
    view === 'item' || view === 'whole' ? [[key, view]] : [],
  );
}
