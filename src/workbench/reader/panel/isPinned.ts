import * as vscode from 'vscode';
import { READER_TYPE } from '../viewTypes.ts';

/**
 * Whether a panel's tab is pinned. VS Code exposes this only for tabs: the panel's tab is the one in the same column
 * with the same title.
 */
export function isPinned(panel: vscode.WebviewPanel): boolean {
  const group = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn === panel.viewColumn);
  const isItsTab = ({ input, label }: vscode.Tab) =>
    input instanceof vscode.TabInputWebview && input.viewType.endsWith(READER_TYPE) && label === panel.title;
  return group?.tabs.some((tab) => tab.isPinned && isItsTab(tab)) ?? false;
}
