import * as vscode from 'vscode';
import { HumanError } from '../errors.ts';
import { startPositionOf } from '../reader/resumeOptions.ts';
import { idAtCursor } from '../authoring/previews.ts';
import type { Command } from './commandContext.ts';
import { openAt } from './openAt.ts';
import { activeFile, fileOf } from './resolveArguments.ts';

/**
 * Opens a reader beside an editor, at its cursor; the editor keeps the focus. From then on the two follow each other.
 */
export const openPreviewToSide: Command = async (context, argument) => {
  const uri = fileOf(argument) ?? activeFile();
  if (!uri) throw new HumanError(vscode.l10n.t('Open a text file first.'));
  await openAt(context, uri, (briefing) => {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    const editor = [activeTextEditor, ...visibleTextEditors].find(
      (one) => String(one?.document.uri) === String(uri),
    );
    const id = editor && idAtCursor(briefing, editor);
    const start = id === undefined ? startPositionOf(briefing, context.readingLog) : { id };
    return { ...start, column: vscode.ViewColumn.Beside, isPreview: true };
  });
};
