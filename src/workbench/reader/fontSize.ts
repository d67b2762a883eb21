import * as vscode from 'vscode';
import { LARGEST_FONT, readerStyle, SMALLEST_FONT } from '../settings.ts';

/**
 * The font size of the reader's text. It is kept as a setting of the person's, so that it lasts and is the same
 * everywhere.
 */
export class FontSize {
  /** The size that is still being saved: keys can be pressed faster than settings are written. */
  #wanted: number | undefined;
  #saving: Promise<void> = Promise.resolve();

  /** Changes the size. `by`: in px. */
  change(by: number): Promise<void> {
    const size = Math.round((this.#wanted ?? readerStyle().size) + by);
    return this.#save(Math.min(LARGEST_FONT, Math.max(SMALLEST_FONT, size)));
  }

  /** Resets to the font size of the Markdown preview. */
  reset(): Promise<void> {
    return this.#save(undefined);
  }

  #save(size: number | undefined): Promise<void> {
    this.#wanted = size;
    const saved = this.#saving.then(() => save(size));
    this.#saving = saved.then(
      () => {
        if (this.#wanted === size) this.#wanted = undefined;
      },
      () => {
        // The command that called this reports the error.
        this.#wanted = undefined;
      },
    );
    return saved;
  }
}

/**
 * Saves the size where it has an effect: in the workspace's settings if they set it, as these override the person's
 * own.
 */
async function save(size: number | undefined): Promise<void> {
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const settings = vscode.workspace.getConfiguration('briefings.reader');
  const isWorkspaces = settings.inspect('fontSize')?.workspaceValue !== undefined;
  if (isWorkspaces) await settings.update('fontSize', size, Workspace);
  if (!isWorkspaces || size === undefined) await settings.update('fontSize', size, Global);
}
