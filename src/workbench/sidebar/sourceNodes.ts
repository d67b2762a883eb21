import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import type { SourceNode, SourcesNode, TreeNode } from '../../library/tree/nodes.ts';
import type { Feeds, SourceRow } from '../feeds/feeds.ts';
import { rowName } from './rowName.ts';

/** The sources in the sidebar, in a group of their own. */
export class SourceNodes {
  readonly #feeds: Pick<Feeds, 'rows' | 'onDidChange'>;
  readonly #changed = new Emitter<readonly TreeNode[]>();
  readonly #listener: { dispose(): void };
  readonly #group: SourcesNode = { kind: 'sources', id: 'sources', parent: undefined, children: [] };
  /** Fires with those that are to be drawn anew. */
  readonly onDidChange = this.#changed.event;

  constructor(feeds: Pick<Feeds, 'rows' | 'onDidChange'>) {
    this.#feeds = feeds;
    this.#listener = feeds.onDidChange(() => {
      this.#take();
    });
    this.#take();
  }

  /** The group; none where there is no source. */
  get nodes(): readonly SourcesNode[] {
    return this.#group.children.length > 0 ? [this.#group] : [];
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  #take(): void {
    const known = new Map(this.#group.children.map((node) => [node.id, node]));
    const rows = this.#feeds.rows.map((row) => ({ row, id: `source:${row.url}` }));
    const isSame = rows.length === known.size && rows.every(({ id }) => known.has(id));
    const changed: SourceNode[] = [];
    const children = rows.map(({ row, id }): SourceNode => {
      const node = known.get(id);
      if (node && !isOther(node, row)) return node;
      const drawn = Object.assign(node ?? { kind: 'source', id, parent: this.#group }, row) as SourceNode;
      changed.push(drawn);
      return drawn;
    });
    this.#group.children = children;
    // The group says how many have failed.
    if (!isSame || changed.length > 0) this.#changed.fire([this.#group]);
  }
}

function isOther(node: SourceNode, row: SourceRow): boolean {
  const keys = Object.keys(row) as (keyof SourceRow)[];
  return keys.some((key) => node[key] !== row[key]);
}

export function sourcesItem({ id, children }: SourcesNode): vscode.TreeItem {
  const { t } = vscode.l10n;
  const item = new vscode.TreeItem(t('Sources'), vscode.TreeItemCollapsibleState.Collapsed);
  const failed = children.filter(({ problem }) => problem !== undefined).length;
  const fresh = children.reduce((sum, source) => sum + source.fresh, 0);
  const said = [fresh > 0 && t('{0} new', fresh), failed > 0 && t('{0} failed', failed)];
  item.id = id;
  item.iconPath = new vscode.ThemeIcon('rss');
  item.contextValue = 'sources';
  item.description = said.filter(Boolean).join(' · ');
  item.accessibilityInformation = { label: rowName(t('Sources'), item.description) };
  return item;
}

export function sourceItem(node: SourceNode): vscode.TreeItem {
  const { t } = vscode.l10n;
  const { id, url, name, checked, fresh, problem, isAsked } = node;
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.None);
  const last = checked === 0 ? t('not checked yet') : t('checked {0}', momentOf(checked));
  const state = isAsked ? t('checking…') : (problem ?? last);
  const news = fresh > 0 && t('{0} new', fresh);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon(isAsked ? 'sync~spin' : problem === undefined ? 'rss' : 'warning');
  item.contextValue = problem === undefined ? 'source' : 'source+failed';
  // Which time that is, its place says; the whole sentence is in the tooltip.
  const shown = checked > 0 && state === last ? momentOf(checked) : state;
  item.description = [news, shown].filter(Boolean).join(' · ');
  item.tooltip = [name, url, problem, last].filter(Boolean).join('\n');
  item.accessibilityInformation = { label: rowName(name, t('source'), news, state) };
  const title = problem === undefined ? t('Open Newest Briefing') : t('Show What Is Wrong');
  item.command = { command: 'briefings.openSource', title, arguments: [node] };
  return item;
}

/** `8:15 AM`, and the day where it is not today. */
function momentOf(time: number): string {
  const date = new Date(time);
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(vscode.env.language, {
    ...(!isToday && { day: 'numeric', month: 'short' }),
    hour: 'numeric',
    minute: '2-digit',
  });
}
