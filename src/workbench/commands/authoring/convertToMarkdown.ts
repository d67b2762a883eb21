import * as vscode from 'vscode';
import { HumanError } from '../../errors.ts';
import { comparedSource, sourceOf } from '../../authoring/conversions.ts';
import type { Command, CommandContext } from '../commandContext.ts';
import { activeFile, resolveFile, resolveNodeInFile } from '../resolveArguments.ts';

/**
 * Compares a text with its canonical Markdown: the sidebar's briefing, a file, the active editor's, or the current
 * briefing.
 */
export const convertToMarkdown: Command = async (context, argument) => {
  await context.authoring.conversions.show(sourceOf(targetOf(context, argument)));
};

/** Applies what a comparison shows: the one it was called on, or the one in the active editor. */
export const applyConversion: Command = async ({ authoring }, argument) => {
  const uri = resolveFile(argument) ?? comparedSource();
  if (!uri) throw new HumanError(vscode.l10n.t('Run Convert to Briefing Markdown first.'));
  await authoring.conversions.apply(sourceOf(uri));
};

function targetOf({ readers }: CommandContext, argument: unknown): vscode.Uri {
  const node = resolveNodeInFile(argument);
  if (node) return vscode.Uri.parse(node.uri);
  const { content } = readers;
  const file = resolveFile(argument) ?? (readers.isActive ? undefined : (comparedSource() ?? activeFile()));
  if (file) return file;
  if (!content) throw new HumanError(vscode.l10n.t('Open a text file first.'));
  return vscode.Uri.parse(content.uri);
}
