import * as vscode from 'vscode';
import { tidy } from '../../briefing/plainTokens.ts';
import { fileNameOf } from '../../library/fileName.ts';
import { confirm } from '../confirm.ts';
import { HumanError } from '../humanError.ts';
import { withoutLinks } from '../inert.ts';
import { isOnThisMachine } from '../isOnThisMachine.ts';
import { askWhere } from './askWhere.ts';
import { briefingMeant } from './briefingMeant.ts';
import type { Command } from './context.ts';
import { exported, exportName, exportTo } from './exportedBriefing.ts';

/**
 * Opens a briefing in the browser, to be printed there: a page inside VS Code may not print. Where the browser cannot
 * get at the extension's files, the page is saved where the person wants it.
 */
export const print: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const meant = await briefingMeant(context, argument, t('Print a briefing'));
  if (!meant) return;
  const { briefing } = meant;
  if (isOnThisMachine()) {
    const page = await context.printing.write(exportName(briefing, 'html'), exported(briefing, 'html'));
    if (!(await vscode.env.openExternal(page)))
      throw new HumanError(t('No browser was opened. Export the briefing as HTML, and print that.'));
    confirm(context.readers, t('The briefing is in your browser: print it from there.'));
    return;
  }
  const uri = await askWhere(context, meant, 'html');
  if (!uri) return;
  await exportTo(uri, briefing, 'html');
  const name = tidy(fileNameOf(uri.toString()));
  void vscode.window.showInformationMessage(
    withoutLinks(t('Saved as “{0}”. Open it in a browser, and print it from there.', name)),
  );
};
