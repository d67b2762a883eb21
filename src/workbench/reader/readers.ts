import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import type { Item } from '../../briefing/readingItems.ts';
import { Emitter } from '../../base/event.ts';
import type { Library } from '../../library/library.ts';
import { keysOf } from '../../library/outline.ts';
import { keyHelp } from '../../reader/keyHelp.ts';
import type { FromPage, ReaderState, ReaderView } from '../../reader/messages.ts';
import { ContextKeys } from '../contextKeys.ts';
import { HumanError } from '../errors.ts';
import { FileFollower } from './fileFollower.ts';
import { isPinned } from './panel/isPinned.ts';
import type { PageFiles } from './panel/panelPage.ts';
import { type PanelParts, panelTitle, ReaderPanel } from './panel/readerPanel.ts';
import { Reader, type ReaderContent, type OpenOptions } from './reader.ts';
import type { ReaderViews } from './readerViews.ts';
import { ReadingHistory } from './readingHistory.ts';
import { READER_TYPE } from './viewTypes.ts';

/** Debounce of status updates after other briefings have changed, in ms: there can be thousands, and none is urgent. */
const STATUS_DELAY = 500;

/** The current briefing, and the item or section in it. */
export interface ReaderLocation {
  readonly uri: string;
  readonly id: string | undefined;
}

/** How a briefing is opened. */
export interface TabOpenOptions extends OpenOptions {
  /** The column to open it in, and whether in a tab of its own. */
  readonly column?: vscode.ViewColumn;
  readonly newTab?: boolean;
  /** As a preview beside the editor of its text, which keeps the focus. */
  readonly isPreview?: boolean;
}

/** A message from a reader's page. */
interface ReceivedMessage {
  readonly reader: Reader;
  readonly message: FromPage;
}

/** All open readers. One of them is the current one, which commands without an argument act on. */
export class Readers implements vscode.Disposable {
  readonly #parts: PanelParts;
  readonly #views: ReaderViews;
  readonly #contexts = new ContextKeys();
  readonly #locationChanged = new Emitter<Reader | undefined>();
  readonly #moved = new Emitter<Reader>();
  readonly #received = new Emitter<ReceivedMessage>();
  readonly #fileClosed = new Emitter<string>();
  /** The open readers, the most recently used one last. */
  readonly #open = new Set<Reader>();
  /** The custom editors: each is bound to one file. */
  readonly #editors = new Set<Reader>();
  /** The briefing that is being loaded, to be opened next. */
  #pending: { readonly uri: string | undefined } | undefined;
  readonly #listener: { dispose(): void };
  #statusTimer: ReturnType<typeof setTimeout> | undefined;
  readonly history = new ReadingHistory();
  /** Fires if another reader becomes the current one, or the location in the current one changes. */
  readonly onDidChangeLocation = this.#locationChanged.event;
  /** Fires if the location in any reader changes. */
  readonly onDidMove = this.#moved.event;
  readonly onDidReceiveMessage = this.#received.event;
  /** Fires with a file's URI when the last tab that has shown it is closed. */
  readonly onDidCloseFile = this.#fileClosed.event;

  constructor(
    library: Library,
    extension: vscode.Extension<unknown>,
    pageFiles: PageFiles,
    views: ReaderViews,
    status: PanelParts['status'],
  ) {
    this.#views = views;
    const keys = keyHelp(extension.packageJSON);
    this.#parts = { extensionUri: extension.extensionUri, files: pageFiles, keys, status };
    const files = new FileFollower(library, (reader) => this.#open.has(reader));
    this.#listener = library.onDidChange((uris) => {
      for (const reader of this.#open)
        if (uris.has(reader.content.uri)) void files.reload(reader, this.#editors.has(reader));
      clearTimeout(this.#statusTimer);
      this.#statusTimer = setTimeout(() => {
        this.postStatus();
      }, STATUS_DELAY);
    });
  }

  get all(): readonly Reader[] {
    return [...this.#open];
  }

  get current(): Reader | undefined {
    return [...this.#open].at(-1);
  }

  get content(): ReaderContent | undefined {
    return this.current?.content;
  }

  get location(): ReaderLocation | undefined {
    return this.content && { uri: this.content.uri, id: this.content.landmark?.id };
  }

  get item(): Item | undefined {
    return this.current?.item;
  }

  /** The keys of the current item or, if there is none, of all items: what Mark as Read marks. */
  get markableKeys(): readonly string[] {
    const { content, item } = this;
    return item ? [item.key] : content ? keysOf(content.briefing) : [];
  }

  get view(): ReaderView | undefined {
    return this.current?.view;
  }

  get isActive(): boolean {
    return this.current?.panel.isActive ?? false;
  }

  /** The URI of the briefing that is about to be opened, or else of the current one. */
  get pendingOrCurrentUri(): string | undefined {
    return this.#pending?.uri ?? this.location?.uri;
  }

  /**
   * Returns the current reader.
   * @throws HumanError if none is open.
   */
  requireCurrent(): Reader {
    if (!this.current) throw new HumanError(vscode.l10n.t('Open a briefing first.'));
    return this.current;
  }

  /** Like {@link requireCurrent}, but reveals the reader first, for effects that nobody would see in a hidden tab. */
  async revealCurrent(): Promise<Reader> {
    const reader = this.requireCurrent();
    const { panel } = reader.panel;
    if (panel.visible) return reader;
    // A hidden page receives no messages.
    const isVisible = new Promise<void>((resolve) => {
      const listener = panel.onDidChangeViewState(() => {
        if (!panel.visible) return;
        listener.dispose();
        resolve();
      });
    });
    panel.reveal();
    await isVisible;
    return reader;
  }

  /** Waits for a briefing that is to be opened. Undefined if another one was opened or requested in the meantime. */
  async ifStillWanted<T>(uri: string | undefined, briefing: Promise<T>): Promise<T | undefined> {
    const pending = { uri };
    this.#pending = pending;
    try {
      const found = await briefing;
      return this.#pending === pending ? found : undefined;
    } finally {
      if (this.#pending === pending) this.#pending = undefined;
    }
  }

  /**
   * Opens a briefing at one of its items, or at its beginning: in a reader that shows it already, or else in the one
   * that was used last, unless its tab is pinned.
   */
  open(uri: string, briefing: Briefing, { newTab = false, ...opening }: TabOpenOptions = {}): void {
    this.#pending = undefined;
    const { column, isPreview = false } = opening;
    const isNew = newTab || column === vscode.ViewColumn.Beside;
    const found = isPreview ? this.#previewOf(uri) : isNew ? undefined : this.#readerFor(uri);
    const reader = found ?? this.#create(uri, briefing, opening);
    // The content is rendered first: the rest can be done while the page lays it out.
    reader.open(uri, briefing, opening);
    this.makeCurrent(reader);
    if (isPreview) reader.panel.panel.reveal(undefined, true);
    else reader.panel.focus();
  }

  /** Adopts a panel that VS Code has kept over a reload, and restores its content. */
  restore(panel: vscode.WebviewPanel, uri: string, briefing: Briefing, state: ReaderState): void {
    const readerPanel = new ReaderPanel(panel, this.#parts, state.preview);
    const reader = this.#adopt(new Reader(readerPanel, uri, briefing, this.#views));
    reader.restore(uri, briefing, state);
    if (panel.active) this.makeCurrent(reader);
  }

  /** Adopts the panel of a custom editor, which is bound to one file. */
  adoptEditor(panel: vscode.WebviewPanel, uri: string, briefing: Briefing, start: OpenOptions): void {
    const reader = this.#adopt(new Reader(new ReaderPanel(panel, this.#parts), uri, briefing, this.#views));
    this.#editors.add(reader);
    reader.open(uri, briefing, start);
    if (panel.active) this.makeCurrent(reader);
  }

  /** Makes a reader the current one. */
  makeCurrent(reader: Reader): void {
    if (reader === this.current) return;
    this.#reorder(reader, true);
    this.#onCurrentChange();
  }

  /** Sends all pages the current status of their briefings. */
  postStatus(): void {
    for (const { panel } of this.#open) panel.postStatus();
  }

  /** Shows a sentence in the current reader; returns false if nobody would see it there. */
  say(text: string): boolean {
    return this.current?.panel.say(text) ?? false;
  }

  /**
   * Has the current reader's page write HTML and text to the clipboard, if it may; returns false if no page is visible.
   */
  copy(html: string, text: string): boolean {
    return this.current?.panel.copy(html, text) ?? false;
  }

  dispose(): void {
    this.#listener.dispose();
    clearTimeout(this.#statusTimer);
    for (const reader of this.#open) reader.dispose();
    this.#locationChanged.dispose();
    this.#moved.dispose();
    this.#received.dispose();
    this.#fileClosed.dispose();
  }

  #readerFor(uri: string): Reader | undefined {
    const latest = this.all.toReversed();
    const isFree = (reader: Reader) =>
      !this.#editors.has(reader) && !reader.panel.isPreview && !isPinned(reader.panel.panel);
    return latest.find(({ content }) => content.uri === uri) ?? latest.find(isFree);
  }

  #previewOf(uri: string): Reader | undefined {
    return this.all.findLast(({ panel, content }) => panel.isPreview && content.uri === uri);
  }

  #create(
    uri: string,
    briefing: Briefing,
    { column = vscode.ViewColumn.Active, isPreview = false }: TabOpenOptions,
  ): Reader {
    const panel = vscode.window.createWebviewPanel(
      READER_TYPE,
      panelTitle(briefing, isPreview),
      { viewColumn: column, preserveFocus: isPreview },
      { enableFindWidget: true },
    );
    const readerPanel = new ReaderPanel(panel, this.#parts, isPreview);
    return this.#adopt(new Reader(readerPanel, uri, briefing, this.#views));
  }

  #adopt(reader: Reader): Reader {
    const { panel } = reader.panel;
    // It becomes the current reader only once it has content.
    this.#reorder(reader, false);
    reader.onDidChangeLocation(() => {
      this.#moved.fire(reader);
      if (reader === this.current) this.#onCurrentChange();
    });
    reader.panel.onMessage((message) => {
      this.#received.fire({ reader, message });
    });
    const listener = panel.onDidChangeViewState(() => {
      if (panel.active && reader !== this.current) this.makeCurrent(reader);
    });
    panel.onDidDispose(() => {
      listener.dispose();
      this.#editors.delete(reader);
      this.#open.delete(reader);
      for (const uri of reader.files) if (!this.#isUsed(uri)) this.#fileClosed.fire(uri);
      this.#onCurrentChange();
    });
    return reader;
  }

  /** Whether an open tab has shown a file, or is about to. */
  #isUsed(uri: string): boolean {
    return this.#pending?.uri === uri || this.all.some(({ files }) => files.has(uri));
  }

  #reorder(reader: Reader, isLast: boolean): void {
    const others = this.all.filter((other) => other !== reader);
    this.#open.clear();
    for (const one of isLast ? [...others, reader] : [reader, ...others]) this.#open.add(one);
  }

  #onCurrentChange(): void {
    const { current } = this;
    this.#contexts.set({
      'reader.open': current !== undefined,
      'reader.view': current?.view,
      'reader.item': current?.item !== undefined,
      'reader.link': current?.item?.references.some(({ url }) => url !== undefined) ?? false,
    });
    if (current?.isForReading) this.history.record(current);
    this.#locationChanged.fire(current);
  }
}
