import * as vscode from 'vscode';
import type { Briefing, Takeaway } from '../../briefing/model.ts';
import type { TreeNode } from '../../library/nodes.ts';
import { isRecord } from '../../reader/isRecord.ts';
import { fileProblemMessage, placeOf } from '../convert.ts';
import { HumanError } from '../humanError.ts';
import type { CommandContext } from './context.ts';

/**
 * What a command was called with: a node of the sidebar, a file (of the explorer, an editor's title), or something
 * else (the reader's context menu, nothing at all), which means what is being read.
 */
export function nodeOf(argument: unknown): TreeNode | undefined {
  return isRecord(argument) && typeof argument['kind'] === 'string' && typeof argument['id'] === 'string'
    ? (argument as unknown as TreeNode)
    : undefined;
}

/** A node that stands in one file. */
export function nodeInFile(argument: unknown): Exclude<TreeNode, { kind: 'group' | 'search' }> | undefined {
  const node = nodeOf(argument);
  return node?.kind === 'group' || node?.kind === 'search' ? undefined : node;
}

/** All nodes that a command of the sidebar means: those selected, where it was called on one of them. */
export function nodesOf(argument: unknown, selection: unknown): readonly TreeNode[] {
  const node = nodeOf(argument);
  const selected = Array.isArray(selection) ? selection.flatMap((one) => nodeOf(one) ?? []) : [];
  return selected.length > 0 ? selected : node ? [node] : [];
}

/** From its own title, a reader's panel comes as a URI too: of no file. */
export function fileOf(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri && argument.scheme !== 'webview-panel' ? argument : undefined;
}

/** The takeaway that a command means: the one in the sidebar it was called on, or the one being read. */
export function takeawayOf({ readers }: CommandContext, argument: unknown): Takeaway {
  const node = nodeOf(argument);
  const takeaway = node?.kind === 'takeaway' ? node.takeaway : readers.takeaway;
  if (!takeaway) throw new HumanError(vscode.l10n.t('Choose a takeaway first.'));
  return takeaway;
}

/** The file of the active editor, whatever kind of editor it is. */
export function activeFile(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = isRecord(input) ? input['uri'] : undefined;
  return vscode.window.activeTextEditor?.document.uri ?? (uri instanceof vscode.Uri ? uri : undefined);
}

/** Reads a file as a briefing, or says why it is none. */
export async function briefingAt(context: CommandContext, uri: vscode.Uri): Promise<Briefing> {
  const opened = await context.openBriefing(uri);
  if (opened?.kind === 'briefing') return opened.briefing;
  if (!opened || opened.problem.kind === 'missing')
    throw new HumanError(vscode.l10n.t('There is no briefing “{0}”.', placeOf(uri)));
  throw new HumanError(vscode.l10n.t('{0}: {1}', placeOf(uri), fileProblemMessage(opened.problem)));
}
