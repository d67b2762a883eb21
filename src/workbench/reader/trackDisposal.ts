import type * as vscode from 'vscode';

/**
 * Returns a function that tells whether a panel was closed since this call. VS Code's API throws if a closed panel is
 * accessed.
 */
export function trackDisposal(panel: vscode.WebviewPanel): () => boolean {
  let isClosed = false;
  panel.onDidDispose(() => {
    isClosed = true;
  });
  return () => isClosed;
}
