import * as vscode from 'vscode';
import type { Command } from './context.ts';
import { pickReference } from './pickReference.ts';

/** From the claim to its source: opens the reference's link outside of VS Code. */
export const openReference: Command = async (context, argument) => {
  const url = await pickReference(context, argument, vscode.l10n.t('Open a reference'));
  if (url) await openAsWritten(url.href);
};

/**
 * A `Uri` would be opened as another address: VS Code decodes it and spells it anew, `Why_Marry%3F` as
 * `Why_Marry%253F` and `?q=AT%26T` as `?q=AT&T`. A string it keeps, in 1.100.3 as in 1.139.1 and in both kinds of
 * extension host, though the type does not say so. `vscode.open` keeps it as well, but takes no `mailto:` as a string.
 */
async function openAsWritten(href: string): Promise<void> {
  await vscode.env.openExternal(href as unknown as vscode.Uri);
}
