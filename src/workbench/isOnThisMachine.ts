import * as vscode from 'vscode';

/** Whether the extension's files are those of the machine that the person's browser runs on. */
export function isOnThisMachine(): boolean {
  return vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
}
