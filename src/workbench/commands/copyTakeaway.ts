import * as vscode from 'vscode';
import { citeTakeaway } from '../../briefing/cite.ts';
import type { Command } from './context.ts';
import { takeawayOf } from './target.ts';

/** Copies the takeaway with its references, as plain text. */
export const copyTakeaway: Command = async (context, argument) => {
  await vscode.env.clipboard.writeText(citeTakeaway(takeawayOf(context, argument)));
  context.readers.say(vscode.l10n.t('Takeaway copied.'));
};
