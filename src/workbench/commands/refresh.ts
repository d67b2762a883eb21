import * as vscode from 'vscode';
import type { Command } from './context.ts';

/** Looks for briefings anew and reads them all, for file systems that do not tell of changes. */
export const refresh: Command = async ({ library }) => {
  await vscode.window.withProgress({ location: { viewId: 'briefings.library' } }, () => library.refresh());
};
