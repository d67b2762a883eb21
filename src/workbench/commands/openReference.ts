import * as vscode from 'vscode';
import type { Command } from './context.ts';
import { pickReference } from './pickReference.ts';

/** From the claim to its source: opens the reference's link outside of VS Code. */
export const openReference: Command = async (context, argument) => {
  const url = await pickReference(context, argument, vscode.l10n.t('Open a reference'));
  if (url) await vscode.env.openExternal(vscode.Uri.parse(url.href, true));
};
