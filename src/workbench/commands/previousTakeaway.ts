import * as vscode from 'vscode';
import { HumanError } from '../humanError.ts';
import type { Command } from './context.ts';

export const previousTakeaway: Command = ({ readers }) => {
  if (!readers.mustBeOpen().move(-1)) throw new HumanError(vscode.l10n.t('This is the first takeaway.'));
};
