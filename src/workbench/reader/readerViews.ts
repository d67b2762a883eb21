import type * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { briefingKey } from '../../briefing/text/wordsKey.ts';
import { isRecord } from '../../base/isRecord.ts';
import { fittingView } from '../../library/progress/fittingView.ts';
import type { ReaderView } from '../../reader/messages.ts';
import { settings } from '../settings.ts';

const KEY = 'reader.views';
/** For how many briefings the chosen view is remembered: the latest ones. */
const KEPT = 500;

/**
 * The view in which each briefing is read: the one that the person has chosen for it, or else the one that the setting
 * gives, or that fits it.
 */
export class ReaderViews {
  readonly #memento: vscode.Memento;
  readonly #chosen: Map<string, ReaderView>;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    this.#chosen = new Map(readChosen(memento.get(KEY)));
  }

  of(briefing: Briefing): ReaderView {
    const { view } = settings().reader;
    const chosen = this.#chosen.get(briefingKey(briefing));
    return chosen ?? (view === 'auto' ? fittingView(briefing) : view === 'items' ? 'item' : 'whole');
  }

  choose(briefing: Briefing, view: ReaderView): void {
    const key = briefingKey(briefing);
    this.#chosen.delete(key);
    this.#chosen.set(key, view);
    for (const oldest of this.#chosen.keys()) {
      if (this.#chosen.size <= KEPT) break;
      this.#chosen.delete(oldest);
    }
    void this.#memento.update(KEY, Object.fromEntries(this.#chosen));
  }
}

/** Validates what this or another version of the extension has stored. */
function readChosen(kept: unknown): [string, ReaderView][] {
  return Object.entries(isRecord(kept) ? kept : {}).flatMap(([key, view]): [string, ReaderView][] =>
    view === 'item' || view === 'whole' ? [[key, view]] : [],
  );
}
