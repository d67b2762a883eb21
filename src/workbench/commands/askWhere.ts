import * as vscode from 'vscode';
import type { CommandContext } from './context.ts';
import type { BriefingMeant } from './briefingMeant.ts';
import { type ExportFormat, exportName } from './exportedBriefing.ts';

/** What a file is called in the dialog's list of kinds. These are names, the same in all languages. */
const KINDS: Readonly<Record<ExportFormat, string>> = { md: 'Markdown', html: 'HTML', json: 'JSON' };

/** Asks where a briefing is to be saved: in the open folder, or else beside its own file where that is the person's. */
export async function askWhere(
  { inbox }: CommandContext,
  { uri, briefing }: BriefingMeant,
  format: ExportFormat,
): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const open = vscode.workspace.workspaceFolders?.[0]?.uri;
  const own =
    uri.scheme === 'file' && !inbox.holds(uri.toString()) ? vscode.Uri.joinPath(uri, '..') : undefined;
  const folder = open ?? own ?? vscode.Uri.file('/');
  return vscode.window.showSaveDialog({
    title: t('Export Briefing'),
    saveLabel: t('Export'),
    defaultUri: vscode.Uri.joinPath(folder, exportName(briefing, format)),
    filters: { [KINDS[format]]: [format] },
  });
}
