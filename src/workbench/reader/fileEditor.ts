import * as vscode from 'vscode';
import { ContextKeys } from '../contextKeys.ts';
import { HumanError, isDeleted } from '../errors.ts';
import type { Reader } from './reader.ts';
import type { Readers } from './readers.ts';

/** How long a range is highlighted, in ms. */
const HIGHLIGHT_TIME = 3000;

/** A visit to a briefing's file. It ends if the user types there, or leaves the editor. */
interface Visit {
  readonly editor: vscode.TextEditor;
  /** The initial position of the cursor. */
  readonly start: vscode.Position;
}

/**
 * The editor of a briefing's own file. A user who comes from the reader may still press one of the reader's keys, so
 * nothing is selected that a typed letter could replace. Instead, the range is highlighted for a moment, and Escape
 * leads back until something is typed.
 */
export class FileEditor implements vscode.Disposable {
  readonly #readers: Readers;
  readonly #contexts = new ContextKeys();
  readonly #decoration = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    // High contrast themes do not define this background colour.
    outline: '1px dotted',
    outlineColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #listeners: vscode.Disposable;
  #visit: Visit | undefined;
  /** The reader to return to. It is set before the file is shown, as a large file takes long. */
  #from: Reader | undefined;
  /** The editor in which words are highlighted. */
  #decoratedEditor: vscode.TextEditor | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readers: Readers) {
    this.#readers = readers;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        if (document === this.#visit?.editor.document) this.#endVisit();
        else if (document === this.#decoratedEditor?.document) this.#clearHighlight();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (this.#visit && editor !== this.#visit.editor) this.#endVisit();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [first] }) => {
        const { editor, start } = this.#visit ?? {};
        if (textEditor === editor && !(start && first?.isEmpty && first.active.isEqual(start)))
          this.#clearHighlight();
      }),
      readers.onDidChangeLocation(() => {
        if (this.#from && !readers.all.includes(this.#from)) this.#endVisit();
      }),
    );
  }

  /** Opens a file at a range. `reader`: the reader to return to. */
  async open(uri: vscode.Uri, range: vscode.Range | undefined, reader: Reader | undefined): Promise<void> {
    const document = await openIfReadable(uri);
    if (!document) {
      if (await isDeleted(uri)) throw new HumanError(vscode.l10n.t('The file no longer exists.'));
      // For a file that is not text, VS Code has another editor, or shows a message.
      await vscode.commands.executeCommand('vscode.open', uri);
      return;
    }
    const start = document.validatePosition(range?.start ?? new vscode.Position(0, 0));
    const selection = range && new vscode.Range(start, start);
    this.#endVisit();
    this.#from = reader;
    // Set before the editor is shown: the first key pressed there may be Escape.
    this.#contexts.set({ source: reader !== undefined });
    let editor: vscode.TextEditor;
    try {
      editor = await vscode.window.showTextDocument(document, selection ? { selection } : {});
    } catch (error) {
      this.#endVisit();
      throw error;
    }
    // Without a range, an editor that was open keeps its cursor, but not its selection.
    if (!selection) editor.selection = new vscode.Selection(editor.selection.active, editor.selection.active);
    this.#visit = { editor, start };
    if (range) this.#highlight(editor, range);
  }

  /** Highlights a range if the file is visible; the focus and the cursor stay where they are. */
  reveal(uri: string, range: vscode.Range): void {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
    if (!editor) return;
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.#highlight(editor, range);
  }

  /** Goes back to the reader from which the file was opened. */
  goBack(): void {
    if (!this.#from) return;
    this.#readers.makeCurrent(this.#from);
    this.#from.panel.focus();
  }

  dispose(): void {
    this.#endVisit();
    this.#listeners.dispose();
    this.#decoration.dispose();
  }

  #endVisit(): void {
    this.#clearHighlight();
    this.#visit = this.#from = undefined;
    this.#contexts.set({ source: false });
  }

  #highlight(editor: vscode.TextEditor, range: vscode.Range): void {
    this.#clearHighlight();
    this.#decoratedEditor = editor;
    editor.setDecorations(this.#decoration, [range]);
    this.#timer = setTimeout(() => {
      this.#clearHighlight();
    }, HIGHLIGHT_TIME);
  }

  #clearHighlight(): void {
    clearTimeout(this.#timer);
    this.#decoratedEditor?.setDecorations(this.#decoration, []);
    this.#decoratedEditor = undefined;
  }
}

/** Opens a file as text; undefined if it is not text, which VS Code refuses to open. */
async function openIfReadable(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
