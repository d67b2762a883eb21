import * as vscode from 'vscode';
import { inLanguage } from '../../../library/files/inLanguage.ts';
import { announce } from '../../notify.ts';
import type { Command } from '../commandContext.ts';

/** The pages on writing (docs/writing-briefings.md and its translations), which the build copies to `dist/writing`. */
declare const WRITING_PAGES: string;

/** Copies the instructions for writing a briefing, for any assistant or author, in VS Code's language. */
export const copyWritingInstructions: Command = async ({ extensionUri, readers }) => {
  const [page = ''] = inLanguage(WRITING_PAGES.split('\n'), vscode.env.language);
  const bytes = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(extensionUri, 'dist', 'writing', page),
  );
  await vscode.env.clipboard.writeText(new TextDecoder().decode(bytes));
  announce(readers, vscode.l10n.t('Writing instructions copied.'));
};
