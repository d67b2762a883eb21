import * as vscode from 'vscode';
import type { Opening } from '../reader/readers.ts';
import { HumanError } from '../humanError.ts';
import { startOf } from '../reader/startOf.ts';
import type { Command, CommandContext } from './context.ts';
import { openAt } from './openAt.ts';
import { activeFile, fileOf, nodeInFile } from './target.ts';

/** Opens what is meant beside the active editor: the sidebar's node, a file, the active editor's, or what is read. */
export const openToSide: Command = (context, argument) =>
  open(context, argument, { column: vscode.ViewColumn.Beside });

/** The same in a tab of its own. */
export const openInNewTab: Command = (context, argument) => open(context, argument, { newTab: true });

async function open(context: CommandContext, argument: unknown, where: Opening): Promise<void> {
  const { uri, ...at } = targetOf(context, argument);
  await openAt(context, uri, (briefing) => ({
    ...(at.id === undefined ? startOf(briefing, context.log) : at),
    ...where,
  }));
}

/** What is read is opened where it stands. */
function targetOf({ readers }: CommandContext, argument: unknown): Opening & { readonly uri: vscode.Uri } {
  const node = nodeInFile(argument);
  if (node?.kind === 'takeaway') return { uri: vscode.Uri.parse(node.uri), id: node.takeaway.id };
  if (node?.kind === 'section') return { uri: vscode.Uri.parse(node.uri), id: node.section.id };
  if (node) return { uri: vscode.Uri.parse(node.uri) };
  const { shown, view } = readers;
  const file = fileOf(argument) ?? (readers.isActive ? undefined : activeFile());
  if (file) return { uri: file };
  if (!shown) throw new HumanError(vscode.l10n.t('Open a briefing or a text file first.'));
  return { uri: vscode.Uri.parse(shown.uri), id: shown.item?.id, offset: shown.offset, view };
}
