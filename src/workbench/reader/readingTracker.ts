import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { itemsIn } from '../../briefing/readingItems.ts';
import { briefingKey } from '../../briefing/text/wordsKey.ts';
import { keysOf } from '../../library/outline.ts';
import { findLandmark, type Landmark, storedPlace } from '../../library/progress/place.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import type { FromPage, Place } from '../../reader/messages.ts';
import { Contexts } from '../contexts.ts';
import { settings } from '../settings.ts';
import type { Reader } from './reader.ts';
import type { Readers } from './readers.ts';

type Saw = Pick<Extract<FromPage, { type: 'saw' }>, 'id' | 'end'>;

/** Writes into the reading log what the reader sees: where reading stands, and what counts as read. */
export class ReadingTracker implements vscode.Disposable {
  readonly #readingLog: ReadingLog;
  readonly #readers: Readers;
  readonly #contexts = new Contexts();
  readonly #listeners: vscode.Disposable;
  #last = '';
  /** What the pages have shown while the window had no focus: each tells of it only once. */
  #unseen: { readonly reader: Reader; readonly uri: string; readonly sight: Saw }[] = [];

  constructor(readingLog: ReadingLog, readers: Readers) {
    this.#readingLog = readingLog;
    this.#readers = readers;
    this.#listeners = vscode.Disposable.from(
      readers.onDidChangePlace(() => {
        this.#follow();
        this.#tell();
      }),
      readingLog.onDidChange(() => {
        this.#tell();
        readers.tellStatus();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#lookAgain();
      }),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #follow(): void {
    const { shown, current } = this.#readers;
    // At the end, where reading stopped is the last of what was read.
    if (!shown || shown.isEnd || !current?.isRead) return;
    const { uri, briefing, landmark, offset } = shown;
    const key = briefingKey(briefing);
    // A briefing that is given another title or date goes by another key, and its place goes with it.
    // Opened again at another place of the same item, it was read there last: what VS Code keeps says so as well.
    const now = JSON.stringify([uri, key, landmark?.id, offset]);
    if (now === this.#last) return;
    this.#last = now;
    // Until the page says how far: at its beginning.
    void this.#readingLog.stopAt(key, storedPlace(briefing, landmark, offset));
    if (settings().markRead === 'opened') this.#mark(briefing, landmark);
  }

  /** The page of a reader has come to rest at a place. */
  stopAt({ id, offset }: Place, { shown: { briefing }, isRead }: Reader): void {
    if (!isRead) return;
    void this.#readingLog.stopAt(
      briefingKey(briefing),
      storedPlace(briefing, findLandmark(briefing, id), offset),
    );
  }

  /** The page of a reader has shown an item to a person. */
  see(sight: Saw, reader: Reader): void {
    const { uri, briefing } = reader.shown;
    if (!reader.isRead) return;
    // A window in the background shows its page to nobody.
    if (!vscode.window.state.focused) {
      this.#unseen.push({ reader, uri, sight });
      return;
    }
    const rule = settings().markRead;
    if (rule === 'end' ? sight.end : rule === 'viewed')
      this.#mark(briefing, findLandmark(briefing, sight.id));
  }

  /** The window has the focus again: what is still shown is seen now. */
  #lookAgain(): void {
    const unseen = this.#unseen;
    this.#unseen = [];
    for (const { reader, uri, sight } of unseen) {
      const isOpen = this.#readers.all.includes(reader) && reader.panel.panel.visible;
      const { shown, view } = reader;
      if (isOpen && shown.uri === uri && (view === 'whole' || shown.landmark?.id === sight.id))
        this.see(sight, reader);
    }
  }

  /** What the menus and keys need to know of the item that is read. */
  #tell(): void {
    const { shown, item } = this.#readers;
    const keys = item ? [item.key] : shown ? keysOf(shown.briefing) : [];
    this.#contexts.set({
      'reader.read': keys.length > 0 && keys.every((key) => this.#readingLog.isRead(key)),
      'reader.starred': item !== undefined && keys.every((key) => this.#readingLog.isStarred(key)),
    });
  }

  /** An item; or the whole, where there is none in it. */
  #mark(briefing: Briefing, landmark: Landmark | undefined): void {
    const isItem = landmark !== undefined && landmark.kind !== 'section';
    const isBare = itemsIn(briefing).length === 0;
    const keys = isItem ? [landmark.key] : isBare ? keysOf(briefing) : [];
    const unread = keys.filter((key) => !this.#readingLog.isRead(key));
    if (unread.length > 0) void this.#readingLog.noteRead(unread);
  }
}
