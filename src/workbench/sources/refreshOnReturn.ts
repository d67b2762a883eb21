import * as vscode from 'vscode';
import type { Library } from '../../library/library.ts';

/** A look at all files is due at most this often, in ms. */
const REST = 60_000;

/** Looks at all files when a person comes back to the window: not every file system tells of every change. */
export function refreshOnReturn(library: Library): vscode.Disposable {
  let last = Date.now();
  return vscode.window.onDidChangeWindowState(({ focused }) => {
    if (!focused || Date.now() - last < REST) return;
    last = Date.now();
    void library.refresh();
  });
}
