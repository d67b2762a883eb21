import { sumOf } from '../../base/sumOf.ts';
import { joinFilled } from '../../base/joinFilled.ts';
import * as vscode from 'vscode';
import { Emitter } from '../../base/event.ts';
import type { SourceNode, SourcesNode, TreeNode } from '../../library/tree/nodes.ts';
import type { Feeds, SourceRow } from '../feeds/feeds.ts';
import { capitalized } from '../labels.ts';
import { accessibleName } from './accessibleName.ts';
import { command, createTreeItem } from './createTreeItem.ts';
import { unreadLabel } from './viewHeader.ts';

/** The nodes of the sources in the sidebar, in a group of their own. */
export class SourceNodes {
  readonly #feeds: Pick<Feeds, 'rows' | 'onDidChange'>;
  readonly #changed = new Emitter<readonly TreeNode[]>();
  readonly #listener: { dispose(): void };
  readonly #group: SourcesNode = { kind: 'sources', id: 'sources', parent: undefined, children: [] };
  /** The row that each node was last drawn from. */
  readonly #drawn = new WeakMap<SourceNode, SourceRow>();
  #names: ReadonlyMap<string, string> = new Map();
  /** Fires with the nodes that have to be redrawn. */
  readonly onDidChange = this.#changed.event;

  constructor(feeds: Pick<Feeds, 'rows' | 'onDidChange'>) {
    this.#feeds = feeds;
    this.#listener = feeds.onDidChange(() => {
      this.#update();
    });
    this.#update();
  }

  /** The group, or nothing if there are no sources. */
  get nodes(): readonly SourcesNode[] {
    return this.#group.children.length > 0 ? [this.#group] : [];
  }

  /** The name of the source whose briefings are in a folder, by its URI. */
  nameOf(folder: string): string | undefined {
    return this.#names.get(folder);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  #update(): void {
    // Compared at the end, because the nodes are changed in place.
    const before = groupDescription(this.#group);
    const known = new Map(this.#group.children.map((node) => [node.id, node]));
    const rows = this.#feeds.rows.map((row) => ({ row, id: `source:${row.url}` }));
    const isSame = rows.length === known.size && rows.every(({ id }) => known.has(id));
    const changed: SourceNode[] = [];
    const children = rows.map(({ row, id }): SourceNode => {
      const node = known.get(id);
      if (node && (this.#drawn.get(node) === row || !hasChanged(node, row))) return node;
      const drawn = Object.assign(node ?? { kind: 'source', id, parent: this.#group }, row) as SourceNode;
      this.#drawn.set(drawn, row);
      changed.push(drawn);
      return drawn;
    });
    this.#group.children = children;
    this.#names = new Map(children.map(({ folder, name }) => [folder, name]));
    // Redrawing the group makes VS Code ask for all of its rows: for thousands, while sources are checked one by one.
    if (!isSame || groupDescription(this.#group) !== before) this.#changed.fire([this.#group]);
    else if (changed.length > 0) this.#changed.fire(changed);
  }
}

function hasChanged(node: SourceNode, row: SourceRow): boolean {
  const keys = Object.keys(row) as (keyof SourceRow)[];
  return keys.some((key) => node[key] !== row[key]);
}

/** `3 unread · 1 failed` */
function groupDescription({ children }: SourcesNode): string {
  const { t } = vscode.l10n;
  const failed = children.filter(({ problem }) => problem !== undefined).length;
  const unread = sumOf(children, (source) => source.unread);
  return joinFilled([unread > 0 && t('{0} unread', unread), failed > 0 && t('{0} failed', failed)], ' · ');
}

export function sourcesItem(node: SourcesNode): vscode.TreeItem {
  const label = vscode.l10n.t('Sources');
  const description = groupDescription(node);
  const item = createTreeItem(label, vscode.TreeItemCollapsibleState.Collapsed, {
    icon: 'rss',
    context: 'sources',
    description,
    accessibleName: accessibleName(label, description),
  });
  item.id = node.id;
  return item;
}

export function sourceItem(node: SourceNode): vscode.TreeItem {
  const { t } = vscode.l10n;
  const { id, url, name, checked, unread, problem, isChecking } = node;
  const last = checked === 0 ? t('not checked yet') : t('checked {0}', timeLabel(checked));
  const state = isChecking ? t('checking…') : (problem ?? last);
  const left = unread > 0 && t('{0} unread', unread);
  // A time alone is clear in the description; the tooltip has the whole sentence.
  const shortState = checked > 0 && state === last ? timeLabel(checked) : state;
  const title = problem === undefined ? t('Open Newest Briefing') : t('Show Error');
  const item = createTreeItem(name, vscode.TreeItemCollapsibleState.None, {
    icon: isChecking ? 'sync~spin' : problem === undefined ? 'rss' : 'warning',
    context: problem === undefined ? 'source' : 'source+failed',
    description: joinFilled([left, shortState], ' · '),
    tooltip: joinFilled([name, url, problem, capitalized(last)], '\n'),
    accessibleName: accessibleName(name, t('source'), unread > 0 && unreadLabel(unread), state),
    command: command('briefings.openSource', title, node),
  });
  item.id = id;
  return item;
}

/** `8:15 AM`, with the day if it is not today. */
function timeLabel(time: number): string {
  const date = new Date(time);
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(vscode.env.language, {
    ...(!isToday && { day: 'numeric', month: 'short' }),
    hour: 'numeric',
    minute: '2-digit',
  });
}
