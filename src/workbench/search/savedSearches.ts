import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import { type SavedSearch, searchesIn, settings } from '../settings.ts';

const SETTING = 'briefings.savedSearches';

/** The searches that a person has kept: a setting, so that it is in every window, is synced and can be edited by hand. */
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

  /** In place of one of the same name. Rejects where the settings cannot be written. */
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

  /** Those of the person's own settings. */
  get #own(): readonly SavedSearch[] {
    return searchesIn(vscode.workspace.getConfiguration().inspect(SETTING)?.globalValue);
  }

  #write(searches: readonly SavedSearch[]): Thenable<void> {
    return vscode.workspace.getConfiguration().update(SETTING, searches, vscode.ConfigurationTarget.Global);
  }
}
