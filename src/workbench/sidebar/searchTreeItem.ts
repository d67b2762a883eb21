import * as vscode from 'vscode';
import type { SearchNode } from '../../library/nodes.ts';

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
  item.accessibilityInformation = {
    label: [name, t('saved search'), found && t('{0} found', found)].filter(Boolean).join(', '),
  };
  return item;
}
