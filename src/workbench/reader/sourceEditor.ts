import * as vscode from 'vscode';
import { Contexts } from '../contexts.ts';
import type { Reader } from './reader.ts';
import type { Readers } from './readers.ts';

/** How long the words are marked, in ms. */
const MARKED = 3000;

/** Something to undo when the person types, moves on or goes back. */
interface Visit {
  readonly editor: vscode.TextEditor;
  /** Where the cursor was put. */
  readonly start: vscode.Position;
}

/**
 * The editor of a briefing's own file. Who comes to it from the reader may press one of the reader's keys once more: so
 * nothing is selected there that a key could replace. The words are marked for a moment, and until something is typed
 * Escape leads back.
 */
export class SourceEditor implements vscode.Disposable {
  readonly #readers: Readers;
  readonly #contexts = new Contexts();
  readonly #marked = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    // High contrast themes have no such background.
    outline: '1px dotted',
    outlineColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #listeners: vscode.Disposable;
  #visit: Visit | undefined;
  /** Whom a person has come from, or is on the way from: a large file takes long to be shown. */
  #from: Reader | undefined;
  /** Where words are marked. */
  #marking: vscode.TextEditor | undefined;
  #fading: ReturnType<typeof setTimeout> | undefined;

  constructor(readers: Readers) {
    this.#readers = readers;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        if (document === this.#visit?.editor.document) this.#leave();
        else if (document === this.#marking?.document) this.#fade();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (this.#visit && editor !== this.#visit.editor) this.#leave();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [first] }) => {
        const { editor, start } = this.#visit ?? {};
        if (textEditor === editor && !(start && first?.isEmpty && first.active.isEqual(start))) this.#fade();
      }),
      readers.onDidChangePlace(() => {
        if (this.#from && !readers.all.includes(this.#from)) this.#leave();
      }),
    );
  }

  /** Opens a file at a range, come from a reader or from elsewhere. */
  async open(uri: vscode.Uri, range: vscode.Range | undefined, reader: Reader | undefined): Promise<void> {
    const document = await textOf(uri);
    if (!document) {
      // For what is not text VS Code has another editor, or a sentence.
      await vscode.commands.executeCommand('vscode.open', uri);
      return;
    }
    const start = document.validatePosition(range?.start ?? new vscode.Position(0, 0));
    const selection = range && new vscode.Range(start, start);
    this.#leave();
    this.#from = reader;
    // Before it is shown: the first key that is pressed there may be Escape.
    this.#contexts.set({ source: reader !== undefined });
    let editor: vscode.TextEditor;
    try {
      editor = await vscode.window.showTextDocument(document, selection ? { selection } : {});
    } catch (error) {
      this.#leave();
      throw error;
    }
    // Without a range an editor that was open keeps what is selected in it.
    if (!selection) editor.selection = new vscode.Selection(editor.selection.active, editor.selection.active);
    this.#visit = { editor, start };
    if (range) this.#mark(editor, range);
  }

  /** Shows a range where the file is seen already: the focus and the cursor stay where they are. */
  reveal(uri: string, range: vscode.Range): void {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
    if (!editor) return;
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.#mark(editor, range);
  }

  /** To the reader that one came from, where one has just come from it. */
  goBack(): void {
    if (!this.#from) return;
    this.#readers.use(this.#from);
    this.#from.panel.focus();
  }

  dispose(): void {
    this.#leave();
    this.#listeners.dispose();
    this.#marked.dispose();
  }

  #leave(): void {
    this.#fade();
    this.#visit = this.#from = undefined;
    this.#contexts.set({ source: false });
  }

  #mark(editor: vscode.TextEditor, range: vscode.Range): void {
    this.#fade();
    this.#marking = editor;
    editor.setDecorations(this.#marked, [range]);
    this.#fading = setTimeout(() => {
      this.#fade();
    }, MARKED);
  }

  #fade(): void {
    clearTimeout(this.#fading);
    this.#marking?.setDecorations(this.#marked, []);
    this.#marking = undefined;
  }
}

/** Undefined for what is not text: VS Code opens none of it so. */
async function textOf(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
