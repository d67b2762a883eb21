import type * as vscode from 'vscode';

const KEY = 'search.history';
const MOST = 10;

/** What was searched for last, the latest first. */
export class SearchHistory {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  get all(): readonly string[] {
    const kept: unknown = this.#memento.get(KEY);
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
  }

  add(query: string): void {
    const text = query.trim();
    if (text === '') return;
    void this.#memento.update(KEY, [text, ...this.all.filter((one) => one !== text)].slice(0, MOST));
  }
}
