import * as vscode from 'vscode';
import { confirm } from '../confirm.ts';
import type { Command } from './context.ts';
import { pickReference } from './pickReference.ts';

export const copyReferenceLink: Command = async (context, argument) => {
  const url = await pickReference(context, argument, vscode.l10n.t('Copy a reference’s link'));
  if (!url) return;
  await vscode.env.clipboard.writeText(url.href);
  confirm(context.readers, vscode.l10n.t('Link copied.'));
};
