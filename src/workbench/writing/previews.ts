import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { splitLines } from '../../briefing/text/sourceText.ts';
import { tidy } from '../../base/tidy.ts';
import { isConverted } from '../../library/files/fileName.ts';
import { itemAtLine } from '../../library/progress/place.ts';
import { toRange } from '../convert.ts';
import type { Reader } from '../reader/reader.ts';
import type { Readers } from '../reader/readers.ts';
import type { SourceEditor } from '../reader/sourceEditor.ts';
import type { OpenBriefing } from '../sources/openBriefing.ts';

/** How long the cursor has to rest until its item is shown, in ms. */
const REST = 150;

/** For how long what a page tells may still come from its having followed the cursor, in ms. */
const ECHO = 500;

/** How long the file of a document that was saved may take to come, in ms. */
const PATIENCE = 30_000;

/** What a preview has shown last, and when that was the cursor's doing, in ms since 1970. */
interface Shown {
  readonly uri: string;
  readonly briefing: Briefing;
  readonly id: string | undefined;
  readonly followed: number;
  /** Its text; the last one that had any, where it was emptied: VS Code empties a document before it closes it. */
  readonly words: string;
}

/** Has the previews follow the cursor of their texts' editors, and these show what is gone to in a preview. */
export class Previews implements vscode.Disposable {
  readonly #readers: Readers;
  readonly #source: SourceEditor;
  readonly #load: OpenBriefing;
  readonly #shown = new WeakMap<Reader, Shown>();
  /** Where the cursor was when it was last followed, in which words. */
  readonly #cursors = new WeakMap<Reader, { readonly briefing: Briefing; readonly at: vscode.Position }>();
  readonly #listeners: vscode.Disposable;
  #isFollowing = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(readers: Readers, source: SourceEditor, load: OpenBriefing) {
    this.#readers = readers;
    this.#source = source;
    this.#load = load;
    this.#listeners = vscode.Disposable.from(
      readers.onDidMove((reader) => {
        if (reader.panel.isPreview) this.#moved(reader);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.#of(textEditor.document).length > 0) this.#followSoon();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document.isUntitled) void this.#followSaved(document);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#rest);
    this.#listeners.dispose();
  }

  #of({ uri }: vscode.TextDocument): Reader[] {
    const key = uri.toString();
    return this.#readers.all.filter(({ panel, shown }) => panel.isPreview && shown.uri === key);
  }

  /** A preview shows something else: other words, or another item of the same. */
  #moved(reader: Reader): void {
    const { uri, briefing, landmark } = reader.shown;
    const before = this.#shown.get(reader);
    const followed = this.#isFollowing ? Date.now() : (before?.followed ?? 0);
    const words = tidy(briefing.text) || (before?.uri === uri ? before.words : '');
    this.#shown.set(reader, { uri, briefing, id: landmark?.id, followed, words });
    if (before?.briefing !== briefing) {
      this.#followSoon();
      return;
    }
    const isEcho = this.#isFollowing || (!reader.panel.isActive && Date.now() - followed < ECHO);
    if (isEcho || !landmark || landmark.id === before.id || isConverted(uri)) return;
    this.#source.reveal(uri, toRange(landmark.kind === 'section' ? landmark.section.range : landmark.range));
  }

  #followSoon(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#follow();
    }, REST);
  }

  /**
   * Only the editor that has the cursor is followed: in a preview, a person goes where they like. VS Code may tell late of
   * a cursor that has been followed already: that takes nobody back.
   */
  #follow(): void {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const at = editor.selection.active;
    for (const reader of this.#of(editor.document)) {
      const { briefing, landmark } = reader.shown;
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

  /** A new document that is saved goes, and a file is there in its place: its preview shows that. */
  async #followSaved(document: vscode.TextDocument): Promise<void> {
    const [preview] = this.#of(document);
    const words = preview && this.#shown.get(preview)?.words;
    if (!words) return;
    const isIts = (other: vscode.TextDocument) =>
      other !== document && !other.isUntitled && tidy(other.getText()) === words;
    const file = vscode.workspace.textDocuments.find(isIts) ?? (await openedSoon(isIts));
    if (!file) return;
    const opened = await this.#load(file.uri);
    if (opened?.kind !== 'briefing') return;
    for (const reader of this.#of(document)) {
      reader.moveTo(opened.uri, opened.briefing);
      reader.panel.fault = undefined;
    }
  }
}

/** A document that is opened in a moment, if it is this one. */
function openedSoon(
  isIt: (document: vscode.TextDocument) => boolean,
): Promise<vscode.TextDocument | undefined> {
  return new Promise((resolve) => {
    const end = (document?: vscode.TextDocument) => {
      clearTimeout(timer);
      listener.dispose();
      resolve(document);
    };
    const timer = setTimeout(end, PATIENCE);
    const listener = vscode.workspace.onDidOpenTextDocument((document) => {
      if (isIt(document)) end(document);
    });
  });
}

/** The item at the cursor; undefined where there is none, or the editor has lines that the briefing does not know yet. */
export function idAtCursor(
  briefing: Briefing,
  { document, selection }: Pick<vscode.TextEditor, 'document' | 'selection'>,
): string | undefined {
  const isSame = splitLines(briefing.text).length === document.lineCount;
  return isSame && !isConverted(document.uri.toString())
    ? itemAtLine(briefing, selection.active.line)?.id
    : undefined;
}
