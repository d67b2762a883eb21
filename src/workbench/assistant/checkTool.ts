import * as vscode from 'vscode';
import type { BriefingTool } from './tool.ts';

/** Checks a text that is meant to be a briefing, or a briefing of the library. */
export const checkTool: BriefingTool = {
  async answer(input, parts) {
    const { checkAnswer } = await import('./checkAnswer.ts');
    return checkAnswer(input, parts);
  },
  progressMessage() {
    return vscode.l10n.t('Checking a briefing');
  },
  get confirmation() {
    return vscode.l10n.t('The assistant receives the problems found in a briefing.');
  },
};
