import * as vscode from 'vscode';
import { citeTakeaway } from '../../briefing/cite.ts';
import { confirm } from '../confirm.ts';
import type { Command } from './context.ts';
import { takeawayOf } from './target.ts';

/** Copies the takeaway with its references, as plain text. */
export const copyTakeaway: Command = async (context, argument) => {
  await vscode.env.clipboard.writeText(citeTakeaway(takeawayOf(context, argument)));
  confirm(context.readers, vscode.l10n.t('Takeaway copied.'));
};
