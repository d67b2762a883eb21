import * as vscode from 'vscode';
import type { Reference } from '../../briefing/model.ts';
import { plainTextOf } from '../../briefing/plainTextOf.ts';
import { isSerious } from '../../briefing/problems.ts';
import { shownUrl, siteOf } from '../../briefing/safeUrl.ts';
import { nameOf } from '../../library/library.ts';
import type { BriefingNode, OutlineNode } from '../../library/outline.ts';
import { dateLabel, fileProblemMessage, placeOf, problemMessage } from '../convert.ts';

const TOOLTIP_LENGTH = 600;
const TOOLTIP_PROBLEMS = 5;

/** How a node looks in the sidebar. Titles and texts are content: they go in as plain strings, never as Markdown. */
export function treeItemOf(node: OutlineNode): vscode.TreeItem {
  const item = itemOf(node);
  item.id = node.id;
  return item;
}

function itemOf(node: OutlineNode): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case 'briefing': {
      const { briefing, problems } = node.entry;
      return look(briefing.title, node.children.length > 0 ? Collapsed : None, {
        icon: problems.some(isSerious) ? 'warning' : 'book',
        context: 'briefing',
        description: descriptionOf(node),
      });
    }
    case 'broken':
      return look(nameOf(node.entry), None, {
        icon: 'error',
        context: 'broken',
        description: fileProblemMessage(node.entry.problem),
        tooltip: `${fileNameAndPlace(node.uri)}\n\n${fileProblemMessage(node.entry.problem)}`,
      });
    case 'section': {
      const { kind, title } = node.section;
      const state = node.children.length === 0 ? None : kind === 'takeaways' ? Expanded : Collapsed;
      return look(title, state, {
        icon: { takeaways: 'checklist', prose: 'note', references: 'references' }[kind],
        context: 'section',
        command: command('briefings.openBriefing', vscode.l10n.t('Open Section'), node),
      });
    }
    case 'takeaway': {
      const { label, text, emoji, references } = node.takeaway;
      const words = text.replaceAll('\n', ' ');
      return look(label ?? words, None, {
        icon: 'circle-small',
        context: references.some(({ url }) => url !== undefined) ? 'takeaway+link' : 'takeaway',
        description: [emoji, label === undefined ? undefined : words].filter(Boolean).join(' '),
        tooltip: [label, text].filter(Boolean).join('\n\n'),
        command: command('briefings.openTakeaway', vscode.l10n.t('Open Takeaway'), node),
      });
    }
    case 'references':
      return look(vscode.l10n.t('Links in the Text'), Collapsed, {
        icon: 'references',
        context: 'references',
      });
    case 'reference': {
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
  }
}

/** The tooltip of a briefing, made only when it is asked for: the lede as it reads, and what is wrong. */
export function briefingTooltip({ entry, uri }: BriefingNode): string {
  const lede = plainTextOf(entry.briefing.lede);
  const serious = entry.problems.filter(isSerious).slice(0, TOOLTIP_PROBLEMS);
  const problems = serious.map((problem) => `⚠ ${problemMessage(problem)}`).join('\n');
  return [entry.briefing.title, shorten(lede), problems, fileNameAndPlace(uri)].filter(Boolean).join('\n\n');
}

interface Look {
  readonly icon: string;
  readonly context: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly command?: vscode.Command;
}

function look(label: string, state: vscode.TreeItemCollapsibleState, of: Look): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.iconPath = new vscode.ThemeIcon(of.icon);
  item.contextValue = of.context;
  if (of.description !== undefined) item.description = of.description;
  if (of.tooltip !== undefined) item.tooltip = of.tooltip;
  if (of.command) item.command = of.command;
  return item;
}

/** `19 August 2025 · 4 takeaways`; a problem takes the first place. */
function descriptionOf({ entry, takeaways }: BriefingNode): string {
  const { date } = entry.briefing;
  const problem = entry.problems.find(isSerious);
  const count = takeaways === 1 ? vscode.l10n.t('1 takeaway') : vscode.l10n.t('{0} takeaways', takeaways);
  return [problem && problemMessage(problem), date && dateLabel(date), takeaways > 0 && count]
    .filter(Boolean)
    .join(' · ');
}

function command(id: string, title: string, node: OutlineNode): vscode.Command {
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
