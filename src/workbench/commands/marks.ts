import * as vscode from 'vscode';
import { takeawayKey } from '../../briefing/text/wordsKey.ts';
import type { Entry } from '../../library/entry.ts';
import { findByKey } from '../../library/entryQueries.ts';
import { takeawaysIn } from '../../library/items.ts';
import type { StandingNode } from '../../library/tree/nodes.ts';
import { keysOf } from '../../library/outline.ts';
import { confirm, inform } from '../notify.ts';
import { HumanError } from '../errors.ts';
import type { Command, CommandContext } from './context.ts';
import { nodesOf } from './target.ts';

export const markAsRead: Command = async (context, argument, selection) => {
  await context.readingLog.markRead(resolveKeys(context, argument, selection));
};

export const markAsUnread: Command = async (context, argument, selection) => {
  await context.readingLog.markRead(resolveKeys(context, argument, selection), false);
};

export const star: Command = async (context, argument, selection) => {
  await context.readingLog.star(resolveStars(context, argument, selection));
};

export const unstar: Command = async (context, argument, selection) => {
  const { readingLog } = context;
  // A briefing loses the stars of its takeaways as well: it would still show one.
  const inside = nodesOf(argument, selection).flatMap((node) =>
    node.kind === 'briefing' ? node.entry.outline.keys : [],
  );
  const keys = [...resolveStars(context, argument, selection), ...inside];
  await readingLog.star(
    keys.filter((key) => readingLog.isStarred(key)),
    false,
  );
};

/** Of what the sidebar shows, and of nothing that it hides. */
export const markAllAsRead: Command = async ({ tree, readingLog }) => {
  const { t } = vscode.l10n;
  const keys = keysIn(tree.groups.flatMap(({ entries }) => entries)).filter((key) => !readingLog.isRead(key));
  if (keys.length === 0) throw new HumanError(t('Everything shown is already read.'));
  const saved = readingLog.markRead(keys);
  const said =
    keys.length === 1 ? t('1 takeaway marked as read.') : t('{0} takeaways marked as read.', keys.length);
  const undo = t('Undo');
  void inform(said, undo).then((chosen) => {
    if (chosen === undo) void vscode.commands.executeCommand('briefings.undoMarkAsRead');
  });
  await saved;
};

export const undoMarkAsRead: Command = ({ library, readingLog, readers }) => {
  const { t } = vscode.l10n;
  const restored = readingLog.undo();
  if (!restored) throw new HumanError(t('There is nothing to undo.'));
  const { keys, value: isRead } = restored;
  const label = keys.length === 1 ? labelOf(library.entries, keys[0] ?? '') : '';
  const what = label !== '' ? `“${label}”` : t('1 takeaway');
  const one = isRead ? t('{0} is read again.', what) : t('{0} is unread again.', what);
  const several = isRead
    ? t('{0} takeaways are read again.', keys.length)
    : t('{0} takeaways are unread again.', keys.length);
  confirm(readers, keys.length === 1 ? one : several);
};

/** What a person calls what goes by a key; empty for what has no name. */
function labelOf(entries: Iterable<Entry>, key: string): string {
  const { takeaways = 0, labels = '', keys = [], title = '' } = findByKey(entries, key)?.outline ?? {};
  return takeaways === 0 ? title : (labels.split('\n')[keys.indexOf(key)] ?? '');
}

/** The takeaways of the nodes that a command was called on, or the one that is read. */
function resolveKeys(context: CommandContext, argument: unknown, selection: unknown): readonly string[] {
  const nodes = nodesOf(argument, selection);
  if (nodes.length > 0) return [...new Set(nodes.flatMap(keysUnder))];
  const { shown, takeaway } = context.readers;
  if (takeaway) return [takeawayKey(takeaway)];
  if (shown) return keysOf(shown.briefing);
  throw new HumanError(vscode.l10n.t('Choose a takeaway or a briefing first.'));
}

/** A star is a briefing's own, or a takeaway's. */
function resolveStars(context: CommandContext, argument: unknown, selection: unknown): readonly string[] {
  const keys = nodesOf(argument, selection).flatMap((node) =>
    node.kind === 'takeaway' ? [node.key] : node.kind === 'briefing' ? [node.entry.outline.key] : [],
  );
  const { takeaway } = context.readers;
  if (keys.length > 0) return keys;
  if (takeaway) return [takeawayKey(takeaway)];
  throw new HumanError(vscode.l10n.t('Choose a takeaway or a briefing first.'));
}

function keysUnder(node: StandingNode): readonly string[] {
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
