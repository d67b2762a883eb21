import * as vscode from 'vscode';
import type { Entry, ReadableEntry } from '../../library/entry.ts';
import { findByKey } from '../../library/entryQueries.ts';
import type { Action } from '../../library/log/undoList.ts';
import { itemByKey } from '../../briefing/briefingContents.ts';
import { itemNodesUnder, type StandingNode } from '../../library/tree/nodes.ts';
import { hasItem, itemKeys, keysOf } from '../../library/outline.ts';
import { announce, inform } from '../notify.ts';
import { HumanError } from '../errors.ts';
import type { Command, CommandContext } from './commandContext.ts';
import { itemName, shortName } from './itemNames.ts';
import { goBack, openNextUnread } from './moves.ts';
import { resolveNodes } from './resolveArguments.ts';
import { plural } from '../plural.ts';

export const markAsRead: Command = (context, argument, selection) => mark(context, argument, selection, true);

export const markAsUnread: Command = (context, argument, selection) =>
  mark(context, argument, selection, false);

/**
 * The command for a key that marks or stars the current item, or undoes that. VS Code has chosen one by what it knew,
 * and the key before may have led to another item since.
 */
export function toggleOf(id: string, { readers, readingLog }: CommandContext): Command | undefined {
  const { item, markableKeys } = readers;
  switch (id) {
    case 'briefings.markAsRead':
    case 'briefings.markAsUnread':
      return readingLog.togglesToRead(markableKeys) ? markAsRead : markAsUnread;
    case 'briefings.star':
    case 'briefings.unstar':
      return item && readingLog.isStarred(item.key) ? unstar : star;
    default:
      return undefined;
  }
}

/** Marks items. For items in the reader a message confirms it, since only a row of the sidebar shows the change. */
async function mark(
  context: CommandContext,
  argument: unknown,
  selection: unknown,
  isRead: boolean,
): Promise<void> {
  const { readers, readingLog } = context;
  const keys = resolveKeys(context, argument, selection);
  const saved = readingLog.markRead(keys, isRead);
  if (resolveNodes(argument, selection).length === 0) {
    if (keys.length === 0) throw new HumanError(vscode.l10n.t('This file is empty.'));
    const what = readers.item ? itemName(readers.item) : shortName(readers.content?.briefing.title ?? '');
    announce(
      readers,
      isRead
        ? vscode.l10n.t('“{0}” is marked as read.', what)
        : vscode.l10n.t('“{0}” is marked as unread.', what),
    );
  }
  await saved;
}

/** Marks the whole current briefing as read, and goes on to the next unread item. */
export const finishBriefing: Command = async (context) => {
  const { readers, readingLog } = context;
  const { briefing } = readers.requireCurrent().content;
  const saved = readingLog.markLeft(keysOf(briefing));
  const message = vscode.l10n.t('“{0}” is marked as read. Press z to undo.', shortName(briefing.title));
  const isLast = !(await openNextUnread(context));
  announce(readers, isLast ? `${message} ${vscode.l10n.t('Everything in the sidebar is read.')}` : message);
  await saved;
};

export const star: Command = async (context, argument, selection) => {
  await context.readingLog.star(resolveStars(context, argument, selection));
};

export const unstar: Command = async (context, argument, selection) => {
  const { readingLog } = context;
  const keys = resolveStars(context, argument, selection).filter((key) => readingLog.isStarred(key));
  await readingLog.star(keys, false);
};

/** Marks everything that the sidebar shows as read, and nothing that its filter hides. */
export const markAllAsRead: Command = async (context) => {
  const { tree, readingLog, readers } = context;
  const { t } = vscode.l10n;
  const keys = keysIn(tree.groups.flatMap(({ entries }) => entries)).filter((key) => !readingLog.isRead(key));
  if (keys.length === 0) throw new HumanError(t('Everything shown is already read.'));
  const saved = readingLog.markRead(keys);
  const message =
    keys.length === 1 ? t('1 item marked as read.') : plural('{0} items marked as read.', keys.length);
  const undo = t('Undo');
  const restore = readingLog.undoLater();
  void inform(message, undo).then((chosen) => {
    if (chosen === undo) announce(readers, undoneMessage(context, restore()));
  });
  await saved;
};

/** Marks everything new as seen, which moves it to its place by date. It stays unread. */
export const markNewAsSeen: Command = async ({ tree }) => {
  if (!tree.hasNews) throw new HumanError(vscode.l10n.t('There is nothing new.'));
  await tree.markNewsAsSeen();
};

/** Undoes the last marking. If that was the end of a briefing that the user left with it, it also goes back there. */
export const undoMarkAsRead: Command = async (context, argument) => {
  const restored = context.readingLog.undo();
  if (!restored) throw new HumanError(undoneMessage(context, restored));
  const { keys, leaves = false } = restored;
  if (leaves && areInPreviousBriefing(context, keys)) await goBack(context, argument);
  announce(context.readers, undoneMessage(context, restored));
};

/** Says what was undone: `“Ferry” is marked as unread again.` */
function undoneMessage(context: CommandContext, restored: Action | undefined): string {
  const { t } = vscode.l10n;
  if (!restored) return t('There is nothing to undo.');
  const { keys, value: isRead } = restored;
  const [key = ''] = keys;
  const what = keys.length === 1 ? nameOf(context, key) : '';
  const one = isRead ? t('{0} is marked as read again.', what) : t('{0} is marked as unread again.', what);
  const several = isRead
    ? plural('{0} items are marked as read again.', keys.length)
    : plural('{0} items are marked as unread again.', keys.length);
  return keys.length === 1 ? one : several;
}

/** Names the item with a key; if it is not in the current briefing, with the briefing that it is in. */
function nameOf({ library, readers }: CommandContext, key: string): string {
  const { t } = vscode.l10n;
  const { content } = readers;
  const here = content && itemByKey(content.briefing, key);
  if (here) return t('“{0}”', itemName(here));
  const entry = findByKey(library.entries, key);
  const label = entry ? labelOf(entry, key) : '';
  const what = label === '' ? t('1 item') : t('“{0}”', label);
  const { title = '' } = entry?.outline ?? {};
  return title === '' || title === label ? what : t('{0} in “{1}”', what, shortName(title));
}

/** Whether all items with these keys are in the previous briefing of the history. */
function areInPreviousBriefing({ library, readers }: CommandContext, keys: readonly string[]): boolean {
  const { before, current } = readers.history;
  const left = before && before.uri !== current?.uri ? library.get(before.uri) : undefined;
  return left?.kind === 'briefing' && keys.every((key) => hasItem(left.outline, key));
}

/** Returns the label of an item, or the title of a briefing without items. '' if there is none. */
function labelOf({ outline }: ReadableEntry, key: string): string {
  const { kinds, labels, title } = outline;
  return kinds === '' ? title : (labels.split('\n')[itemKeys(outline).indexOf(key)] ?? '');
}

/** Returns the keys of the nodes that a command was called on, or of the item in the reader. */
function resolveKeys(context: CommandContext, argument: unknown, selection: unknown): readonly string[] {
  const nodes = resolveNodes(argument, selection);
  if (nodes.length > 0) return [...new Set(nodes.flatMap(keysUnder))];
  context.readers.requireCurrent();
  return context.readers.markableKeys;
}

/**
 * Returns the keys to star. A star belongs to a briefing or an item; for a section, to the passages of its own text.
 */
function resolveStars(context: CommandContext, argument: unknown, selection: unknown): readonly string[] {
  const keys = resolveNodes(argument, selection).flatMap(starsOf);
  const { item } = context.readers;
  if (keys.length > 0) return keys;
  if (item) return [item.key];
  throw new HumanError(vscode.l10n.t('Select a takeaway, a section or a briefing first.'));
}

function starsOf(node: StandingNode): readonly string[] {
  if (node.kind === 'item') return [node.item.key];
  if (node.kind === 'section') return node.passages.map(({ item }) => item.key);
  return node.kind === 'briefing' ? [node.entry.outline.key] : [];
}

function keysUnder(node: StandingNode): readonly string[] {
  if (node.kind === 'group') return keysIn(node.children.map(({ entry }) => entry));
  if (node.kind === 'briefing') return itemKeys(node.entry.outline);
  const hasItems = node.kind === 'section' || node.kind === 'item';
  return hasItems ? itemNodesUnder(node).map(({ item }) => item.key) : [];
}

function keysIn(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.flatMap((entry) => (entry.kind === 'briefing' ? itemKeys(entry.outline) : [])))];
}
