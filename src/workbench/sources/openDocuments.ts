import * as vscode from 'vscode';
import type { Library } from '../../library/library.ts';

/** How long a person stops typing before the briefing is read anew, in ms. */
const PAUSE = 200;

/** Has the library follow what is typed into open documents, saved or not. */
export function followOpenDocuments(library: Library): vscode.Disposable {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const later = (document: vscode.TextDocument) => {
    const uri = document.uri.toString();
    if (!library.get(uri)) return;
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri);
        void library.update(uri);
      }, PAUSE),
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
