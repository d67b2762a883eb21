import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { type Item, itemsIn } from '../../briefing/readingItems.ts';
import {
  type BriefingNode,
  type FoundNode,
  type ItemNode,
  itemNodesUnder,
  type SectionNode,
  type StandingNode,
} from '../../library/tree/nodes.ts';
import { isRecord } from '../../base/isRecord.ts';
import { pathLabel } from '../labels.ts';
import { fileProblemMessage } from '../problemMessages.ts';
import { HumanError } from '../errors.ts';
import type { CommandContext } from './commandContext.ts';
import type { Quotation } from '../../share/quotation.ts';

/**
 * Returns the sidebar's node that a command was called on. Undefined for a file (from the explorer or an editor's
 * title), and for anything else (the reader's context menu, no argument), which means the current item.
 */
export function resolveNode(argument: unknown): StandingNode | undefined {
  return isRecord(argument) && typeof argument['kind'] === 'string' && typeof argument['id'] === 'string'
    ? (argument as unknown as StandingNode)
    : undefined;
}

/** Replaces results of saved searches, among the arguments of a command, by the nodes that they refer to. */
export async function resolveFound(argument: unknown, context: CommandContext): Promise<unknown> {
  if (Array.isArray(argument)) return Promise.all(argument.map((one) => resolveFound(one, context)));
  if (!isFound(argument)) return argument;
  const node = await context.tree.resolveFound(argument);
  if (node) return node;
  const place = pathLabel(vscode.Uri.parse(argument.uri));
  throw new HumanError(vscode.l10n.t('“{0}” has changed since this search. Search again.', place));
}

function isFound(argument: unknown): argument is FoundNode {
  return isRecord(argument) && argument['kind'] === 'found' && typeof argument['itemId'] === 'string';
}

/** A node that is a file, or something in one. */
export type NodeInFile = Extract<StandingNode, { uri: string }>;

export function resolveNodeInFile(argument: unknown): NodeInFile | undefined {
  const node = resolveNode(argument);
  return node && 'uri' in node ? node : undefined;
}

/** Returns all nodes that a command of the sidebar acts on: the selected ones, if it was called on one of them. */
export function resolveNodes(argument: unknown, selection: unknown): readonly StandingNode[] {
  const node = resolveNode(argument);
  const selected = Array.isArray(selection) ? selection.flatMap((one) => resolveNode(one) ?? []) : [];
  return selected.length > 0 ? selected : node ? [node] : [];
}

/**
 * Returns the file that a command was called on. In the title menu of a reader, VS Code passes a URI that is not a
 * file's.
 */
export function resolveFile(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri && argument.scheme !== 'webview-panel' ? argument : undefined;
}

/**
 * Returns the item that a command acts on: the one it was called on in the sidebar (for a section, its own text), or
 * the current one.
 */
export function resolveItem({ readers }: CommandContext, argument: unknown): Item {
  const node = resolveNode(argument);
  const text = node?.kind === 'section' ? node.passages[0] : undefined;
  const own =
    node?.kind === 'item' || node?.kind === 'section' ? (text ?? itemNodesUnder(node)[0]) : undefined;
  const item = own?.item ?? readers.item;
  if (!item) throw new HumanError(nothingChosenMessage());
  return item;
}

function nothingChosenMessage(): string {
  return vscode.l10n.t('Select a takeaway or a section first.');
}

/** Returns the file of the active editor, whatever kind of editor it is. */
export function activeFile(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = isRecord(input) ? input['uri'] : undefined;
  return vscode.window.activeTextEditor?.document.uri ?? (uri instanceof vscode.Uri ? uri : undefined);
}

/** Reads a file as a briefing. Throws a `HumanError` with the reason if that fails. */
export async function readBriefing(context: CommandContext, uri: vscode.Uri): Promise<Briefing> {
  const opened = await context.openBriefing(uri);
  if (opened?.kind === 'briefing') return opened.briefing;
  if (!opened || opened.problem.kind === 'missing')
    throw new HumanError(vscode.l10n.t('The briefing “{0}” was not found.', pathLabel(uri)));
  throw new HumanError(vscode.l10n.t('{0}: {1}', pathLabel(uri), fileProblemMessage(opened.problem)));
}

type Holder = BriefingNode | SectionNode | ItemNode;

/**
 * Returns the items that a command acts on, each once: those selected in the sidebar, with all items of a selected
 * section or briefing; or else the current one.
 */
export async function resolveQuotations(
  context: CommandContext,
  argument: unknown,
  selection: unknown,
): Promise<readonly Quotation[]> {
  const holders = resolveHolders(argument, selection);
  const { item, content } = context.readers;
  if (holders.length === 0 && item && content) return [{ item, briefing: content.briefing }];
  const quotations = new Map<string, Quotation>();
  for (const node of holders) {
    const briefing = await readBriefing(context, vscode.Uri.parse(node.uri));
    const items = node.kind === 'briefing' ? itemsIn(briefing) : itemNodesUnder(node).map(({ item }) => item);
    for (const item of items) quotations.set(`${node.uri}#${item.id}`, { item, briefing });
  }
  if (quotations.size === 0) throw new HumanError(nothingChosenMessage());
  return [...quotations.values()];
}

/** Returns the nodes that a command of the sidebar acts on, of those that contain items. */
export function resolveHolders(argument: unknown, selection: unknown): readonly Holder[] {
  const isHolder = (node: StandingNode): node is Holder =>
    node.kind === 'briefing' || node.kind === 'section' || node.kind === 'item';
  return resolveNodes(argument, selection).filter(isHolder);
}
