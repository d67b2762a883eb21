import * as vscode from 'vscode';

/** What the `when` of menus and keys looks at: `briefings.` and each of these names. */
export function setContexts(values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values))
    void vscode.commands.executeCommand('setContext', `briefings.${name}`, value);
}
