import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import { type SavedSearch, searchesIn, settings } from '../settings.ts';

const SETTING = 'briefings.savedSearches';

/**
 * The person's saved searches. They are a setting, so that all windows have them, Settings Sync syncs them, and they
 * can be edited by hand.
 */
export class SavedSearches implements vscode.Disposable {
  readonly #changed = new Emitter<undefined>();
  readonly #listener: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#listener = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) this.#changed.fire(undefined);
    });
  }

  get all(): readonly SavedSearch[] {
    return settings().savedSearches;
  }

  /** Saves a search, replacing one with the same name. Rejects if the settings cannot be written. */
  save(search: SavedSearch): Thenable<void> {
    return this.#write([...this.#own.filter(({ name }) => name !== search.name), search]);
  }

  remove(name: string): Thenable<void> {
    return this.#write(this.#own.filter((one) => one.name !== name));
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  /** The searches in the person's own settings, without those of the workspace. */
  get #own(): readonly SavedSearch[] {
    return searchesIn(vscode.workspace.getConfiguration().inspect(SETTING)?.globalValue);
  }

  #write(searches: readonly SavedSearch[]): Thenable<void> {
    return vscode.workspace.getConfiguration().update(SETTING, searches, vscode.ConfigurationTarget.Global);
  }
}
