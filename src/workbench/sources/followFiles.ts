import * as vscode from 'vscode';
import type { Library } from '../../library/library.ts';

/**
 * Limits how often a document is read while it is edited. PAUSE: the minimum time between two readings, in ms; PART:
 * that time as a multiple of the duration of the last reading.
 */
const PAUSE = 50;
const PART = 3;

/** Keeps the library up to date with open documents, and with file systems that report no changes. */
export function followFiles(library: Library): vscode.Disposable {
  return vscode.Disposable.from(followOpenDocuments(library), refreshOnReturn(library));
}

/** Keeps the library up to date with changes of open documents, saved or not. */
function followOpenDocuments(library: Library): vscode.Disposable {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** The earliest time of the next reading: a long text, which takes long to read, is read less often. */
  let next = 0;
  const read = async (uri: string) => {
    timers.delete(uri);
    const begun = performance.now();
    await library.update(uri);
    const end = performance.now();
    next = end + Math.max(PAUSE, (end - begun) * PART);
  };
  const later = (document: vscode.TextDocument) => {
    const uri = document.uri.toString();
    // Changes until the timer fires are included.
    if (!library.get(uri) || timers.has(uri)) return;
    timers.set(
      uri,
      setTimeout(() => void read(uri), Math.max(0, next - performance.now())),
    );
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      later(document);
    }),
    // A document that was closed without saving is read from the disk again.
    vscode.workspace.onDidCloseTextDocument(later),
    new vscode.Disposable(() => {
      timers.forEach((timer) => {
        clearTimeout(timer);
      });
    }),
  );
}

/** The minimum time between two refreshes of all files, in ms. */
const REFRESH_INTERVAL = 60_000;

/** Refreshes all files when the window gets the focus: not every file system reports every change. */
function refreshOnReturn(library: Library): vscode.Disposable {
  let last = Date.now();
  return vscode.window.onDidChangeWindowState(({ focused }) => {
    if (!focused || Date.now() - last < REFRESH_INTERVAL) return;
    last = Date.now();
    void library.refresh();
  });
}
