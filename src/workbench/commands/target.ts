import * as vscode from 'vscode';
import type { Briefing, Takeaway } from '../../briefing/model.ts';
import type { OutlineNode } from '../../library/outline.ts';
import { fileProblemMessage, placeOf } from '../convert.ts';
import { HumanError } from '../humanError.ts';
import type { CommandContext } from './context.ts';

/**
 * What a command was called with: a node of the sidebar, a file (of the explorer, an editor's title), or something
 * else (the reader's context menu, nothing at all), which means what is being read.
 */
export function nodeOf(argument: unknown): OutlineNode | undefined {
  return isRecord(argument) && typeof argument['kind'] === 'string' && typeof argument['uri'] === 'string'
    ? (argument as unknown as OutlineNode)
    : undefined;
}

export function fileOf(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri ? argument : undefined;
}

/** The takeaway that a command means: the one in the sidebar it was called on, or the one being read. */
export function takeawayOf({ reader }: CommandContext, argument: unknown): Takeaway {
  const node = nodeOf(argument);
  const takeaway = node?.kind === 'takeaway' ? node.takeaway : reader.takeaway;
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
  const entry = await context.openBriefing(uri);
  if (entry?.kind === 'briefing') return entry.briefing;
  const reason = entry ? fileProblemMessage(entry.problem) : vscode.l10n.t('The file is gone.');
  throw new HumanError(vscode.l10n.t('{0}: {1}', placeOf(uri), reason));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
