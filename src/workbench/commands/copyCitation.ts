import * as vscode from 'vscode';
import { citeReference } from '../../briefing/cite.ts';
import { confirm } from '../confirm.ts';
import { HumanError } from '../humanError.ts';
import type { Command } from './context.ts';
import { nodeOf, takeawayOf } from './target.ts';

/** Copies a reference, or those of a takeaway, as plain text: title, site and address. */
export const copyCitation: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const node = nodeOf(argument);
  const references = node?.kind === 'reference' ? [node.reference] : takeawayOf(context, argument).references;
  if (references.length === 0) throw new HumanError(t('The briefing gives no reference for this.'));
  await vscode.env.clipboard.writeText(references.map(citeReference).join('\n'));
  confirm(context.readers, t('Citation copied.'));
};
