import * as vscode from 'vscode';
import type { TextEdit } from '../../language/textEdit.ts';
import { toRange } from '../toRange.ts';

/** Returns edits of one document, which are a single undo step. */
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

/**
 * Returns an edit that turns a document's text into another one, and changes as little as possible in between:
 * decorations and cursors elsewhere stay.
 */
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
  // The range must not begin or end between the `\r` and the `\n` of a line ending: VS Code has no such position.
  return document.getText(range) === before.slice(head, before.length - tail)
    ? new vscode.TextEdit(range, after.slice(head, after.length - tail))
    : new vscode.TextEdit(
        new vscode.Range(document.positionAt(0), document.positionAt(before.length)),
        after,
      );
}
