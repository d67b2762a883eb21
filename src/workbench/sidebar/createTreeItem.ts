import * as vscode from 'vscode';
import { directionOf } from '../../base/direction.ts';
import type { TreeNode } from '../../library/tree/nodes.ts';
import { pathLabel } from '../labels.ts';
import { accessibleName } from './accessibleName.ts';

interface ItemOptions {
  readonly icon: string;
  readonly context: string;
  readonly description?: string | undefined;
  readonly tooltip?: string | undefined;
  /** The name for a screen reader; by default the label. */
  readonly accessibleName?: string;
  readonly command?: vscode.Command;
}

/** Returns a row of the tree. Its texts are plain strings, never Markdown. */
export function createTreeItem(
  label: string,
  state: vscode.TreeItemCollapsibleState,
  options: ItemOptions,
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.iconPath = new vscode.ThemeIcon(options.icon);
  item.contextValue = options.context;
  const { description } = options;
  // After right-to-left text, a number would be displayed before the words.
  if (description !== undefined)
    item.description = description && directionOf(label) === 'rtl' ? `\u200e${description}` : description;
  if (options.tooltip !== undefined) item.tooltip = options.tooltip;
  // Without a label, VS Code would read the whole tooltip, or everything that the row shows.
  item.accessibilityInformation = { label: options.accessibleName ?? accessibleName(label) };
  if (options.command) item.command = options.command;
  return item;
}

/** Returns the command that a click on a row runs. */
export function command(id: string, title: string, node: TreeNode): vscode.Command {
  return { command: id, title, arguments: [node] };
}

export function pathLabelOf(uri: string): string {
  return pathLabel(vscode.Uri.parse(uri));
}
