import type * as vscode from 'vscode';

const STORAGE_KEY = 'search.history';
const MAX_HISTORY = 10;

/** The latest queries, newest first. */
export class SearchHistory {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  get all(): readonly string[] {
    const kept: unknown = this.#memento.get(STORAGE_KEY);
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
  }

  add(query: string): void {
    const text = query.trim();
    if (text === '') return;
    void this.#memento.update(
      STORAGE_KEY,
      [text, ...this.all.filter((one) => one !== text)].slice(0, MAX_HISTORY),
    );
  }
}
