import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import { HumanError } from '../errors.ts';
import { MAX_SEARCHES, type SavedSearch, searchesIn, settings } from '../settings.ts';

const SETTING = 'briefings.savedSearches';

/**
 * The user's saved searches. They are a setting, so that all windows have them, Settings Sync syncs them, and they can
 * be edited by hand.
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

  /**
   * Saves a search, replacing one with the same name. Rejects if the settings cannot be written, and with a `HumanError`
   * if there are already {@link MAX_SEARCHES} others: it would not be shown.
   */
  async save(search: SavedSearch): Promise<void> {
    const others = this.#userSearches.filter(({ name }) => name !== search.name);
    if (others.length >= MAX_SEARCHES)
      throw new HumanError(
        vscode.l10n.t(
          'The search was not saved, because there are already {0} saved searches. Remove one in the sidebar, then save this one again.',
          MAX_SEARCHES,
        ),
      );
    await this.#write([...others, search]);
  }

  remove(name: string): Thenable<void> {
    return this.#write(this.#userSearches.filter((one) => one.name !== name));
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  /** The searches in the user's own settings, without those of the workspace. */
  get #userSearches(): readonly SavedSearch[] {
    return searchesIn(vscode.workspace.getConfiguration().inspect(SETTING)?.globalValue);
  }

  #write(searches: readonly SavedSearch[]): Thenable<void> {
    return vscode.workspace.getConfiguration().update(SETTING, searches, vscode.ConfigurationTarget.Global);
  }
}
