import * as vscode from 'vscode';

/** Creates the log channel in the Output view. */
export function createLogger(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('Briefing Reader', { log: true });
}
