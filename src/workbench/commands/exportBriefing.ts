import * as vscode from 'vscode';
import { fileNameOf } from '../../library/fileName.ts';
import { tidy } from '../../briefing/plainTokens.ts';
import { withoutLinks } from '../inert.ts';
import { isOnThisMachine } from '../isOnThisMachine.ts';
import { askWhere } from './askWhere.ts';
import { briefingMeant } from './briefingMeant.ts';
import type { Command } from './context.ts';
import { type ExportFormat, exportTo } from './exportedBriefing.ts';

/** Saves a briefing as a file for elsewhere: as Markdown, as a page that needs no other file, or as data. */
export const exportBriefing: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const meant = await briefingMeant(context, argument, t('Export a briefing'));
  if (!meant) return;
  const formats: readonly (vscode.QuickPickItem & { readonly format: ExportFormat })[] = [
    { label: t('Markdown'), description: t('in one form, whatever it was written in'), format: 'md' },
    { label: t('HTML'), description: t('one file to read, send or print'), format: 'html' },
    { label: t('JSON'), description: t('for other programs'), format: 'json' },
  ];
  const picked = await vscode.window.showQuickPick(formats, { placeHolder: t('Export as') });
  const uri = picked && (await askWhere(context, meant, picked.format));
  if (!uri) return;
  await exportTo(uri, meant.briefing, picked.format);
  void offerToOpen(uri, picked.format);
};

async function offerToOpen(uri: vscode.Uri, format: ExportFormat): Promise<void> {
  const { t } = vscode.l10n;
  const open = t('Open');
  const said = t('Exported as “{0}”.', tidy(fileNameOf(uri.toString())));
  if ((await vscode.window.showInformationMessage(withoutLinks(said), open)) !== open) return;
  const isForBrowser = format === 'html' && uri.scheme === 'file' && isOnThisMachine();
  if (isForBrowser) await vscode.env.openExternal(uri);
  else await vscode.commands.executeCommand('vscode.open', uri);
}
