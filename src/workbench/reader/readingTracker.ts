import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { briefingKey, takeawayKey } from '../../briefing/wordsKey.ts';
import { takeawaysIn } from '../../library/items.ts';
import { keysOf } from '../../library/outline.ts';
import { findItem, type Item, storedPlace } from '../../library/place.ts';
import type { ReadingLog } from '../../library/readingLog.ts';
import type { Sight } from '../../reader/messages.ts';
import { Contexts } from '../contexts.ts';
import { settings } from '../settings.ts';
import type { Shown } from './reader.ts';
import type { Readers } from './readers.ts';

/** Writes into the reading log what the reader sees: where reading stands, and what counts as read. */
export class ReadingTracker implements vscode.Disposable {
  readonly #log: ReadingLog;
  readonly #readers: Readers;
  readonly #contexts = new Contexts();
  readonly #listeners: vscode.Disposable;
  #last = '';

  constructor(log: ReadingLog, readers: Readers) {
    this.#log = log;
    this.#readers = readers;
    this.#listeners = vscode.Disposable.from(
      readers.onDidChangePlace(() => {
        this.#follow();
        this.#tell();
      }),
      log.onDidChange(() => {
        this.#tell();
        readers.tellStatus();
      }),
      readers.onDidHear(({ reader, message }) => {
        if (message.type === 'saw' || message.type === 'stopped') this.#see(message, reader.shown);
      }),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #follow(): void {
    const { place, shown } = this.#readers;
    const now = JSON.stringify(place);
    // At the end, where reading stopped is the last of what was read.
    if (!shown || shown.isEnd || now === this.#last) return;
    this.#last = now;
    const { briefing, item, offset } = shown;
    // Until the page says how far: at its beginning.
    void this.#log.stopAt(briefingKey(briefing), storedPlace(briefing, item, offset));
    if (settings().markRead === 'opened') this.#mark(briefing, item);
  }

  #see(sight: Sight, { briefing }: Shown): void {
    const item = findItem(briefing, sight.id);
    if (sight.type === 'stopped') {
      void this.#log.stopAt(briefingKey(briefing), storedPlace(briefing, item, sight.offset));
      return;
    }
    // A window in the background shows its page to nobody.
    if (!vscode.window.state.focused) return;
    const rule = settings().markRead;
    if (rule === 'end' ? sight.end : rule === 'viewed' && (sight.end || item?.kind === 'takeaway'))
      this.#mark(briefing, item);
  }

  /** What the menus and keys need to know of the takeaway that is read. */
  #tell(): void {
    const { shown, takeaway } = this.#readers;
    const keys = takeaway ? [takeawayKey(takeaway)] : shown ? keysOf(shown.briefing) : [];
    this.#contexts.set({
      'reader.read': keys.length > 0 && keys.every((key) => this.#log.isRead(key)),
      'reader.starred': takeaway !== undefined && keys.every((key) => this.#log.isStarred(key)),
    });
  }

  /** A takeaway; or the whole, where that has none. */
  #mark(briefing: Briefing, item: Item | undefined): void {
    const isWhole = takeawaysIn(briefing.sections).length === 0;
    const keys = item?.kind === 'takeaway' ? [takeawayKey(item.takeaway)] : isWhole ? keysOf(briefing) : [];
    const unread = keys.filter((key) => !this.#log.isRead(key));
    if (unread.length > 0) void this.#log.markRead(unread);
  }
}
