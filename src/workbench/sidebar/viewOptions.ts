import type * as vscode from 'vscode';
import { DEFAULT_OPTIONS, type ViewOptions } from '../../library/tree/grouping.ts';
import { Emitter } from '../../base/event.ts';
import { ContextKeys } from '../contextKeys.ts';

const STORAGE_KEY = 'sidebar.options';

/** The options for how the sidebar shows the library: the user's choice, stored per workspace. */
export class ViewOptionsStore {
  readonly #contexts = new ContextKeys();
  readonly #memento: vscode.Memento;
  readonly #changed = new Emitter<ViewOptions>();
  readonly onDidChange = this.#changed.event;
  #value: ViewOptions;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    this.#value = readOptions(memento.get(STORAGE_KEY));
    this.#updateContextKeys();
  }

  get value(): ViewOptions {
    return this.#value;
  }

  set(options: Partial<ViewOptions>): void {
    this.#value = { ...this.#value, ...options };
    this.#updateContextKeys();
    void this.#memento.update(STORAGE_KEY, this.#value);
    this.#changed.fire(this.#value);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #updateContextKeys(): void {
    const { grouping, sorting, filter, words } = this.#value;
    this.#contexts.set({ grouping, sorting, filter, words: words !== '' });
  }
}

/** Validates what this or another version of the extension has stored. */
function readOptions(kept: unknown): ViewOptions {
  if (typeof kept !== 'object' || kept === null) return DEFAULT_OPTIONS;
  const { grouping, sorting, filter, words } = kept as Partial<Record<keyof ViewOptions, unknown>>;
  return {
    grouping: grouping === 'folder' || grouping === 'none' ? grouping : 'date',
    sorting: sorting === 'title' ? sorting : 'newest',
    filter: filter === 'unread' || filter === 'starred' ? filter : 'all',
    words: typeof words === 'string' ? words : '',
  };
}
