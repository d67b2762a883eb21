import * as vscode from 'vscode';
import type { Briefing } from '../../../briefing/model.ts';
import { fileStem } from '../../../briefing/write/fileStem.ts';
import { fileLabel } from '../../labels.ts';
import { announce, inform } from '../../notify.ts';
import { saveFile } from '../../files/saveFile.ts';
import { HumanError } from '../../errors.ts';
import { resolveBriefing, type ResolvedBriefing } from '../briefingPicker.ts';
import type { Command, CommandContext } from '../commandContext.ts';
import {
  type DialogLabels,
  isOnThisMachine,
  offerToOpen,
  openInBrowser,
  promptSaveUri,
} from './exportDialog.ts';
import { EXPORT_FORMATS, type ExportFormat, HTML, PRINTED_PAGE } from './exportFormats.ts';

/** Saves a briefing as a file for use elsewhere: as Markdown, as a self-contained HTML page, or as JSON. */
export const exportBriefing: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const resolved = await resolveBriefing(context, argument, t('Export a briefing'));
  if (!resolved) return;
  const picked = await vscode.window.showQuickPick(
    EXPORT_FORMATS.map((format) => ({ label: format.name, description: format.description(), format })),
    { placeHolder: t('Export as') },
  );
  const labels = { title: t('Export Briefing'), saveLabel: t('Export') };
  const uri = picked && (await promptForBriefing(context, resolved, picked.format, labels));
  if (!uri) return;
  await exportTo(uri, resolved.briefing, picked.format);
  void offerToOpen(uri, picked.format);
};

/**
 * Opens a briefing in the browser, to be printed there: a page inside VS Code cannot print. If the browser cannot
 * access the extension's files, the page is saved where the user wants it.
 */
export const print: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const resolved = await resolveBriefing(context, argument, t('Print a briefing'));
  if (!resolved) return;
  const { briefing } = resolved;
  if (isOnThisMachine()) {
    const name = `${fileStem(briefing)}.${PRINTED_PAGE.extension}`;
    const page = await context.printing.write(name, PRINTED_PAGE.write(briefing));
    if (!(await openInBrowser(page)))
      throw new HumanError(
        t('Could not open a browser to print. Export the briefing as {0}, and print that file.', HTML.name),
      );
    announce(context.readers, t('The briefing is open in your browser. Print it there.'));
    return;
  }
  // The user prints the saved page in a browser.
  const labels = { title: t('Print Briefing: Save as Web Page'), saveLabel: t('Save to Print') };
  const uri = await promptForBriefing(context, resolved, PRINTED_PAGE, labels);
  if (!uri) return;
  await exportTo(uri, briefing, PRINTED_PAGE);
  void inform(t('Ready to print: “{0}”. Open it in a browser to print it.', fileLabel(uri)));
};

/**
 * Asks where to save a briefing. Suggests the open folder, or else the folder of the briefing's file if that is the
 * user's own.
 */
async function promptForBriefing(
  { inbox }: CommandContext,
  { uri, briefing }: ResolvedBriefing,
  format: ExportFormat,
  labels: DialogLabels,
): Promise<vscode.Uri | undefined> {
  const isOwn = uri.scheme === 'file' && !inbox.holds(uri.toString());
  return promptSaveUri(
    fileStem(briefing),
    format,
    labels,
    isOwn ? vscode.Uri.joinPath(uri, '..') : undefined,
  );
}

/** Writes a briefing to a file, replacing it if it exists. */
export async function exportTo(uri: vscode.Uri, briefing: Briefing, format: ExportFormat): Promise<void> {
  await saveFile(uri, format.write(briefing));
}
