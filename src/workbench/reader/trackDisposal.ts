import type * as vscode from 'vscode';

/** Tells from now on whether a panel has been closed: asked anything then, it throws. */
export function trackDisposal(panel: vscode.WebviewPanel): () => boolean {
  let isClosed = false;
  panel.onDidDispose(() => {
    isClosed = true;
  });
  return () => isClosed;
}
