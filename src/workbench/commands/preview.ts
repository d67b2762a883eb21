import * as vscode from 'vscode';
import { HumanError } from '../errors.ts';
import { resumeOptions } from '../reader/resumeOptions.ts';
import { idAtCursor } from '../authoring/previews.ts';
import type { Command } from './commandContext.ts';
import { openAt } from './openAt.ts';
import { activeFile, resolveFile } from './resolveArguments.ts';

/**
 * Opens a reader beside an editor, at its cursor; the editor keeps the focus. From then on the two follow each other.
 */
export const openPreviewToSide: Command = async (context, argument) => {
  const uri = resolveFile(argument) ?? activeFile();
  if (!uri) throw new HumanError(vscode.l10n.t('Open a text file first.'));
  await openAt(context, uri, (briefing) => {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    const editor = [activeTextEditor, ...visibleTextEditors].find(
      (one) => String(one?.document.uri) === String(uri),
    );
    const id = editor && idAtCursor(briefing, editor);
    const start = id === undefined ? resumeOptions(briefing, context.readingLog) : { id };
    return { ...start, column: vscode.ViewColumn.Beside, isPreview: true };
  });
};
