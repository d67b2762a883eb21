import * as vscode from 'vscode';
import type { Command } from './context.ts';
import { openAt } from './openAt.ts';
import { pickTakeaway } from './pickTakeaway.ts';
import { nodeOf } from './target.ts';

/** Opens a takeaway in the reader; asks which where it is not said, those of the briefing that is read first. */
export const openTakeaway: Command = async (context, argument) => {
  const node = nodeOf(argument);
  const target =
    node?.kind === 'takeaway'
      ? { uri: node.uri, id: node.takeaway.id }
      : await pickTakeaway(context, vscode.l10n.t('Open a takeaway'));
  if (!target) return;
  await openAt(context, vscode.Uri.parse(target.uri), () => ({ id: target.id }));
};
