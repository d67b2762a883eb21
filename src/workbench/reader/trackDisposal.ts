import type * as vscode from 'vscode';

/** Returns whether a panel has been closed since this call. VS Code's API throws when a closed panel is accessed. */
export function trackDisposal(panel: vscode.WebviewPanel): () => boolean {
  let isClosed = false;
  panel.onDidDispose(() => {
    isClosed = true;
  });
  return () => isClosed;
}
