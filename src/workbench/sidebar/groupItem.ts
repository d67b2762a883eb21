import { joinFilled } from '../../base/joinFilled.ts';
import * as vscode from 'vscode';
import { fileNameOf } from '../../library/files/fileName.ts';
import { NO_DATE } from '../../library/tree/grouping.ts';
import { NEW } from '../../library/tree/news.ts';
import { type GroupNode, rowIdOf } from '../../library/tree/nodes.ts';
import { capitalized, pathLabel } from '../labels.ts';
import { EXTENSION_ID } from '../extensionId.ts';
import { INBOX } from '../sources/inbox.ts';
import { ownFolders } from '../sources/ownFolders.ts';
import { OTHER_FILES } from '../sources/openedSource.ts';
import { accessibleName } from './accessibleName.ts';
import { createTreeItem } from './createTreeItem.ts';
import { unreadLabel } from './viewHeader.ts';

/**
 * Returns a group's tree item. Ids: `date:today`, `date:2025-08`, `folder:file:///…`. While the list is filtered by
 * `words`, a group has another row, which is not collapsed because its own is: it would hide what was found. `source`:
 * the name of the source whose folder it is.
 */
export function groupItem(
  node: GroupNode,
  unfolded: boolean,
  words: string,
  source: string | undefined,
): vscode.TreeItem {
  const { id, unread, more = 0, folds = 0, isExpanded = unfolded && folds === 0 } = node;
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const isFolder = id.startsWith('folder:');
  const name = id.slice(id.indexOf(':') + 1);
  const label = source ?? (isFolder ? folderLabel(name, node.children[0]?.entry.root) : timeLabel(name));
  const isFiltered = words !== '';
  const isOwn = isFolder && ownFolders().some((uri) => uri.toString() === name);
  const isNews = id === `date:${NEW}`;
  const place = isFolder && name !== OTHER_FILES ? pathLabel(vscode.Uri.parse(name)) : undefined;
  // A collapsed group does not show the circles of its unread briefings.
  const left = more > 0 && vscode.l10n.t('{0} more below, by date', more);
  const item = createTreeItem(label, (isFiltered ? unfolded : isExpanded) ? Expanded : Collapsed, {
    icon: isFolder ? 'folder' : isNews ? 'bell' : 'calendar',
    context: isOwn ? 'group+own' : isNews ? 'group+new' : 'group',
    description: joinFilled([unread > 0 && vscode.l10n.t('{0} unread', unread), left], ' · ') || undefined,
    tooltip: place,
    accessibleName: accessibleName(label, unread > 0 && unreadLabel(unread), left, place),
  });
  item.id = isFiltered ? `${rowIdOf(node)}#${words}` : rowIdOf(node);
  return item;
}

function timeLabel(name: string): string {
  const { t } = vscode.l10n;
  switch (name) {
    case NEW:
      return t('New');
    case 'today':
      return t('Today');
    case 'yesterday':
      return t('Yesterday');
    case 'this-week':
      return t('This Week');
    case 'last-week':
      return t('Last Week');
    case NO_DATE:
      return t('No Date');
    default:
      return monthLabel(name);
  }
}

/** `2026-08` -> `August 2026`, `Серпень 2026 р.`: many languages write months in lower case, but not at the start. */
function monthLabel(month: string): string {
  const { language } = vscode.env;
  const format = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const label = new Date(`${month}-15T12:00:00Z`).toLocaleDateString(language, format);
  return capitalized(label);
}

/**
 * Returns the label of a folder in a source's root: its path there, after the root's label if there are several roots.
 */
function folderLabel(folder: string, root = folder): string {
  if (folder === root) return rootLabel(root);
  const inside = vscode.Uri.parse(folder).path.slice(vscode.Uri.parse(root).path.length + 1);
  const [open, another] = vscode.workspace.workspaceFolders ?? [];
  return open?.uri.toString() === root && !another ? inside : `${rootLabel(root)}/${inside}`;
}

function rootLabel(root: string): string {
  const { t } = vscode.l10n;
  if (root === OTHER_FILES) return t('Other Files');
  const uri = vscode.Uri.parse(root);
  if (uri.path.endsWith(INBOX)) return t('Inbox');
  const own = vscode.extensions.getExtension(EXTENSION_ID)?.extensionUri.toString();
  if (own !== undefined && root.startsWith(`${own}/`)) return t('Examples');
  const folder = vscode.workspace.workspaceFolders?.find((one) => one.uri.toString() === root);
  return folder?.name ?? fileNameOf(root);
}
