import * as vscode from 'vscode';

/** Returns the heading of the rows below it. */
export function separatorRow(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** Keeps the order of the rows: VS Code would sort by its own matching. */
export function keepOrder(pick: vscode.QuickPick<vscode.QuickPickItem>): void {
  // `sortByLabel` has worked for years, but is missing in its types.
  Object.assign(pick, { sortByLabel: false });
}
