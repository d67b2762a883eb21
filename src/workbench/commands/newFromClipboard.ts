import * as vscode from 'vscode';
import { parseBriefing } from '../../briefing/parseBriefing.ts';
import { isPlainText } from '../../briefing/plainText.ts';
import { splitLines } from '../../briefing/sourceText.ts';
import { fileNameOf } from '../../library/fileName.ts';
import { localDay } from '../../library/arrangement.ts';
import { fileStem } from '../../share/fileStem.ts';
import { HumanError } from '../humanError.ts';
import { ownFolders } from '../sources/ownFolders.ts';
import type { Command } from './context.ts';
import { openAt } from './openAt.ts';

/** Keeps the clipboard's text as a file in the inbox, or in one of the person's folders, and opens it. */
export const newFromClipboard: Command = async (context) => {
  const { t } = vscode.l10n;
  const text = await vscode.env.clipboard.readText();
  if (text.trim() === '') throw new HumanError(t('The clipboard has no text. Copy a briefing first.'));
  const folder = await chooseFolder(context.inbox.folder);
  if (!folder) return;
  const uri = await context.inbox.add(nameFor(text), new TextEncoder().encode(text), folder);
  const briefing = await openAt(context, uri, () => ({}));
  if (briefing?.sections.length === 0) {
    const said = t('This text has no sections and no takeaways. It is kept as it is, and shown whole.');
    void vscode.window.showInformationMessage(said);
  }
};

/** `2025-08-19-ukraine-talks.md`: by its date, or today's, and its title. */
function nameFor(text: string): string {
  const { title, date = localDay(new Date()) } = parseBriefing(text, '');
  const extension = isPlainText(splitLines(text)) ? 'txt' : 'md';
  return `${fileStem({ title, date })}.${extension}`;
}

/** Asks only where there is something to choose from. */
async function chooseFolder(inbox: vscode.Uri): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const own = ownFolders();
  if (own.length === 0) return inbox;
  const items = [
    { label: t('Inbox'), description: t('kept by the extension'), uri: inbox },
    ...own.map((uri) => ({ label: fileNameOf(uri.toString()), description: uri.fsPath, uri })),
  ];
  const picked = await vscode.window.showQuickPick(items, { placeHolder: t('Where to keep the briefing') });
  return picked?.uri;
}
