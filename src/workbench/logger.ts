import * as vscode from 'vscode';

/** Creates the log channel that a person finds in the Output view. */
export function createLogger(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('Briefing Reader', { log: true });
}
