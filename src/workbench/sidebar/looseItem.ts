import * as vscode from 'vscode';
import type { LooseNode } from '../../library/tree/nodes.ts';
import { plural } from '../plural.ts';
import { command, createTreeItem } from './createTreeItem.ts';

/** Returns the tree item that says how many Markdown files are not read as briefings. A click reads them. */
export function looseItem(node: LooseNode): vscode.TreeItem {
  const { t } = vscode.l10n;
  const label =
    node.count === 1
      ? t('1 Markdown file not read as a briefing')
      : plural('{0} Markdown files not read as briefings', node.count);
  const item = createTreeItem(label, vscode.TreeItemCollapsibleState.None, {
    icon: 'markdown',
    context: node.kind,
    tooltip: [label, t('Select this row to read them as briefings.')].join('\n'),
    command: command('briefings.readLooseFiles', t('Read Them as Briefings'), node),
  });
  item.id = node.id;
  return item;
}
