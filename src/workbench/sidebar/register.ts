import * as vscode from 'vscode';
import type { Library } from '../../library/library.ts';
import type { TreeNode } from '../../library/tree/nodes.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import type { UnreadBriefings } from '../../library/unreadBriefings.ts';
import { Contexts } from '../contexts.ts';
import type { Readers } from '../reader/readers.ts';
import type { Inbox } from '../sources/inbox.ts';
import { reportImported } from '../intake/importedFiles.ts';
import { registerDecorations } from './decorations.ts';
import { LibraryDragAndDrop, registerDropIntoEditor } from './dragAndDrop.ts';
import { Following } from './following.ts';
import type { LibraryTree } from './libraryTree.ts';
import { statusOf } from './status.ts';
import type { ViewOptionsStore } from './viewOptions.ts';

/** What the sidebar shows, and what it follows. */
export interface SidebarParts {
  readonly library: Library;
  readonly readingLog: ReadingLog;
  readonly unread: UnreadBriefings;
  readonly readers: Readers;
  readonly tree: LibraryTree;
  readonly inbox: Inbox;
  readonly options: ViewOptionsStore;
  /** When there is something to show; then, when every file was looked at. */
  readonly known: Promise<void>;
  readonly ready: Promise<void>;
}

/** How often it is looked whether another day has begun, in ms. */
const DAY_CHECK = 60_000;

/** Shows the library in the sidebar, and has the selection follow the reader. */
export function registerSidebar(
  parts: SidebarParts,
): vscode.Disposable & { readonly view: vscode.TreeView<TreeNode> } {
  const { library, readingLog, unread, readers, tree, inbox, options } = parts;
  const view = vscode.window.createTreeView('briefings.library', {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: new LibraryDragAndDrop(library, tree, inbox, reportImported),
  });
  const contexts = new Contexts();
  const { title: ownTitle } = view;
  const tell = () => {
    const status = statusOf(library, readingLog, options.value, {
      unread: unread.size,
      shown: tree.shown,
      above: tree.above,
    });
    const { badge, description, message, empty } = status;
    const title = status.title ?? ownTitle;
    // VS Code's own type has no room for no message.
    Object.assign(view, {
      badge,
      description,
      ...(title !== view.title && { title }),
      ...(message !== view.message && { message }),
    });
    contexts.set({ empty, canUndo: readingLog.canUndo, hasNews: tree.hasNews });
  };
  void vscode.window.withProgress({ location: { viewId: 'briefings.library' } }, () => parts.ready);
  let day = new Date().toDateString();
  const midnight = setInterval(() => {
    if (day === new Date().toDateString()) return;
    day = new Date().toDateString();
    tree.dayChanged();
  }, DAY_CHECK);
  const disposable = vscode.Disposable.from(
    view,
    tree,
    registerDecorations(),
    registerDropIntoEditor(),
    tree.onDidArrange(tell),
    readingLog.onDidChangeProblem(tell),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) tree.look();
    }),
    new Following(view, tree, readers),
    // What was opened is read by now, and another machine may have taken all as seen.
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) tree.look();
    }),
    new vscode.Disposable(() => {
      clearInterval(midnight);
    }),
  );
  return Object.assign(disposable, { view });
}
