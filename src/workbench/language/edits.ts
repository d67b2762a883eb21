import * as vscode from 'vscode';
import type { TextEdit } from '../../language/textEdit.ts';
import { toRange } from '../convert.ts';

/** Edits of one document, which are one step to undo. */
export function workspaceEdit(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ range, text, isSnippet }) =>
      isSnippet
        ? new vscode.SnippetTextEdit(toRange(range), new vscode.SnippetString(text))
        : new vscode.TextEdit(toRange(range), text),
    ),
  );
  return edit;
}

/** What makes another text of a document's, with as little as possible in between: marks and cursors stay elsewhere. */
export function replacement(document: vscode.TextDocument, text: string): vscode.TextEdit {
  const before = document.getText();
  const end = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const after = end === '\n' ? text : text.replaceAll('\n', end);
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const range = new vscode.Range(document.positionAt(head), document.positionAt(before.length - tail));
  // A place between the halves of a line's end is none.
  return document.getText(range) === before.slice(head, before.length - tail)
    ? new vscode.TextEdit(range, after.slice(head, after.length - tail))
    : new vscode.TextEdit(
        new vscode.Range(document.positionAt(0), document.positionAt(before.length)),
        after,
      );
}
