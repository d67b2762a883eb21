import * as vscode from 'vscode';
import { localDay } from '../../library/arrangement.ts';
import type { Command } from './context.ts';

/** Opens a new briefing in an editor, with the places to fill in one Tab apart. */
export const newBriefing: Command = async () => {
  const { t } = vscode.l10n;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
  const editor = await vscode.window.showTextDocument(document);
  const snippet = new vscode.SnippetString();
  const place = (text: string) => snippet.appendPlaceholder(text);
  const write = (text: string) => snippet.appendText(text);
  write('---\ndate: ');
  place(localDay(new Date()));
  write('\n---\n\n# ');
  place(t('Title'));
  write('\n\n');
  place(t('What this briefing is about, in two sentences.'));
  write('\n\n## ');
  place(t('Key Takeaways'));
  write('\n\n- **');
  place(t('Label'));
  write(':** ');
  place(t('What happened, and why it matters.'));
  write(' [1]\n\n## ');
  place(t('References'));
  write('\n\n1. [');
  place(t('Title of the source'));
  write('](');
  place('https://example.com/');
  write(')\n');
  await editor.insertSnippet(snippet);
};
