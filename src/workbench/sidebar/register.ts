import * as vscode from 'vscode';
import type { Library } from '../../library/library.ts';
import type { TreeNode } from '../../library/tree/nodes.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import type { UnreadBriefings } from '../../library/progress/unreadBriefings.ts';
import { ContextKeys } from '../contextKeys.ts';
import type { Inbox } from '../sources/inbox.ts';
import { reportImported } from '../intake/importedFiles.ts';
import { LibraryDragAndDrop } from './dragAndDrop.ts';
import type { LibraryTree } from './libraryTree.ts';
import { viewHeaderOf } from './viewHeader.ts';
import type { ViewOptionsStore } from './viewOptions.ts';

/** The dependencies of the sidebar. */
export interface SidebarParts {
  readonly library: Library;
  readonly readingLog: ReadingLog;
  readonly unread: UnreadBriefings;
  readonly tree: LibraryTree;
  readonly inbox: Inbox;
  readonly options: ViewOptionsStore;
  /** `contentKnown` resolves when there is something to show, `allFilesRead` when every file has been read. */
  readonly contentKnown: Promise<void>;
  readonly allFilesRead: Promise<void>;
}

/** The registered sidebar, with its view. */
export type Sidebar = vscode.Disposable & { readonly view: vscode.TreeView<TreeNode> };

/** How often to check whether another day has begun, in ms. */
const DAY_CHECK = 60_000;

/** Shows the library in the sidebar. */
export function registerSidebar(parts: SidebarParts): Sidebar {
  const { library, readingLog, tree, inbox } = parts;
  const view = vscode.window.createTreeView('briefings.library', {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: new LibraryDragAndDrop(library, tree, inbox, reportImported),
  });
  void vscode.window.withProgress({ location: { viewId: 'briefings.library' } }, () => parts.allFilesRead);
  const updateHeader = headerUpdater(view, parts);
  let isHeaderShown = false;
  let showing: ReturnType<typeof setTimeout> | undefined;
  // Badge, title and message are set after the first rows, and from then on at once.
  void parts.contentKnown.then(() => {
    showing = setTimeout(() => {
      isHeaderShown = true;
      updateHeader();
    });
  });
  const updateIfShown = () => {
    if (isHeaderShown) updateHeader();
  };
  const disposable = vscode.Disposable.from(
    view,
    tree,
    tree.onDidArrange(updateIfShown),
    readingLog.onDidChangeProblem(updateIfShown),
    view.onDidExpandElement(({ element }) => {
      tree.recordExpansion(element, true);
    }),
    view.onDidCollapseElement(({ element }) => {
      tree.recordExpansion(element, false);
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) tree.onFocus();
    }),
    // Opened briefings are read by now, and another machine may have marked everything as seen.
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) tree.onFocus();
    }),
    onDayChange(() => {
      tree.onDayChange();
    }),
    new vscode.Disposable(() => {
      clearTimeout(showing);
    }),
  );
  return Object.assign(disposable, { view });
}

/** Returns a function that updates the view's badge, title, description and message. */
function headerUpdater(
  view: vscode.TreeView<TreeNode>,
  { library, readingLog, unread, tree, options }: SidebarParts,
): () => void {
  const contexts = new ContextKeys();
  const { title: ownTitle } = view;
  return () => {
    const status = viewHeaderOf(library, readingLog, options.value, {
      unread: unread.size,
      shown: tree.visibleCount,
      above: tree.rowsAboveEntries,
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
}

/** Calls a listener when another local day has begun. */
function onDayChange(listener: () => void): vscode.Disposable {
  let day = new Date().toDateString();
  const timer = setInterval(() => {
    const today = new Date().toDateString();
    if (day === today) return;
    day = today;
    listener();
  }, DAY_CHECK);
  return new vscode.Disposable(() => {
    clearInterval(timer);
  });
}
