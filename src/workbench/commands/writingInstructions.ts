import * as vscode from 'vscode';
import { confirm } from '../notify.ts';
import type { Command } from './context.ts';

/** What agents are given as a skill, where the editor has those; the build makes it of docs/writing-briefings.md. */
const SKILL = 'dist/skills/write-briefing/SKILL.md';

/** Copies how a briefing is written, for any assistant or person. */
export const copyWritingInstructions: Command = async ({ extensionUri, readers }) => {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, SKILL));
  await vscode.env.clipboard.writeText(withoutFrontMatter(new TextDecoder().decode(bytes)));
  confirm(readers, vscode.l10n.t('Writing instructions copied.'));
};

function withoutFrontMatter(skill: string): string {
  return skill.replace(/^---\n[^]*?\n---\n\s*/, '');
}
