import * as vscode from 'vscode';
import type { SearchNode } from '../../library/tree/nodes.ts';
import { accessibleName } from './accessibleName.ts';

/** Returns the tree item of a saved search, which shows how many items it finds. */
export function searchItem({ id, name, query, count, hasMore }: SearchNode): vscode.TreeItem {
  const { t } = vscode.l10n;
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon('search');
  item.contextValue = 'search';
  item.tooltip = query;
  const found = count === undefined ? '' : `${count}${hasMore ? '+' : ''}`;
  item.description = found;
  item.accessibilityInformation = {
    label: accessibleName(name, t('saved search'), found && t('{0} found', found)),
  };
  return item;
}
