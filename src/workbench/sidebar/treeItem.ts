import * as vscode from 'vscode';
import { plainTextOf } from '../../briefing/structure/prose.ts';
import { isSerious } from '../../briefing/problems.ts';
import { shownUrl } from '../../briefing/text/safeUrl.ts';
import { shownReference } from '../../briefing/render/shownReference.ts';
import { isStarred, readCount, type ReadState } from '../../library/tree/grouping.ts';
import { nameOf, type OpenedBriefing, type ReadableEntry } from '../../library/entry.ts';
import type {
  BriefingNode,
  BrokenNode,
  FoundNode,
  GroupNode,
  ReferenceNode,
  SearchNode,
  SectionNode,
  TakeawayNode,
  TreeNode,
} from '../../library/tree/nodes.ts';
import { dateLabel, shortDateLabel, fileProblemMessage, placeOf, problemMessage } from '../convert.ts';
import { INBOX } from '../sources/inbox.ts';
import { stateUri } from './decorations.ts';
import { rowName, shorten } from './rowName.ts';

const TOOLTIP_LENGTH = 600;
const TOOLTIP_PROBLEMS = 5;

/** How a node looks in the sidebar. Titles and texts are content: they go in as plain strings, never as Markdown. */
export function treeItemOf(
  node: Exclude<TreeNode, GroupNode | SearchNode>,
  state: ReadState,
): vscode.TreeItem {
  const item = itemOf(node, state);
  item.id = node.id;
  return item;
}

function itemOf(node: Exclude<TreeNode, GroupNode | SearchNode>, state: ReadState): vscode.TreeItem {
  switch (node.kind) {
    case 'briefing':
      return briefingItem(node, state);
    case 'broken':
      return brokenItem(node);
    case 'section':
      return sectionItem(node);
    case 'takeaway':
      return takeawayItem(node, state);
    case 'found':
      return foundItem(node, state);
    case 'references':
      return look(vscode.l10n.t('Links in the Text'), Collapsed, {
        icon: 'references',
        context: 'references',
      });
    case 'reference':
      return referenceItem(node);
  }
}

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

function briefingItem(node: BriefingNode, state: ReadState): vscode.TreeItem {
  const { t } = vscode.l10n;
  const { title, date, problem, keys, parts, takeaways: count } = node.entry.outline;
  const unread = keys.length - readCount(node.entry, state);
  const isFinished = unread === 0;
  const starred = isStarred(node.entry, state);
  const isBegun = !isFinished && unread < keys.length;
  const left = isBegun && t('{0} unread', unread);
  const message = problem && problemMessage(problem);
  // A number has room where a word has not; the date gives way first.
  const said = [
    starred && '★',
    message,
    left || (count > 0 && String(count)),
    date !== undefined && shortDateLabel(date),
  ];
  const spoken = rowName(
    title,
    isFinished ? t('finished') : left || t('unread'),
    starred && t('starred'),
    message,
    count > 0 && takeawaysLabel(count),
    date !== undefined && dateLabel(date),
  );
  const icon = isFinished ? 'check' : isBegun ? 'circle-outline' : 'circle-filled';
  const item = look(title, parts > 0 ? Collapsed : None, {
    icon: problem ? 'warning' : icon,
    context: ['briefing', isFinished ? 'read' : 'unread', ...flagsOf(node.uri, starred)].join('+'),
    description: said.filter(Boolean).join(' · '),
    spoken,
    // What does not unfold is opened.
    ...(parts === 0 && { command: command('briefings.openBriefing', t('Open Briefing'), node) }),
  });
  item.resourceUri = stateUri(isFinished ? 'read' : 'unread');
  return item;
}

function brokenItem(node: BrokenNode): vscode.TreeItem {
  const name = nameOf(node.entry);
  const place = fileNameAndPlace(node.uri);
  const message = fileProblemMessage(node.entry.problem);
  return look(name, None, {
    icon: 'error',
    context: ['broken', ...flagsOf(node.uri)].join('+'),
    description: message,
    tooltip: `${place}\n\n${message}`,
    spoken: rowName(name, message, place),
  });
}

/** For the menus' `when`. */
function flagsOf(uri: string, starred = false): string[] {
  return [...(starred ? ['starred'] : []), ...(uri.includes(`${INBOX}/`) ? ['inbox'] : [])];
}

function sectionItem(node: SectionNode): vscode.TreeItem {
  const { kind, title } = node.section;
  const state = node.children.length === 0 ? None : kind === 'takeaways' ? Expanded : Collapsed;
  return look(title, state, {
    icon: { takeaways: 'checklist', prose: 'note', references: 'references' }[kind],
    context: 'section',
    command: command('briefings.openBriefing', vscode.l10n.t('Open Section'), node),
  });
}

function takeawayItem(node: TakeawayNode, state: ReadState): vscode.TreeItem {
  const { key, parent, uri } = node;
  const { label = '', text, emoji = '', references } = node.takeaway;
  const where = parent.kind === 'section' ? parent.section.title : fileNameAndPlace(uri);
  const hasLink = references.some(({ url }) => url !== undefined);
  return takeawayLook(node, { key, label, text, emoji, hasLink, where }, state);
}

/** It stands in any briefing, so that it says in which. */
function foundItem(node: FoundNode, state: ReadState): vscode.TreeItem {
  const { key, title: label, text, hasLink } = node;
  const where = fileNameAndPlace(node.uri);
  if (node.of === 'takeaway')
    return takeawayLook(node, { key, label, text, emoji: '', hasLink, where }, state);
  return look(label, None, {
    icon: 'note',
    context: 'section',
    spoken: rowName(label, where),
    command: command('briefings.openBriefing', vscode.l10n.t('Open Section'), node),
  });
}

interface TakeawayRow {
  readonly key: string;
  /** '' for none. */
  readonly label: string;
  readonly text: string;
  /** '' for none. */
  readonly emoji: string;
  readonly hasLink: boolean;
  /** What it stands in. */
  readonly where: string;
}

function takeawayLook(node: TreeNode, row: TakeawayRow, state: ReadState): vscode.TreeItem {
  const { t } = vscode.l10n;
  const { key, label, text, emoji, hasLink, where } = row;
  const words = text.replaceAll('\n', ' ');
  const name = label === '' ? words : label;
  const read = state.isRead(key);
  const starred = state.isStarred(key);
  const flags = [...(hasLink ? ['link'] : []), read ? 'read' : 'unread', ...(starred ? ['starred'] : [])];
  const item = look(name, None, {
    icon: starred ? 'star-full' : read ? 'circle-small' : 'circle-small-filled',
    context: ['takeaway', ...flags].join('+'),
    description: [emoji, label !== '' && words].filter(Boolean).join(' '),
    tooltip: [label, text].filter(Boolean).join('\n\n'),
    spoken: rowName(name, read ? t('read') : t('unread'), starred && t('starred'), where),
    command: command('briefings.openTakeaway', t('Open Takeaway'), node),
  });
  item.resourceUri = stateUri(read ? 'read' : 'unread');
  return item;
}

function referenceItem(node: ReferenceNode): vscode.TreeItem {
  const { title, url } = node.reference;
  const { name, site, host } = shownReference(node.reference);
  const where = [site, host].filter(Boolean).join(' · ');
  return look(name, None, {
    icon: url === undefined ? 'bookmark' : 'link-external',
    context: url === undefined ? 'reference' : 'reference+link',
    description: where,
    spoken: rowName(name, url === undefined && vscode.l10n.t('no link'), where),
    tooltip: [
      title,
      url === undefined ? vscode.l10n.t('The briefing has no link for this reference.') : shownUrl(url),
    ].join('\n'),
    ...(url !== undefined && {
      command: command('briefings.openReference', vscode.l10n.t('Open Reference'), node),
    }),
  });
}

/** The tooltip of a briefing, made only when it is asked for: how far it is read, the lede, and what is wrong. */
export function briefingTooltip(
  { briefing, problems, uri }: OpenedBriefing,
  entry: ReadableEntry,
  state: ReadState,
): string {
  const { takeaways: count, keys } = entry.outline;
  const unread = keys.length - readCount(entry, state);
  const counted = count > 0 && `${takeawaysLabel(count)} · ${vscode.l10n.t('{0} unread', unread)}`;
  const lede = plainTextOf(briefing.lede);
  const serious = problems.filter(isSerious).slice(0, TOOLTIP_PROBLEMS);
  const messages = serious.map((problem) => `⚠ ${problemMessage(problem)}`).join('\n');
  return [briefing.title, counted, shorten(lede, TOOLTIP_LENGTH), messages, fileNameAndPlace(uri)]
    .filter(Boolean)
    .join('\n\n');
}

function takeawaysLabel(count: number): string {
  return count === 1 ? vscode.l10n.t('1 takeaway') : vscode.l10n.t('{0} takeaways', count);
}

interface Look {
  readonly icon: string;
  readonly context: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** For a screen reader, which sees no icon; the label where nothing else is said. */
  readonly spoken?: string;
  readonly command?: vscode.Command;
}

function look(label: string, state: vscode.TreeItemCollapsibleState, of: Look): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.iconPath = new vscode.ThemeIcon(of.icon);
  item.contextValue = of.context;
  if (of.description !== undefined) item.description = of.description;
  if (of.tooltip !== undefined) item.tooltip = of.tooltip;
  // Without one, VS Code takes the whole tooltip, or all that the row shows.
  item.accessibilityInformation = { label: of.spoken ?? rowName(label) };
  if (of.command) item.command = of.command;
  return item;
}

function command(id: string, title: string, node: TreeNode): vscode.Command {
  return { command: id, title, arguments: [node] };
}

function fileNameAndPlace(uri: string): string {
  return placeOf(vscode.Uri.parse(uri));
}

/** How a saved search looks: with how many items it finds. */
export function searchTreeItem({ id, name, query, count, hasMore }: SearchNode): vscode.TreeItem {
  const { t } = vscode.l10n;
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon('search');
  item.contextValue = 'search';
  item.tooltip = query;
  const found = count === undefined ? '' : `${count}${hasMore ? '+' : ''}`;
  item.description = found;
  item.accessibilityInformation = { label: rowName(name, t('saved search'), found && t('{0} found', found)) };
  return item;
}
