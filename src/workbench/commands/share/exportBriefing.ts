import * as vscode from 'vscode';
import { tidy } from '../../../base/tidy.ts';
import type { Briefing } from '../../../briefing/model.ts';
import { fileNameOf } from '../../../library/files/fileName.ts';
import { fileStem } from '../../../briefing/write/fileStem.ts';
import { announce, inform } from '../../notify.ts';
import { isOnThisMachine } from '../../files/disk.ts';
import { saveFile } from '../../files/saveFile.ts';
import { HumanError } from '../../errors.ts';
import { resolveBriefing, type ResolvedBriefing } from '../briefingPicker.ts';
import type { Command, CommandContext } from '../commandContext.ts';
import { EXPORT_FORMATS, type ExportFormat, HTML, PRINTED_PAGE } from './exportFormats.ts';

/** Saves a briefing as a file for use elsewhere: as Markdown, as a self-contained HTML page, or as JSON. */
export const exportBriefing: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const meant = await resolveBriefing(context, argument, t('Export a briefing'));
  if (!meant) return;
  const picked = await vscode.window.showQuickPick(
    EXPORT_FORMATS.map((format) => ({ label: format.name, description: format.description(), format })),
    { placeHolder: t('Export as') },
  );
  const asking = { title: t('Export Briefing'), saveLabel: t('Export') };
  const uri = picked && (await promptForBriefing(context, meant, picked.format, asking));
  if (!uri) return;
  await exportTo(uri, meant.briefing, picked.format);
  void offerToOpen(uri, picked.format);
};

/**
 * Opens a briefing in the browser, to be printed there: a page inside VS Code cannot print. If the browser cannot
 * access the extension's files, the page is saved where the user wants it.
 */
export const print: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const meant = await resolveBriefing(context, argument, t('Print a briefing'));
  if (!meant) return;
  const { briefing } = meant;
  if (isOnThisMachine()) {
    const name = `${fileStem(briefing)}.${PRINTED_PAGE.extension}`;
    const page = await context.printing.write(name, PRINTED_PAGE.write(briefing));
    if (!(await vscode.env.openExternal(page)))
      throw new HumanError(
        t('Could not open a browser to print. Export the briefing as {0}, and print that file.', HTML.name),
      );
    announce(context.readers, t('The briefing is open in your browser. Print it there.'));
    return;
  }
  // The user prints the saved page in a browser.
  const asking = { title: t('Print Briefing: Save as Web Page'), saveLabel: t('Save to Print') };
  const uri = await promptForBriefing(context, meant, PRINTED_PAGE, asking);
  if (!uri) return;
  await exportTo(uri, briefing, PRINTED_PAGE);
  const name = tidy(fileNameOf(uri.toString()));
  void inform(t('Ready to print: “{0}”. Open it in a browser to print it.', name));
};

/**
 * Asks where to save a briefing. Suggests the open folder, or else the folder of the briefing's file if that is the
 * user's own.
 */
async function promptForBriefing(
  { inbox }: CommandContext,
  { uri, briefing }: ResolvedBriefing,
  format: ExportFormat,
  asking: DialogLabels,
): Promise<vscode.Uri | undefined> {
  const isOwn = uri.scheme === 'file' && !inbox.holds(uri.toString());
  return promptSaveUri(
    fileStem(briefing),
    format,
    asking,
    isOwn ? vscode.Uri.joinPath(uri, '..') : undefined,
  );
}

/** Writes a briefing to a file, replacing it if it exists. */
export async function exportTo(uri: vscode.Uri, briefing: Briefing, format: ExportFormat): Promise<void> {
  await saveFile(uri, format.write(briefing));
}

/* Everything that is exported is saved in the same way: a dialog, then a message that offers to open the file. */

/** The title of the save dialog, and the label of its button. */
interface DialogLabels {
  readonly title: string;
  readonly saveLabel: string;
}

type FileKind = Pick<ExportFormat, 'name' | 'extension' | 'isPage'>;

/** Asks where to save a file. `stem`: its name without an extension; `beside`: the suggested folder if none is open. */
export async function promptSaveUri(
  stem: string,
  { name, extension }: FileKind,
  asking: DialogLabels,
  beside = vscode.Uri.file('/'),
): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? beside;
  return vscode.window.showSaveDialog({
    ...asking,
    defaultUri: vscode.Uri.joinPath(folder, `${stem}.${extension}`),
    filters: { [name]: [extension] },
  });
}

/** Says what was saved, and offers to open it: a page in the browser, other files in an editor. */
export async function offerToOpen(uri: vscode.Uri, { isPage }: FileKind): Promise<void> {
  const { t } = vscode.l10n;
  const open = t('Open');
  const said = t('Exported as “{0}”.', tidy(fileNameOf(uri.toString())));
  if ((await inform(said, open)) !== open) return;
  const isForBrowser = isPage && uri.scheme === 'file' && isOnThisMachine();
  if (isForBrowser) await vscode.env.openExternal(uri);
  else await vscode.commands.executeCommand('vscode.open', uri);
}
