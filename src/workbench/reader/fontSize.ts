import * as vscode from 'vscode';
import { Sequencer } from '../../base/async/sequencer.ts';
import { MAX_FONT_SIZE, readerStyle, MIN_FONT_SIZE } from '../settings.ts';

/** The font size of the reader's text. It is a user setting, so that it is the same in all windows. */
export class FontSize {
  readonly #saves = new Sequencer();

  /** Changes the size. `by`: in px. */
  change(by: number): Promise<void> {
    return this.#save(() => {
      const size = Math.round(readerStyle().size + by);
      return Math.min(MAX_FONT_SIZE, Math.max(MIN_FONT_SIZE, size));
    });
  }

  /** Resets to the font size of the Markdown preview. */
  reset(): Promise<void> {
    return this.#save(() => undefined);
  }

  /** Keys can be pressed faster than a setting is saved, so each change waits for the previous one. */
  #save(size: () => number | undefined): Promise<void> {
    return this.#saves.queue(() => save(size()));
  }
}

/** Saves the size where it has an effect: in the workspace's settings if they set it, as these override the user's. */
async function save(size: number | undefined): Promise<void> {
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const settings = vscode.workspace.getConfiguration('briefings.reader');
  const isWorkspaces = settings.inspect('fontSize')?.workspaceValue !== undefined;
  if (isWorkspaces) await settings.update('fontSize', size, Workspace);
  if (!isWorkspaces || size === undefined) await settings.update('fontSize', size, Global);
}
