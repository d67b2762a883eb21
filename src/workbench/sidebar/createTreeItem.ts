import * as vscode from 'vscode';
import { directionOf } from '../../base/direction.ts';
import type { TreeNode } from '../../library/tree/nodes.ts';
import { pathLabel } from '../labels.ts';
import { rowName } from './accessibleName.ts';

interface Look {
  readonly icon: string;
  readonly context: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** The name for a screen reader, which cannot see the icon; by default the label. */
  readonly spoken?: string;
  readonly command?: vscode.Command;
}

/** Returns a row of the tree. Its texts are plain strings, never Markdown. */
export function look(label: string, state: vscode.TreeItemCollapsibleState, of: Look): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.iconPath = new vscode.ThemeIcon(of.icon);
  item.contextValue = of.context;
  // After right-to-left text, a number would be displayed before the words.
  if (of.description !== undefined)
    item.description = directionOf(label) === 'rtl' ? `\u200e${of.description}` : of.description;
  if (of.tooltip !== undefined) item.tooltip = of.tooltip;
  // Without a label, VS Code would read the whole tooltip, or everything that the row shows.
  item.accessibilityInformation = { label: of.spoken ?? rowName(label) };
  if (of.command) item.command = of.command;
  return item;
}

/** Returns the command that a click on a row runs. */
export function command(id: string, title: string, node: TreeNode): vscode.Command {
  return { command: id, title, arguments: [node] };
}

export function relativePathOf(uri: string): string {
  return pathLabel(vscode.Uri.parse(uri));
}
