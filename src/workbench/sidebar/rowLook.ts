import * as vscode from 'vscode';
import { directionOf } from '../../briefing/text/direction.ts';
import type { TreeNode } from '../../library/tree/nodes.ts';
import { placeOf } from '../convert.ts';
import { rowName } from './rowName.ts';

interface Look {
  readonly icon: string;
  readonly context: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** For a screen reader, which sees no icon; the label where nothing else is said. */
  readonly spoken?: string;
  readonly command?: vscode.Command;
}

/** A row of the tree: plain strings, never Markdown. */
export function look(label: string, state: vscode.TreeItemCollapsibleState, of: Look): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.iconPath = new vscode.ThemeIcon(of.icon);
  item.contextValue = of.context;
  // A number behind words that are read from the right would stand before them.
  if (of.description !== undefined)
    item.description = directionOf(label) === 'rtl' ? `\u200e${of.description}` : of.description;
  if (of.tooltip !== undefined) item.tooltip = of.tooltip;
  // Without one, VS Code takes the whole tooltip, or all that the row shows.
  item.accessibilityInformation = { label: of.spoken ?? rowName(label) };
  if (of.command) item.command = of.command;
  return item;
}

/** What a click on a row runs. */
export function command(id: string, title: string, node: TreeNode): vscode.Command {
  return { command: id, title, arguments: [node] };
}

export function fileNameAndPlace(uri: string): string {
  return placeOf(vscode.Uri.parse(uri));
}
