import * as vscode from 'vscode';
import { fileProblemMessage } from '../problemMessages.ts';
import { trackDisposal } from './trackDisposal.ts';
import type { ReaderParts } from './register.ts';
import { resumeOptions } from './resumeOptions.ts';

/** The reader as a custom editor, for “Reopen Editor With…” and for users who make it the default editor. */
export class BriefingEditor implements vscode.CustomTextEditorProvider {
  readonly #parts: ReaderParts;

  constructor(parts: ReaderParts) {
    this.#parts = parts;
  }

  async resolveCustomTextEditor({ uri }: vscode.TextDocument, panel: vscode.WebviewPanel): Promise<void> {
    const { readers, readingLog, load, restored } = this.#parts;
    const isClosed = trackDisposal(panel);
    const opened = await load(uri);
    await restored;
    if (isClosed()) return;
    if (opened?.kind === 'briefing') {
      readers.adoptEditor(panel, opened.uri, opened.briefing, resumeOptions(opened.briefing, readingLog));
      return;
    }
    // VS Code shows the message of an error thrown here in place of the editor, with a way back to the text.
    const reason = opened ? fileProblemMessage(opened.problem) : vscode.l10n.t('The file no longer exists.');
    throw new Error(reason);
  }
}
