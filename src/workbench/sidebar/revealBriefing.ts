import type * as vscode from 'vscode';
import type { TreeNode } from '../../library/tree/nodes.ts';
import type { LibraryTree } from './libraryTree.ts';

/** Maximum number of attempts, and the time between them in ms: the rows may be about to change. */
const ATTEMPTS = 8;
const PAUSE = 300;

/** Selects the row of a briefing, without the focus. Gives up if there is none, because the filter hides it. */
export async function revealBriefing(
  view: vscode.TreeView<TreeNode>,
  tree: LibraryTree,
  uri: string,
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const node = await tree.find(uri, undefined);
    try {
      if (node) {
        await view.reveal(node, { select: true, focus: false });
        return;
      }
    } catch {
      // VS Code does not have the row yet.
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
