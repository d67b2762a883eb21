import * as vscode from 'vscode';
import type { Reference } from '../../briefing/model.ts';
import { plainTextOf } from '../../briefing/plainTextOf.ts';
import { isSerious } from '../../briefing/problems.ts';
import { shownUrl, siteOf } from '../../briefing/safeUrl.ts';
import { isStarred, readCount, type ReadState } from '../../library/arrangement.ts';
import { nameOf, type OpenedBriefing } from '../../library/entry.ts';
import type {
  BriefingNode,
  BrokenNode,
  GroupNode,
  ReferenceNode,
  SearchNode,
  SectionNode,
  TakeawayNode,
  TreeNode,
} from '../../library/nodes.ts';
import { dateLabel, shortDateLabel, fileProblemMessage, placeOf, problemMessage } from '../convert.ts';
import { INBOX } from '../sources/inbox.ts';
import { stateUri } from './decorations.ts';

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
  const read = readCount(node.entry, state);
  const isFinished = read === keys.length;
  const starred = isStarred(node.entry, state);
  const takeaways = count === 1 ? t('1 takeaway') : t('{0} takeaways', count);
  const isBegun = read > 0 && !isFinished;
  const message = problem && problemMessage(problem);
  const progress = isBegun ? t('{0} of {1}', read, count) : takeaways;
  // The date gives way first where there is little room.
  const said = [starred && '★', message, count > 0 && progress, date !== undefined && shortDateLabel(date)];
  const spoken = [
    title,
    isFinished ? t('finished') : isBegun ? t('{0} of {1} read', read, count) : t('unread'),
    starred && t('starred'),
    message,
    count > 0 && !isBegun && takeaways,
    date !== undefined && dateLabel(date),
  ];
  const icon = isFinished ? 'check' : isBegun ? 'circle-outline' : 'circle-filled';
  const item = look(title, parts > 0 ? Collapsed : None, {
    icon: problem ? 'warning' : icon,
    context: ['briefing', isFinished ? 'read' : 'unread', ...flagsOf(node.uri, starred)].join('+'),
    description: said.filter(Boolean).join(' · '),
    spoken: spoken.filter(Boolean).join(', '),
    // What does not unfold is opened.
    ...(parts === 0 && { command: command('briefings.openBriefing', t('Open Briefing'), node) }),
  });
  item.resourceUri = stateUri(isFinished ? 'read' : 'unread');
  return item;
}

function brokenItem(node: BrokenNode): vscode.TreeItem {
  return look(nameOf(node.entry), None, {
    icon: 'error',
    context: ['broken', ...flagsOf(node.uri)].join('+'),
    description: fileProblemMessage(node.entry.problem),
    tooltip: `${fileNameAndPlace(node.uri)}\n\n${fileProblemMessage(node.entry.problem)}`,
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
  const { t } = vscode.l10n;
  const { label, text, emoji, references } = node.takeaway;
  const words = text.replaceAll('\n', ' ');
  const read = state.isRead(node.key);
  const starred = state.isStarred(node.key);
  const description = [emoji, label === undefined ? undefined : words].filter(Boolean).join(' ');
  const flags = [
    ...(references.some(({ url }) => url !== undefined) ? ['link'] : []),
    read ? 'read' : 'unread',
    ...(starred ? ['starred'] : []),
  ];
  const item = look(label ?? words, None, {
    icon: starred ? 'star-full' : read ? 'circle-small' : 'circle-small-filled',
    context: ['takeaway', ...flags].join('+'),
    description,
    tooltip: [label, text].filter(Boolean).join('\n\n'),
    spoken: [label ?? words, read ? t('read') : t('unread'), ...(starred ? [t('starred')] : []), description]
      .filter(Boolean)
      .join(', '),
    command: command('briefings.openTakeaway', t('Open Takeaway'), node),
  });
  item.resourceUri = stateUri(read ? 'read' : 'unread');
  return item;
}

function referenceItem(node: ReferenceNode): vscode.TreeItem {
  const { title, url } = node.reference;
  return look(title, None, {
    icon: url === undefined ? 'bookmark' : 'link-external',
    context: url === undefined ? 'reference' : 'reference+link',
    description: whereOf(node.reference),
    tooltip: [
      title,
      url === undefined ? vscode.l10n.t('The briefing gives no link for this reference.') : shownUrl(url),
    ].join('\n'),
    ...(url !== undefined && {
      command: command('briefings.openReference', vscode.l10n.t('Open Reference'), node),
    }),
  });
}

/** The tooltip of a briefing, made only when it is asked for: the lede as it reads, and what is wrong. */
export function briefingTooltip({ briefing, problems, uri }: OpenedBriefing): string {
  const lede = plainTextOf(briefing.lede);
  const serious = problems.filter(isSerious).slice(0, TOOLTIP_PROBLEMS);
  const messages = serious.map((problem) => `⚠ ${problemMessage(problem)}`).join('\n');
  return [briefing.title, shorten(lede), messages, fileNameAndPlace(uri)].filter(Boolean).join('\n\n');
}

interface Look {
  readonly icon: string;
  readonly context: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** For a screen reader, which sees no icon. */
  readonly spoken?: string;
  readonly command?: vscode.Command;
}

function look(label: string, state: vscode.TreeItemCollapsibleState, of: Look): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.iconPath = new vscode.ThemeIcon(of.icon);
  item.contextValue = of.context;
  if (of.description !== undefined) item.description = of.description;
  if (of.tooltip !== undefined) item.tooltip = of.tooltip;
  if (of.spoken !== undefined) item.accessibilityInformation = { label: of.spoken };
  if (of.command) item.command = of.command;
  return item;
}

function command(id: string, title: string, node: TreeNode): vscode.Command {
  return { command: id, title, arguments: [node] };
}

/** `Reuters · reuters.com`: the site that the briefing names, and the one that the link leads to. */
function whereOf({ site, url }: Reference): string {
  const host = url === undefined ? undefined : siteOf(url);
  return [...new Set([site, host])].filter(Boolean).join(' · ');
}

function fileNameAndPlace(uri: string): string {
  return placeOf(vscode.Uri.parse(uri));
}

function shorten(text: string): string {
  return text.length > TOOLTIP_LENGTH ? `${text.slice(0, TOOLTIP_LENGTH)}…` : text;
}
