import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { splitLines } from '../../briefing/text/sourceText.ts';
import { tidy } from '../../base/tidy.ts';
import { isConverted } from '../../library/files/fileName.ts';
import { itemAtLine } from '../../library/progress/place.ts';
import { toRange } from '../toRange.ts';
import type { Reader } from '../reader/reader.ts';
import type { Readers } from '../reader/readers.ts';
import type { FileEditor } from '../reader/fileEditor.ts';
import type { OpenBriefing } from '../sources/openBriefing.ts';

/** How long the cursor has to rest before the preview follows it, in ms. */
const CURSOR_PAUSE = 150;

/** How long messages of a page may be an echo of following the cursor, in ms. */
const ECHO_TIME = 500;

/** How long the file of an untitled document may take to appear after saving, in ms. */
const TIMEOUT = 30_000;

/** What a preview has shown last, and when it last followed the cursor, in ms since 1970. */
interface Shown {
  readonly uri: string;
  readonly briefing: Briefing;
  readonly id: string | undefined;
  readonly followed: number;
  /**
   * The briefing's text, or the last one that was not empty: VS Code empties an untitled document before it closes it.
   */
  readonly words: string;
}

/** Has previews follow the cursor in the editors of their texts, and these editors show what is chosen in a preview. */
export class Previews implements vscode.Disposable {
  readonly #readers: Readers;
  readonly #source: FileEditor;
  readonly #load: OpenBriefing;
  readonly #shown = new WeakMap<Reader, Shown>();
  /** The position of the cursor when it was last followed, and in which version of the briefing. */
  readonly #cursors = new WeakMap<Reader, { readonly briefing: Briefing; readonly at: vscode.Position }>();
  readonly #listeners: vscode.Disposable;
  #isFollowing = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(readers: Readers, source: FileEditor, load: OpenBriefing) {
    this.#readers = readers;
    this.#source = source;
    this.#load = load;
    this.#listeners = vscode.Disposable.from(
      readers.onDidMove((reader) => {
        if (reader.panel.isPreview) this.#onMove(reader);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.#previewsOf(textEditor.document).length > 0) this.#followCursorSoon();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document.isUntitled) void this.#moveToSavedFile(document);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#rest);
    this.#listeners.dispose();
  }

  #previewsOf({ uri }: vscode.TextDocument): Reader[] {
    const key = uri.toString();
    return this.#readers.all.filter(({ panel, content }) => panel.isPreview && content.uri === key);
  }

  /** Handles a preview that shows another text, or another item of the same briefing. */
  #onMove(reader: Reader): void {
    const { uri, briefing, landmark } = reader.content;
    const before = this.#shown.get(reader);
    const followed = this.#isFollowing ? Date.now() : (before?.followed ?? 0);
    const words = tidy(briefing.text) || (before?.uri === uri ? before.words : '');
    this.#shown.set(reader, { uri, briefing, id: landmark?.id, followed, words });
    if (before?.briefing !== briefing) {
      this.#followCursorSoon();
      return;
    }
    const isEcho = this.#isFollowing || (!reader.panel.isActive && Date.now() - followed < ECHO_TIME);
    if (isEcho || !landmark || landmark.id === before.id || isConverted(uri)) return;
    this.#source.reveal(uri, toRange(landmark.kind === 'section' ? landmark.section.range : landmark.range));
  }

  #followCursorSoon(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#followCursor();
    }, CURSOR_PAUSE);
  }

  /**
   * Shows the item at the cursor of the active editor. Other editors are not followed, so that the user can move freely
   * in a preview. VS Code may report a cursor late that was already followed: the preview must not go back to it.
   */
  #followCursor(): void {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const at = editor.selection.active;
    for (const reader of this.#previewsOf(editor.document)) {
      const { briefing, landmark } = reader.content;
      const id = idAtCursor(briefing, editor);
      if (id === undefined) continue;
      const last = this.#cursors.get(reader);
      if (last?.briefing === briefing && last.at.isEqual(at)) continue;
      this.#cursors.set(reader, { briefing, at });
      if (id === landmark?.id) continue;
      this.#isFollowing = true;
      reader.choose(id, reader.view);
      this.#isFollowing = false;
    }
  }

  /** Shows the saved file in the preview of an untitled document: VS Code closes that document and opens the file. */
  async #moveToSavedFile(document: vscode.TextDocument): Promise<void> {
    const [preview] = this.#previewsOf(document);
    const words = preview && this.#shown.get(preview)?.words;
    if (!words) return;
    const isIts = (other: vscode.TextDocument) =>
      other !== document && !other.isUntitled && tidy(other.getText()) === words;
    const file = vscode.workspace.textDocuments.find(isIts) ?? (await openedSoon(isIts));
    if (!file) return;
    const opened = await this.#load(file.uri);
    if (opened?.kind !== 'briefing') return;
    for (const reader of this.#previewsOf(document)) {
      reader.moveTo(opened.uri, opened.briefing);
      reader.panel.fault = undefined;
    }
  }
}

/** Resolves with the next document to be opened that matches; undefined if there is none in time. */
function openedSoon(
  isIt: (document: vscode.TextDocument) => boolean,
): Promise<vscode.TextDocument | undefined> {
  return new Promise((resolve) => {
    const end = (document?: vscode.TextDocument) => {
      clearTimeout(timer);
      listener.dispose();
      resolve(document);
    };
    const timer = setTimeout(end, TIMEOUT);
    const listener = vscode.workspace.onDidOpenTextDocument((document) => {
      if (isIt(document)) end(document);
    });
  });
}

/**
 * Returns the id of the item at the cursor; undefined if there is none, or the briefing does not have the editor's
 * latest lines yet.
 */
export function idAtCursor(
  briefing: Briefing,
  { document, selection }: Pick<vscode.TextEditor, 'document' | 'selection'>,
): string | undefined {
  const isSame = splitLines(briefing.text).length === document.lineCount;
  return isSame && !isConverted(document.uri.toString())
    ? itemAtLine(briefing, selection.active.line)?.id
    : undefined;
}
