import * as vscode from 'vscode';
import { itemsIn } from '../../../briefing/readingItems.ts';
import type { Quotation } from '../../../share/quotation.ts';
import { quoteIn } from '../../../share/quoteIn.ts';
import { pathLabel } from '../../labels.ts';
import { HumanError } from '../../errors.ts';
import type { Command, CommandContext } from '../commandContext.ts';
import { pickItem } from '../itemPicker.ts';
import { resolveHolders, resolveQuotations, readBriefing } from '../resolveArguments.ts';

/**
 * Inserts items with their sources at the cursor, quoted as the file's language does it. Asks for an item if none is
 * given.
 */
export const insertTakeaway: Command = async (context, argument, selection) => {
  const editor = resolveEditor();
  if (!editor) throw new HumanError(vscode.l10n.t('Open a file to insert into first.'));
  const quotations =
    resolveHolders(argument, selection).length > 0
      ? await resolveQuotations(context, argument, selection)
      : await pickQuotation(context);
  if (quotations.length === 0) return;
  await insertInto(editor, quotations);
  context.walkthrough.onCited();
};

/** Returns the active editor; or else, as when a reader is active, the only visible one. */
function resolveEditor(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const [only, another] = visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined);
  return activeTextEditor ?? (another ? undefined : only);
}

async function pickQuotation(context: CommandContext): Promise<readonly Quotation[]> {
  const picked = await pickItem(context, vscode.l10n.t('Search for an item to insert'));
  if (!picked) return [];
  const briefing = await readBriefing(context, vscode.Uri.parse(picked.uri));
  const item = itemsIn(briefing).find(({ id }) => id === picked.id);
  return item ? [{ item, briefing }] : [];
}

/** Inserts quotations at each cursor of an editor, quoted as its language does it, and focuses it. */
export async function insertInto(editor: vscode.TextEditor, quotations: readonly Quotation[]): Promise<void> {
  const { document, viewColumn } = editor;
  const { languageId, uri, version } = document;
  const readOnlyError = () => new HumanError(vscode.l10n.t('“{0}” cannot be changed.', pathLabel(uri)));
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) throw readOnlyError();
  const edits = editor.selections.map((selection) => {
    const range = withIndent(editor, selection);
    const before = document.getText(
      new vscode.Range(Math.max(0, range.start.line - 1), 0, range.start.line, range.start.character),
    );
    const after = document.getText(
      new vscode.Range(
        range.end,
        document.lineAt(Math.min(range.end.line + 1, document.lineCount - 1)).range.end,
      ),
    );
    return { range, text: quoteIn(languageId, quotations, before, after) };
  });
  const done = await editor.edit((builder) => {
    for (const { range, text } of edits) builder.replace(range, text);
  });
  // A read-only editor claims to have made the changes.
  if (!done || document.version === version) throw readOnlyError();
  await vscode.window.showTextDocument(document, viewColumn === undefined ? {} : { viewColumn });
}

/**
 * Returns a selection together with its line's indent: otherwise that would indent only the first line of the
 * quotation.
 */
function withIndent(
  { document, selections }: vscode.TextEditor,
  { start, end }: vscode.Selection,
): vscode.Range {
  const others = selections.filter((other) => other.start.line === start.line);
  const { firstNonWhitespaceCharacterIndex: indent } = document.lineAt(start);
  return new vscode.Range(
    others.length === 1 && start.character <= indent ? start.with({ character: 0 }) : start,
    end,
  );
}
