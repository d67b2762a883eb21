import * as vscode from 'vscode';
import { takeawaysIn } from '../../library/items.ts';
import type { Quotation } from '../../share/quotation.ts';
import { HumanError } from '../humanError.ts';
import type { Command, CommandContext } from './context.ts';
import { insertInto } from './insertInto.ts';
import { pickTakeaway } from './pickTakeaway.ts';
import { holdersIn, quotationsMeant } from './quotationsMeant.ts';
import { briefingAt } from './target.ts';

/** Inserts a takeaway with its sources where the cursor is, as the file's language writes quotations; asks which. */
export const insertTakeaway: Command = async (context, argument, selection) => {
  const editor = editorMeant();
  if (!editor) throw new HumanError(vscode.l10n.t('Open a file to insert into first.'));
  const quotations =
    holdersIn(argument, selection).length > 0
      ? await quotationsMeant(context, argument, selection)
      : await pickQuotation(context);
  if (quotations.length > 0) await insertInto(editor, quotations);
};

/** The active one; or else, as when the reader is active, the only one that is seen beside it. */
function editorMeant(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const [only, another] = visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined);
  return activeTextEditor ?? (another ? undefined : only);
}

async function pickQuotation(context: CommandContext): Promise<readonly Quotation[]> {
  const picked = await pickTakeaway(context, vscode.l10n.t('Insert a takeaway'));
  if (!picked) return [];
  const briefing = await briefingAt(context, vscode.Uri.parse(picked.uri));
  const takeaway = takeawaysIn(briefing.sections).find(({ id }) => id === picked.id);
  return takeaway ? [{ takeaway, briefing }] : [];
}
