import * as vscode from 'vscode';
import { takeawayKey } from '../../briefing/wordsKey.ts';
import type { Entry } from '../../library/entry.ts';
import { takeawaysIn } from '../../library/items.ts';
import type { TreeNode } from '../../library/nodes.ts';
import { keysOf } from '../../library/outline.ts';
import { confirm } from '../confirm.ts';
import { HumanError } from '../humanError.ts';
import type { Command, CommandContext } from './context.ts';
import { nodesOf } from './target.ts';

export const markAsRead: Command = async (context, argument, selection) => {
  await context.log.markRead(keysMeant(context, argument, selection));
};

export const markAsUnread: Command = async (context, argument, selection) => {
  await context.log.markRead(keysMeant(context, argument, selection), false);
};

export const star: Command = async (context, argument, selection) => {
  await context.log.star(starsMeant(context, argument, selection));
};

export const unstar: Command = async (context, argument, selection) => {
  const { log } = context;
  // A briefing loses the stars of its takeaways as well: it would still show one.
  const inside = nodesOf(argument, selection).flatMap((node) =>
    node.kind === 'briefing' ? node.entry.outline.keys : [],
  );
  const keys = [...starsMeant(context, argument, selection), ...inside];
  await log.star(
    keys.filter((key) => log.isStarred(key)),
    false,
  );
};

/** Of what the sidebar shows, and of nothing that it hides. */
export const markAllAsRead: Command = async ({ tree, log }) => {
  const { t } = vscode.l10n;
  const keys = keysIn(tree.groups.flatMap(({ entries }) => entries)).filter((key) => !log.isRead(key));
  if (keys.length === 0) throw new HumanError(t('Everything that is shown is read already.'));
  const saved = log.markRead(keys);
  const said =
    keys.length === 1 ? t('1 takeaway marked as read.') : t('{0} takeaways marked as read.', keys.length);
  const undo = t('Undo');
  void vscode.window.showInformationMessage(said, undo).then((chosen) => {
    if (chosen === undo) void vscode.commands.executeCommand('briefings.undoMarkAsRead');
  });
  await saved;
};

export const undoMarkAsRead: Command = ({ log, readers }) => {
  const { t } = vscode.l10n;
  const undone = log.undo();
  if (!undone) throw new HumanError(t('There is nothing to undo.'));
  const { length } = undone.keys;
  const unread =
    length === 1 ? t('1 takeaway is unread again.') : t('{0} takeaways are unread again.', length);
  const read = length === 1 ? t('1 takeaway is read again.') : t('{0} takeaways are read again.', length);
  const said = undone.value ? unread : read;
  confirm(readers, said);
};

/** The takeaways of the nodes that a command was called on, or the one that is read. */
function keysMeant(context: CommandContext, argument: unknown, selection: unknown): readonly string[] {
  const nodes = nodesOf(argument, selection);
  if (nodes.length > 0) return [...new Set(nodes.flatMap(keysUnder))];
  const { shown, takeaway } = context.readers;
  if (takeaway) return [takeawayKey(takeaway)];
  if (shown) return keysOf(shown.briefing);
  throw new HumanError(vscode.l10n.t('Choose a takeaway or a briefing first.'));
}

/** A star is a briefing's own, or a takeaway's. */
function starsMeant(context: CommandContext, argument: unknown, selection: unknown): readonly string[] {
  const keys = nodesOf(argument, selection).flatMap((node) =>
    node.kind === 'takeaway' ? [node.key] : node.kind === 'briefing' ? [node.entry.outline.key] : [],
  );
  const { takeaway } = context.readers;
  if (keys.length > 0) return keys;
  if (takeaway) return [takeawayKey(takeaway)];
  throw new HumanError(vscode.l10n.t('Choose a takeaway or a briefing first.'));
}

function keysUnder(node: TreeNode): readonly string[] {
  switch (node.kind) {
    case 'group':
      return keysIn(node.children.map(({ entry }) => entry));
    case 'briefing':
      return node.entry.outline.keys;
    case 'section':
      return takeawaysIn([node.section]).map(takeawayKey);
    case 'takeaway':
      return [node.key];
    case 'search':
    case 'broken':
    case 'references':
    case 'reference':
      return [];
  }
}

function keysIn(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.flatMap((entry) => (entry.kind === 'briefing' ? entry.outline.keys : [])))];
}
