import * as vscode from 'vscode';
import type { SearchNode } from '../../library/tree/nodes.ts';
import { accessibleName } from './accessibleName.ts';
import { createTreeItem } from './createTreeItem.ts';

/** Returns the tree item of a saved search, which shows how many items it finds. */
export function searchItem({ id, name, query, count, hasMore }: SearchNode): vscode.TreeItem {
  const { t } = vscode.l10n;
  const found = count === undefined ? '' : `${count}${hasMore ? '+' : ''}`;
  const item = createTreeItem(name, vscode.TreeItemCollapsibleState.Collapsed, {
    icon: 'search',
    context: 'search',
    description: found,
    tooltip: query,
    accessibleName: accessibleName(name, t('saved search'), found && t('{0} found', found)),
  });
  item.id = id;
  return item;
}
