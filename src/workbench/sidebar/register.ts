import * as vscode from 'vscode';
import type { Library } from '../../library/library.ts';
import type { TreeNode } from '../../library/tree/nodes.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import type { UnreadBriefings } from '../../library/progress/unreadBriefings.ts';
import { Contexts } from '../contexts.ts';
import type { Inbox } from '../sources/inbox.ts';
import { reportImported } from '../intake/importedFiles.ts';
import { LibraryDragAndDrop } from './dragAndDrop.ts';
import type { LibraryTree } from './libraryTree.ts';
import { statusOf } from './status.ts';
import type { ViewOptionsStore } from './viewOptions.ts';

/** What the sidebar shows and follows. */
export interface SidebarParts {
  readonly library: Library;
  readonly readingLog: ReadingLog;
  readonly unread: UnreadBriefings;
  readonly tree: LibraryTree;
  readonly inbox: Inbox;
  readonly options: ViewOptionsStore;
  /** `known` resolves when there is something to show, `ready` when every file has been looked at. */
  readonly known: Promise<void>;
  readonly ready: Promise<void>;
}

/** The registered sidebar, with its view. */
export type Sidebar = vscode.Disposable & { readonly view: vscode.TreeView<TreeNode> };

/** How often to check whether another day has begun, in ms. */
const DAY_CHECK = 60_000;

/** Shows the library in the sidebar. */
export function registerSidebar(parts: SidebarParts): Sidebar {
  const { library, readingLog, unread, tree, inbox, options } = parts;
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
    // VS Code's types do not allow assigning undefined to these properties.
    Object.assign(view, {
      badge,
      description,
      ...(title !== view.title && { title }),
      ...(message !== view.message && { message }),
    });
    contexts.set({ empty, canUndo: readingLog.canUndo, hasNews: tree.hasNews });
  };
  let isShown = false;
  let showing: ReturnType<typeof setTimeout> | undefined;
  // Badge, title and message are set after the first rows, and from then on at once.
  void parts.known.then(() => {
    showing = setTimeout(() => {
      isShown = true;
      tell();
    });
  });
  const tellIfShown = () => {
    if (isShown) tell();
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
    tree.onDidArrange(tellIfShown),
    readingLog.onDidChangeProblem(tellIfShown),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) tree.look();
    }),
    // What was opened has been read by now, and another machine may have taken everything as seen.
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) tree.look();
    }),
    new vscode.Disposable(() => {
      clearInterval(midnight);
      clearTimeout(showing);
    }),
  );
  return Object.assign(disposable, { view });
}
