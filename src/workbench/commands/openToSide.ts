import * as vscode from 'vscode';
import { HumanError } from '../humanError.ts';
import type { Command, CommandContext } from './context.ts';
import { activeFile, briefingAt, fileOf, nodeInFile } from './target.ts';

/** Opens what is meant beside the active editor: the sidebar's node, a file, the active editor's, or what is read. */
export const openToSide: Command = async (context, argument) => {
  const { uri, id } = targetOf(context, argument);
  const column = vscode.ViewColumn.Beside;
  context.reader.open(uri.toString(), await briefingAt(context, uri), { id, column });
};

function targetOf({ reader }: CommandContext, argument: unknown): { uri: vscode.Uri; id?: string } {
  const node = nodeInFile(argument);
  if (node?.kind === 'takeaway') return { uri: vscode.Uri.parse(node.uri), id: node.takeaway.id };
  if (node?.kind === 'section') return { uri: vscode.Uri.parse(node.uri), id: node.section.id };
  if (node) return { uri: vscode.Uri.parse(node.uri) };
  const { place } = reader;
  const file = fileOf(argument) ?? (reader.isActive ? undefined : activeFile());
  if (file) return { uri: file };
  if (!place) throw new HumanError(vscode.l10n.t('Open a briefing or a text file first.'));
  return { uri: vscode.Uri.parse(place.uri), ...(place.id !== undefined && { id: place.id }) };
}
