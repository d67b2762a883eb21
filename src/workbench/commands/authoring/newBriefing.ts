import * as vscode from 'vscode';
import type { BriefingFile } from '../../../intake/files/briefingFile.ts';
import { parseBriefing } from '../../../briefing/parseBriefing.ts';
import { isPlainText } from '../../../briefing/plain/isPlainText.ts';
import { splitLines } from '../../../briefing/text/sourceText.ts';
import { snippetIn } from '../../../briefing/write/snippetText.ts';
import { isAddressAlone, isPageSource } from '../../../briefing/write/pastedText.ts';
import { fileNameOf } from '../../../library/files/fileName.ts';
import { localDay } from '../../../library/days.ts';
import { fileStem } from '../../../briefing/write/fileStem.ts';
import { HumanError } from '../../errors.ts';
import { MAX_SIZE } from '../../intake/formats.ts';
import { InboxWriter, type SavedFile, textAt } from '../../intake/inboxWriter.ts';
import { showInStatusBar, withoutIcons } from '../../notify.ts';
import type { Inbox } from '../../sources/inbox.ts';
import { ownFolders } from '../../sources/ownFolders.ts';
import { ownTemplate } from '../../authoring/template.ts';
import type { Command } from '../commandContext.ts';
import { openAt } from '../openAt.ts';

/** The number of takeaways in the built-in template, each with its own source. */
const TAKEAWAYS = 3;

/**
 * Opens a new briefing in an editor, with placeholders that Tab moves through: from the user's own template, or else
 * the built-in one.
 */
export const newBriefing: Command = async ({ authoring }) => {
  const own = await ownTemplate();
  const text = own && 'text' in own ? own.text : undefined;
  const snippet = text === undefined ? builtIn() : snippetIn(text);
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: snippet === undefined ? (text ?? '') : '',
  });
  const editor = await vscode.window.showTextDocument(document);
  authoring.edited.addDraft(document);
  if (snippet !== undefined) await editor.insertSnippet(new vscode.SnippetString(snippet));
  if (own && 'fault' in own)
    throw new HumanError(vscode.l10n.t('{0} The built-in template is used instead.', own.fault));
};

/** Returns the built-in template: takeaways, each of which cites a source of its own. */
function builtIn(): string {
  const { t } = vscode.l10n;
  const snippet = new vscode.SnippetString();
  const add = (text: string, place: string) => snippet.appendText(text).appendPlaceholder(place);
  add('---\ndate: ', localDay(new Date()));
  add('\n---\n\n# ', t('Title'));
  add('\n\n', t('What this briefing is about, in two sentences.'));
  snippet.appendText(`\n\n## ${t('Key Takeaways')}\n`);
  for (let number = 1; number <= TAKEAWAYS; number++) {
    add('\n- **', t('Label'));
    add(':** ', t('What happened, and why it matters.')).appendText(` [${number}]`);
  }
  snippet.appendText(`\n\n## ${t('References')}\n`);
  for (let number = 1; number <= TAKEAWAYS; number++) {
    add(`\n${number}. [`, t('Title of the source'));
    add('](', `https://example.com/${number}`).appendText(')');
  }
  return snippet.appendText('\n').appendTabstop(0).value;
}

/**
 * Saves the clipboard's text as a file in the inbox or in one of the user's folders, and opens it. HTML source is
 * converted, like a page that is dropped there. The same text or page is kept only once.
 */
export const newFromClipboard: Command = async (context) => {
  const { t } = vscode.l10n;
  const copied = await vscode.env.clipboard.readText();
  if (isAddressAlone(copied)) {
    const message = t('The clipboard holds only an address. Copy the text of that page, and try again.');
    throw new HumanError(message);
  }
  const page = isPageSource(copied) ? await pageIn(copied) : undefined;
  if (copied.trim() === '') throw new HumanError(emptyClipboardMessage());
  const { inbox } = context;
  const folder = await chooseFolder(inbox.folder);
  if (!folder) return;
  const { uri, isNew } = page
    ? await new InboxWriter(inbox, folder).write(page)
    : await saveText(inbox, copied, folder);
  if (page && isNew) inbox.source.relist();
  if (!isNew) showInStatusBar(t('This briefing already exists.'));
  await openAt(context, uri, () => ({}));
};

/** Saves a text, unless the file that would have its name has the same text already. */
async function saveText(inbox: Inbox, text: string, folder: vscode.Uri): Promise<SavedFile> {
  const name = nameFor(text);
  const known = vscode.Uri.joinPath(folder, name);
  if ((await textAt(known)) === text) return { uri: known, isNew: false };
  return { uri: await inbox.add(name, new TextEncoder().encode(text), folder), isNew: true };
}

function emptyClipboardMessage(): string {
  return vscode.l10n.t('The clipboard has no text. Copy a briefing first.');
}

/** Converts a page. The converter is loaded with the first page. */
async function pageIn(html: string): Promise<BriefingFile> {
  if (html.length > MAX_SIZE.page) throw new HumanError(vscode.l10n.t('The page is too large.'));
  const page = (await import('../../intake/page.ts')).fileOfCopiedPage(html, Date.now());
  // The only problem that a page can have is that it has no text.
  if ('kind' in page) throw new HumanError(emptyClipboardMessage());
  return page;
}

/** `2025-08-19-ukraine-talks.md`: a name from the briefing's date, or today's, and its title. */
function nameFor(text: string): string {
  const { title, date = localDay(new Date()) } = parseBriefing(text, '');
  const extension = isPlainText(splitLines(text)) ? 'txt' : 'md';
  return `${fileStem({ title, date })}.${extension}`;
}

/** Asks for a folder, but only if there is more than the inbox. */
async function chooseFolder(inbox: vscode.Uri): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const own = ownFolders();
  if (own.length === 0) return inbox;
  const items = [
    { label: t('Inbox'), description: t('kept by the extension'), uri: inbox },
    ...own.map((uri) => ({
      label: withoutIcons(fileNameOf(uri.toString())),
      description: withoutIcons(uri.fsPath),
      uri,
    })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: t('Select where to save the briefing'),
  });
  return picked?.uri;
}
