import * as vscode from 'vscode';
import { cut } from '../../base/shorten.ts';
import { tidy } from '../../base/tidy.ts';
import type { BriefingTool } from './tool.ts';

/** The maximum length of a title as it is shown to the user, in one line. */
const MAX_TITLE_LENGTH = 80;

/** Opens a briefing that a model has written, for the user to review and save: no tool writes a file. */
export const writeTool: BriefingTool = {
  async answer(input, _parts, token) {
    const { writeAnswer } = await import('./writeAnswer.ts');
    return writeAnswer(input, token);
  },
  progressMessage({ title }) {
    const shown = typeof title === 'string' ? tidy(cut(title, MAX_TITLE_LENGTH)) : '';
    return vscode.l10n.t('Writing the briefing “{0}”', shown);
  },
  get confirmation() {
    return vscode.l10n.t('The assistant opens a briefing in a new editor. You save it, or close it.');
  },
};
