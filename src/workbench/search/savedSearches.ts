import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import { HumanError } from '../errors.ts';
import { MOST_SEARCHES, type SavedSearch, searchesIn, settings } from '../settings.ts';

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

  /**
   * In place of one of the same name. Rejects where the settings cannot be written.
   * @throws HumanError where there are so many that it would not be shown.
   */
  async save(search: SavedSearch): Promise<void> {
    const others = this.#own.filter(({ name }) => name !== search.name);
    if (others.length >= MOST_SEARCHES)
      throw new HumanError(
        vscode.l10n.t(
          'The search was not saved, because there are already {0} saved searches. Remove one in the sidebar, then save this one again.',
          MOST_SEARCHES,
        ),
      );
    await this.#write([...others, search]);
  }

  remove(name: string): Thenable<void> {
    return this.#write(this.#own.filter((one) => one.name !== name));
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  /** Those of the person's own settings, also where they are too many to be shown. */
  get #own(): readonly SavedSearch[] {
    return searchesIn(vscode.workspace.getConfiguration().inspect(SETTING)?.globalValue);
  }

  #write(searches: readonly SavedSearch[]): Thenable<void> {
    return vscode.workspace.getConfiguration().update(SETTING, searches, vscode.ConfigurationTarget.Global);
  }
}
