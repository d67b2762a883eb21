import { joinFilled } from '../../base/joinFilled.ts';
import * as vscode from 'vscode';
import { readableAddress } from '../../briefing/text/links/readableAddress.ts';
import { shownUrl } from '../../briefing/text/links/safeUrl.ts';
import { shownReference } from '../../briefing/render/shownReference.ts';
import { readCount, type ReadState, starredCount } from '../../library/readState.ts';
import { filePrefix } from '../../library/tree/rowPrefixes.ts';
import { entryName } from '../../library/entry.ts';
import {
  type BriefingNode,
  type BrokenNode,
  type FoundNode,
  type ItemNode,
  itemNodesUnder,
  type ReferenceNode,
  rowIdOf,
  type SectionNode,
  type TreeNode,
} from '../../library/tree/nodes.ts';
import { dateLabel, itemsLabel, placeLabel, shortDateLabel } from '../labels.ts';
import { plural } from '../plural.ts';
import { fileProblemMessage, problemMessage } from '../problemMessages.ts';
import { INBOX } from '../sources/inbox.ts';
import { stateUri } from './decorations.ts';
import { command, pathLabelOf, createTreeItem } from './createTreeItem.ts';
import { accessibleName } from './accessibleName.ts';
import { itemKeys } from '../../library/outline.ts';

/** The nodes of a file, or of something in one. */
export type RowNode = Extract<TreeNode, { uri: string }>;

/** Knows which briefings are only examples. */
export interface Examples {
  isExample(uri: string): boolean;
}

/** Returns a node's tree item. Titles and texts are content: they are set as plain strings, never as Markdown. */
export function treeItemOf(node: RowNode, state: ReadState, examples: Examples): vscode.TreeItem {
  const item = itemOf(node, state, examples);
  item.id = node.kind === 'briefing' ? rowIdOf(node) : node.id;
  return item;
}

function itemOf(node: RowNode, state: ReadState, examples: Examples): vscode.TreeItem {
  switch (node.kind) {
    case 'briefing':
      return briefingItem(node, state, examples.isExample(node.uri));
    case 'broken':
      return brokenItem(node);
    case 'section':
      return sectionItem(node, state);
    case 'item':
      return readingItem(node, state);
    case 'found':
      return foundItem(node, state);
    case 'references':
      return createTreeItem(vscode.l10n.t('Links in the Text'), Collapsed, {
        icon: 'references',
        context: 'references',
      });
    case 'reference':
      return referenceItem(node);
  }
}

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

function briefingItem(node: BriefingNode, state: ReadState, isExample: boolean): vscode.TreeItem {
  const { t } = vscode.l10n;
  const { title, date, problem, childCount, kinds } = node.entry.outline;
  const count = kinds.length;
  const items = itemKeys(node.entry.outline).length;
  const unread = items - readCount(node.entry, state);
  const isFinished = items > 0 && unread === 0;
  // A star of its own, or else the number of its starred items.
  const isStarred = state.isStarred(node.entry.outline.key);
  const starred = isStarred ? 0 : starredCount(node.entry, state);
  const isBegun = !isFinished && unread < items;
  const left = isBegun && t('{0} unread', unread);
  const message = problem && problemMessage(problem, node.uri);
  const file = filePrefix(node.prefix, node.uri);
  const [day, longDay] = date === undefined ? [] : [shortDateLabel(date), dateLabel(date)];
  const isDayFirst = node.prefix === 'date';
  // Numbers rather than words, to save room; what the tooltip has, too, comes last, as the first to be cut off.
  const stars = isStarred ? '★' : starred > 0 && `★ ${starred}`;
  const description = [stars, left || (count > 0 && String(count)), !isDayFirst && day, message];
  const spokenName = accessibleName(
    joinFilled([isDayFirst && longDay, file, title], ', '),
    items > 0 && (isFinished ? t('finished') : left || t('unread')),
    isStarred ? t('starred') : starred > 0 && starredLabel(starred),
    message,
    isExample && t('Example'),
    count > 0 && itemsLabel(count),
    !isDayFirst && longDay,
  );
  const icon = items === 0 ? 'dash' : isFinished ? 'check' : isBegun ? 'circle-outline' : 'circle-filled';
  // “Example” comes first: after a long title it would be invisible.
  const label = joinFilled([isExample && t('Example'), isDayFirst && day, file, title], ' · ');
  const item = createTreeItem(label, childCount > 0 ? Collapsed : None, {
    icon,
    context: [
      'briefing',
      ...(items > 0 ? [isFinished ? 'read' : 'unread'] : []),
      ...flagsOf(node.uri, isStarred),
    ].join('+'),
    description: joinFilled(description, ' · '),
    accessibleName: spokenName,
    // If a row has a command, only its arrow expands it.
    command: command('briefings.openBriefing', t('Open Briefing'), node),
  });
  if (problem) item.resourceUri = stateUri('problem');
  else if (items > 0) item.resourceUri = stateUri(isFinished ? 'read' : 'unread');
  return item;
}

/** `2 starred items` */
function starredLabel(count: number): string {
  return count === 1 ? vscode.l10n.t('1 starred item') : plural('{0} starred items', count);
}

function brokenItem(node: BrokenNode): vscode.TreeItem {
  const { t } = vscode.l10n;
  const name = entryName(node.entry);
  const place = pathLabelOf(node.uri);
  const message = fileProblemMessage(node.entry.problem);
  return createTreeItem(name, None, {
    icon: 'error',
    context: ['broken', ...flagsOf(node.uri)].join('+'),
    description: message,
    tooltip: `${place}\n\n${message}`,
    accessibleName: accessibleName(name, message, place),
    // VS Code opens any file that it can, or says why not.
    command: { command: 'vscode.open', title: t('Open'), arguments: [vscode.Uri.parse(node.uri)] },
  });
}

/** Returns flags for the `when` clauses of menus. */
function flagsOf(uri: string, starred = false): string[] {
  return [...(starred ? ['starred'] : []), ...(uri.includes(`${INBOX}/`) ? ['inbox'] : [])];
}

/**
 * Returns a section's tree item. A section with text of its own has an icon like an item, for whether everything in it
 * is read; its star is the star of that text.
 */
function sectionItem(node: SectionNode, state: ReadState): vscode.TreeItem {
  const { t } = vscode.l10n;
  const { section, passages, children } = node;
  const { kind, title } = section;
  const folding = children.length === 0 ? None : kind === 'takeaways' ? Expanded : Collapsed;
  const items = itemNodesUnder(node);
  const unread = items.filter(({ item }) => !state.isRead(item.key)).length;
  const isCounted = items.length > 1;
  const left = isCounted && unread > 0 && t('{0} unread', unread);
  const marks = passages.length > 0 && marksOf(passages, unread === 0, state);
  const row = createTreeItem(title, folding, {
    icon: marks ? marks.icon : { takeaways: 'checklist', prose: 'note', references: 'references' }[kind],
    context: ['section', ...(marks ? ['text', ...marks.flags] : [])].join('+'),
    description: joinFilled([marks && marks.star, left || (isCounted && String(items.length))], ' · '),
    accessibleName: accessibleName(
      title,
      marks && marks.spoken,
      left || (isCounted && itemsLabel(items.length)),
    ),
    command: command('briefings.openBriefing', t('Open Section'), node),
  });
  if (marks) {
    row.resourceUri = stateUri(marks.state);
    // Without a tooltip, VS Code would show the name of this URI.
    row.tooltip = title;
  }
  return row;
}

/** Returns the marks of a section's own text, which may be divided into several passages. */
function marksOf(nodes: readonly ItemNode[], isRead: boolean, state: ReadState) {
  return itemMarks({
    isRead,
    isStarred: nodes.some(({ item }) => state.isStarred(item.key)),
    hasLink: nodes.some(({ item }) => hasUrl(item)),
  });
}

function hasUrl({ references }: ItemNode['item']): boolean {
  return references.some(({ url }) => url !== undefined);
}

function itemMarks({
  isRead,
  isStarred,
  hasLink,
}: Readonly<Record<'isRead' | 'isStarred' | 'hasLink', boolean>>) {
  const { t } = vscode.l10n;
  const state = isRead ? 'read' : 'unread';
  return {
    state,
    icon: isRead ? 'circle-small' : 'circle-small-filled',
    star: isStarred && '★',
    flags: [...(hasLink ? ['link'] : []), state, ...(isStarred ? ['starred'] : [])],
    spoken: [isRead ? t('read') : t('unread'), ...(isStarred ? [t('starred')] : [])].join(', '),
  } as const;
}

function readingItem(node: ItemNode, state: ReadState): vscode.TreeItem {
  const { parent, uri } = node;
  const { kind, key, label = '', text, emoji = '' } = node.item;
  // A passage is named after its section already.
  const isBelow = kind === 'takeaway' && parent.kind === 'section';
  const where = isBelow ? parent.section.title : pathLabelOf(uri);
  const hasLink = hasUrl(node.item);
  return itemTreeItem(node, { key, label, text, emoji, hasLink, where }, state);
}

/** Returns the tree item of a search result. It also says in which briefing the result is. */
function foundItem(node: FoundNode, state: ReadState): vscode.TreeItem {
  const { key, title: label, text, hasLink, where } = node;
  const texts = {
    description: where,
    tooltip: joinFilled([label, text, `${where}\n${pathLabelOf(node.uri)}`], '\n\n'),
  };
  if (node.of !== 'section') return itemTreeItem(node, { key, label, text, hasLink, where, ...texts }, state);
  return createTreeItem(label, None, {
    icon: 'note',
    context: 'section',
    ...texts,
    accessibleName: accessibleName(label, where),
    command: command('briefings.openBriefing', vscode.l10n.t('Open Section'), node),
  });
}

interface ItemRow {
  readonly key: string;
  /** '' if there is none. */
  readonly label: string;
  readonly text: string;
  readonly emoji?: string;
  readonly hasLink: boolean;
  /** The section, file or briefing that contains it. */
  readonly where: string;
  /** Shown instead of the item's own words. */
  readonly description?: string;
  readonly tooltip?: string;
}

function itemTreeItem(node: TreeNode, row: ItemRow, state: ReadState): vscode.TreeItem {
  const { t } = vscode.l10n;
  const { key, label, text, emoji = '', hasLink, where } = row;
  // Without a label, the first line of the text becomes the label, and the rest its description.
  const [name = '', ...beside] = [...(label === '' ? [] : [label]), ...text.split('\n')];
  const marks = itemMarks({ isRead: state.isRead(key), isStarred: state.isStarred(key), hasLink });
  const item = createTreeItem(name, None, {
    icon: marks.icon,
    context: ['item', ...marks.flags].join('+'),
    description: joinFilled([marks.star, row.description ?? joinFilled([emoji, ...beside], ' ')], ' '),
    tooltip: row.tooltip ?? joinFilled([label, text], '\n\n'),
    accessibleName: accessibleName(name, marks.spoken, where),
    command: command('briefings.openTakeaway', t('Open'), node),
  });
  item.resourceUri = stateUri(marks.state);
  return item;
}

function referenceItem(node: ReferenceNode): vscode.TreeItem {
  const { title, url } = node.reference;
  const shown = shownReference(node.reference);
  const { name } = shown;
  const where = placeLabel(shown);
  return createTreeItem(name, None, {
    icon: url === undefined ? 'bookmark' : 'link-external',
    context: url === undefined ? 'reference' : 'reference+link',
    description: where,
    accessibleName: accessibleName(name, url === undefined && vscode.l10n.t('no link'), where),
    tooltip: [
      title,
      url === undefined ? vscode.l10n.t('This reference has no link.') : readableAddress(shownUrl(url)),
    ].join('\n'),
    ...(url !== undefined && {
      command: command('briefings.openReference', vscode.l10n.t('Open Reference'), node),
    }),
  });
}
