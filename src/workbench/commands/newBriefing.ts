import * as vscode from 'vscode';
import { localDay } from '../../library/arrangement.ts';
import type { Command } from './context.ts';

/** Opens a new briefing in an editor, with the places to fill in one Tab apart. */
export const newBriefing: Command = async () => {
  const { t } = vscode.l10n;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
  const editor = await vscode.window.showTextDocument(document);
  const pieces = [
    ...['---\ndate: ', localDay(new Date())],
    ...['\n---\n\n# ', t('Title')],
    ...['\n\n', t('What this briefing is about, in two sentences.')],
    ...['\n\n## ', t('Key Takeaways')],
    ...['\n\n- **', t('Label')],
    ...[':** ', t('What happened, and why it matters.')],
    ...[' [1]\n\n## ', t('References')],
    ...['\n\n1. [', t('Title of the source')],
    ...['](', 'https://example.com/'],
    ')\n',
  ];
  const snippet = new vscode.SnippetString();
  // Every second one is a place to fill in.
  pieces.forEach((piece, i) => (i % 2 === 0 ? snippet.appendText(piece) : snippet.appendPlaceholder(piece)));
  await editor.insertSnippet(snippet);
};
