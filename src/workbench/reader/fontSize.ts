import * as vscode from 'vscode';
import { LARGEST_FONT, readerStyle, SMALLEST_FONT } from '../settings.ts';

/** The size that the reader's text is set in: a setting of the person's, so that it stays, and is the same everywhere. */
export class FontSize {
  #saving: Promise<void> = Promise.resolve();

  /** `by`: in px. */
  change(by: number): Promise<void> {
    return this.#save(() => {
      const size = Math.round(readerStyle().size + by);
      return Math.min(LARGEST_FONT, Math.max(SMALLEST_FONT, size));
    });
  }

  /** Back to that of the Markdown preview. */
  reset(): Promise<void> {
    return this.#save(() => undefined);
  }

  /** Keys can be pressed faster than a setting is saved: each goes on from what those before it have left. */
  #save(size: () => number | undefined): Promise<void> {
    const saved = this.#saving.then(() => save(size()));
    // It is the command's to tell.
    this.#saving = saved.catch(() => undefined);
    return saved;
  }
}

/** Where the workspace sets it, the person's own setting would change nothing. */
async function save(size: number | undefined): Promise<void> {
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const settings = vscode.workspace.getConfiguration('briefings.reader');
  const isWorkspaces = settings.inspect('fontSize')?.workspaceValue !== undefined;
  if (isWorkspaces) await settings.update('fontSize', size, Workspace);
  if (!isWorkspaces || size === undefined) await settings.update('fontSize', size, Global);
}
