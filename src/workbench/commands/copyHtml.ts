import * as vscode from 'vscode';
import type { CommandContext } from './context.ts';

/**
 * Puts markup on the clipboard, where `text` stands for it in what takes no markup. Extensions can write text alone: the
 * page of a reader that has the focus puts both there in its place, if the browser lets it.
 */
export async function copyHtml({ readers }: CommandContext, html: string, text: string): Promise<void> {
  await vscode.env.clipboard.writeText(html);
  readers.copy(html, text);
}
