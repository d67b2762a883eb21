import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { itemsIn } from '../../briefing/readingItems.ts';
import { briefingKey } from '../../briefing/text/wordsKey.ts';
import { keysOf } from '../../library/outline.ts';
import { findLandmark, type Landmark, storedPlace } from '../../library/progress/place.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import type { FromPage, ReadingPosition } from '../../reader/messages.ts';
import { ContextKeys } from '../contextKeys.ts';
import { settings } from '../settings.ts';
import type { Reader } from './reader.ts';
import type { Readers } from './readers.ts';

type ItemSeenMessage = Pick<Extract<FromPage, { type: 'itemSeen' }>, 'id' | 'end'>;

/** Writes into the reading log where reading is, and which items count as read. */
export class ReadingTracker implements vscode.Disposable {
  readonly #readingLog: ReadingLog;
  readonly #readers: Readers;
  readonly #contexts = new ContextKeys();
  readonly #listeners: vscode.Disposable;
  #savedLocation = '';
  /** The keys of what is shown that are read. */
  #read: ReadonlySet<string> = new Set();
  /** The keys of what is shown that the user has marked as unread meanwhile: it stays so while it is in view. */
  #keptUnread: ReadonlySet<string> = new Set();
  /** The messages that arrived while the window had no focus: each page reports an item only once. */
  #unseen: { readonly reader: Reader; readonly uri: string; readonly sight: ItemSeenMessage }[] = [];

  constructor(readingLog: ReadingLog, readers: Readers) {
    this.#readingLog = readingLog;
    this.#readers = readers;
    this.#listeners = vscode.Disposable.from(
      readers.onDidChangeLocation(() => {
        this.#saveLocation();
        this.#updateShown();
      }),
      readingLog.onDidChange(() => {
        this.#updateShown();
        readers.postStatus();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#replayUnseen();
      }),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #saveLocation(): void {
    const { content, current } = this.#readers;
    // At the end, the log has the position of the last item already.
    if (!content || content.isEnd || !current?.isForReading) return;
    const { uri, briefing, landmark, offset } = content;
    const key = briefingKey(briefing);
    // The key is included because a briefing with a new title or date gets a new key, to which its position has to
    // move. The offset is included because opening the same item at another offset changes the position, as in the
    // state that VS Code keeps.
    const now = JSON.stringify([uri, key, landmark?.id, offset]);
    if (now === this.#savedLocation) return;
    this.#savedLocation = now;
    // Until the page reports a position, it is the item's beginning.
    void this.#readingLog.stopAt(key, storedPlace(briefing, landmark, offset));
    if (settings().markRead === 'opened') this.#mark(briefing, landmark);
  }

  /** Saves the scroll position of a page. */
  savePosition({ id, offset }: ReadingPosition, { content: { briefing }, isForReading }: Reader): void {
    if (!isForReading) return;
    void this.#readingLog.stopAt(
      briefingKey(briefing),
      storedPlace(briefing, findLandmark(briefing, id), offset),
    );
  }

  /** Handles an item that was visible for long enough. */
  onItemSeen(sight: ItemSeenMessage, reader: Reader): void {
    const { uri, briefing } = reader.content;
    if (!reader.isForReading) return;
    // In a window without the focus, the user does not look at the page.
    if (!vscode.window.state.focused) {
      this.#unseen.push({ reader, uri, sight });
      return;
    }
    const rule = settings().markRead;
    if (rule === 'end' ? sight.end : rule === 'viewed')
      this.#mark(briefing, findLandmark(briefing, sight.id));
  }

  /** Handles the messages from the time without focus, for items that are still visible. */
  #replayUnseen(): void {
    const unseen = this.#unseen;
    this.#unseen = [];
    for (const { reader, uri, sight } of unseen) {
      const isOpen = this.#readers.all.includes(reader) && reader.panel.panel.visible;
      const { content, view } = reader;
      if (isOpen && content.uri === uri && (view === 'whole' || content.landmark?.id === sight.id))
        this.onItemSeen(sight, reader);
    }
  }

  /** Notes what is read of the current item, and sets the context keys about it, for menus and keys. */
  #updateShown(): void {
    const { item, markableKeys: keys } = this.#readers;
    const read = new Set(keys.filter((key) => this.#readingLog.isRead(key)));
    const wasMarked = (key: string) => this.#read.has(key) || this.#keptUnread.has(key);
    this.#keptUnread = new Set(keys.filter((key) => !read.has(key) && wasMarked(key)));
    this.#read = read;
    this.#contexts.set({
      'reader.read': keys.length > 0 && keys.every((key) => read.has(key)),
      'reader.starred': item !== undefined && keys.every((key) => this.#readingLog.isStarred(key)),
    });
  }

  /** Marks an item as read, or the whole briefing if it has no items. */
  #mark(briefing: Briefing, landmark: Landmark | undefined): void {
    const isItem = landmark !== undefined && landmark.kind !== 'section';
    const isBare = itemsIn(briefing).length === 0;
    const keys = isItem ? [landmark.key] : isBare ? keysOf(briefing) : [];
    const unread = keys.filter((key) => !this.#readingLog.isRead(key) && !this.#keptUnread.has(key));
    if (unread.length > 0) void this.#readingLog.noteRead(unread);
  }
}
