import * as vscode from 'vscode';
import type { Library } from '../../library/library.ts';

/** What is typed is read at most this often (in ms), and for at most a part of the time. */
const PAUSE = 50;
const PART = 3;

/** Has the library follow what changes in open documents, and on disks that do not tell. */
export function followFiles(library: Library): vscode.Disposable {
  return vscode.Disposable.from(followOpenDocuments(library), refreshOnReturn(library));
}

/** Has the library follow what is typed into open documents, saved or not. */
function followOpenDocuments(library: Library): vscode.Disposable {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** When the next reading may be: a long text, which takes long to read, is read less often. */
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
    // What is typed until then is read along.
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
    // Closed without saving: the disk counts again.
    vscode.workspace.onDidCloseTextDocument(later),
    new vscode.Disposable(() => {
      timers.forEach((timer) => {
        clearTimeout(timer);
      });
    }),
  );
}

/** A look at all files is due at most this often, in ms. */
const REFRESH_INTERVAL = 60_000;

/** Looks at all files when a person comes back to the window: not every file system tells of every change. */
function refreshOnReturn(library: Library): vscode.Disposable {
  let last = Date.now();
  return vscode.window.onDidChangeWindowState(({ focused }) => {
    if (!focused || Date.now() - last < REFRESH_INTERVAL) return;
    last = Date.now();
    void library.refresh();
  });
}
