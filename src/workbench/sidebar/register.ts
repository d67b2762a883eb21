import * as vscode from 'vscode';
import type { Library } from '../../library/library.ts';
import type { OutlineNode } from '../../library/outline.ts';
import type { Reader } from '../reader/reader.ts';
import { LibraryTree } from './libraryTree.ts';

/** Shows the library in the sidebar, and has the selection follow the reader. */
export function registerSidebar(
  library: Library,
  reader: Reader,
  ready: Promise<void>,
): vscode.Disposable & { readonly tree: LibraryTree; readonly view: vscode.TreeView<OutlineNode> } {
  const tree = new LibraryTree(library, ready);
  const view = vscode.window.createTreeView('briefings.library', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const follow = () => {
    const { place } = reader;
    // A hidden view would be opened by it.
    if (!place || !view.visible) return;
    const node = tree.find(place.uri, place.id);
    if (!node || view.selection[0]?.id === node.id) return;
    void view.reveal(node, { select: true, focus: false }).then(undefined, () => {
      // The library changed meanwhile: the change that did it is followed by a look of its own.
    });
  };
  const disposable = vscode.Disposable.from(
    view,
    tree,
    reader.onDidChangePlace(follow),
    view.onDidChangeVisibility(follow),
  );
  return Object.assign(disposable, { tree, view });
}
