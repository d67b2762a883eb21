import * as vscode from 'vscode';
import type { Library } from '../../library/library.ts';

/** What is typed is read at most this often (in ms), and for at most a part of the time. */
const PAUSE = 50;
const PART = 3;

/** Has the library follow what is typed into open documents, saved or not. */
export function followOpenDocuments(library: Library): vscode.Disposable {
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
