import * as vscode from 'vscode';
import { HumanError } from '../humanError.ts';
import type { Command } from './context.ts';

export const previousTakeaway: Command = async ({ readers }) => {
  if (!(await readers.inFront()).move(-1)) throw new HumanError(vscode.l10n.t('This is the first takeaway.'));
};
