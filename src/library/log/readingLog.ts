import { DAY } from '../../base/durations.ts';
import { type Disposable, Emitter } from '../../base/event.ts';
import { type Flag, type FlagMark, isKey, type Mark, Marks, type StoredPlace } from './marks.ts';
import type { Clock, Logger, Storage } from '../ports.ts';
import { type Action, UndoList } from './undoList.ts';
import { WindowLogs } from './windowLogs.ts';

/** The throttle for writing the place in a briefing, which changes all the time, in ms. */
const PLACE_DELAY = 1000;
/** How long it takes until the user knows that an item has been marked as read by reading, in ms. */
const NOTICE_TIME = 2000;

/**
 * What was read and starred, and where reading stopped, in all windows. Marks are kept even if their file or item no
 * longer exists.
 *
 *   ReadingLog     state (`Marks`), undo (`UndoList`), events
 *   └ WindowLogs   the files of all windows: reads changes, compacts old files
 *     ├ LogReader  which files have changed, and which are damaged
 *     ├ OwnLog     the two files of this window, written by a `Saver`
 *     └ logFiles   reads, writes, compacts and repairs one file, line by line (`markLines`)
 */
export class ReadingLog implements Disposable {
  readonly #clock: Clock;
  readonly #marks = new Marks();
  readonly #files: WindowLogs;
  readonly #changed = new Emitter<ReadonlySet<string>>();
  readonly #undo = new UndoList((key) => this.isRead(key));
  /** What was marked last by reading, and when; nothing after a request. */
  #noted: readonly string[] = [];
  #notedAt = 0;
  /** Keys that changed in files, and were not yet reported to listeners. */
  #unreported = new Set<string>();

  /** `windowId`: becomes a part of the names of the window's files. */
  constructor(storage: Storage, clock: Clock, logger: Logger, windowId: string) {
    this.#clock = clock;
    this.#files = new WindowLogs(storage, clock, logger, windowId, {
      add: (mark) => this.#addMark(mark, this.#unreported),
      onRead: () => {
        const news = this.#unreported;
        this.#unreported = new Set();
        this.#fire(news);
      },
    });
  }

  /** Fires with the keys whose read or starred state has changed; not for places, which change constantly. */
  get onDidChange() {
    return this.#changed.event;
  }

  /** Why marks cannot currently be written. They are lost if this window is closed. */
  get problem(): string | undefined {
    return this.#files.saver.problem;
  }

  get onDidChangeProblem() {
    return this.#files.saver.onDidChangeProblem;
  }

  get marks(): Iterable<Mark> {
    return this.#marks;
  }

  /** The keys of the starred items, the latest first. */
  get starred(): string[] {
    return this.#marks.starred;
  }

  get canUndo(): boolean {
    return !this.#undo.isEmpty;
  }

  isRead(key: string): boolean {
    return this.#marks.isSet('read', key);
  }

  /**
   * Whether a keyboard shortcut that marks items as read or unread is to mark them as read: if they are unread, or were
   * marked by reading while the user pressed it.
   */
  togglesToRead(keys: readonly string[]): boolean {
    return !keys.every((key) => this.isRead(key)) || this.#areJustNoted(keys);
  }

  /** The latest `read` mark of a key, if it was ever marked as read or unread. */
  readMark(key: string): FlagMark | undefined {
    return this.#marks.get('read', key);
  }

  isStarred(key: string): boolean {
    return this.#marks.isSet('starred', key);
  }

  storedPlaceOf(briefingKey: string): StoredPlace | undefined {
    return this.#marks.get('place', briefingKey)?.place;
  }

  /** When reading stopped in a briefing, in ms since 1970, or a little later. */
  placeStamp(briefingKey: string): number | undefined {
    return this.#marks.get('place', briefingKey)?.stamp;
  }

  /** Where reading stopped last, in any window. */
  lastPlace(): { readonly briefing: string; readonly place: StoredPlace } | undefined {
    const last = this.#marks.lastPlace;
    return last && { briefing: last.key, place: last.place };
  }

  /** Where reading stopped last in any of some briefings. */
  lastPlaceIn(briefings: ReadonlySet<string>): ReturnType<ReadingLog['lastPlace']> {
    const places = [...this.#marks.places].filter(({ key }) => briefings.has(key));
    const last = places.sort((a, b) => a.stamp - b.stamp).at(-1);
    return last && { briefing: last.key, place: last.place };
  }

  /** The places at some items, whatever their briefings were called then, the latest first. */
  placesAt(items: readonly string[]): readonly StoredPlace[] {
    const keys = new Set(items);
    const found = [...this.#marks.places].filter(({ place }) => keys.has(place.item));
    return found.sort((a, b) => b.stamp - a.stamp).map(({ place }) => place);
  }

  /**
   * Reads the files of all windows that have changed. To be called at the start, and if this window may have missed a
   * change. Never rejects: the next call retries files that cannot be read.
   */
  readChanges(): Promise<void> {
    return this.#files.readChanges();
  }

  /** Merges old files into one if there are too many. Never rejects. */
  compact(): Promise<void> {
    return this.#files.compact(this.#clock.now());
  }

  /** Marks items at the user's request. Resolves when it is on disk, as do `noteRead`, `star`, `stopAt` and `merge`. */
  markRead(keys: readonly string[], value = true): Promise<void> {
    // The user has marked them, too, and expects to undo that first.
    if (value && this.#areJustNoted(keys)) this.#undo.push({ keys, value }, true, this.#clock.now());
    this.#noted = [];
    return this.#mark({ keys, value }, true);
  }

  /** Marks a whole briefing that the user leaves by this. */
  markLeft(keys: readonly string[]): Promise<void> {
    return this.#mark({ keys, value: true, leaves: true }, true);
  }

  /** Marks items as read that were in view for long enough. */
  noteRead(keys: readonly string[]): Promise<void> {
    this.#noted = keys;
    this.#notedAt = this.#clock.now();
    return this.#mark({ keys, value: true }, false);
  }

  #mark(action: Action, isRequested: boolean): Promise<void> {
    const { value } = action;
    const keys = this.#toChange('read', action.keys, value);
    if (keys.length > 0) this.#undo.push({ ...action, keys }, isRequested, this.#clock.now());
    return this.#setAll('read', keys, value);
  }

  #areJustNoted(keys: readonly string[]): boolean {
    return this.#clock.now() - this.#notedAt < NOTICE_TIME && keys.every((key) => this.#noted.includes(key));
  }

  /** Sets a permanent `read` mark for a key that is not an item's; it cannot be undone. */
  setPermanently(key: string): Promise<void> {
    return this.#setAll('read', [key], true);
  }

  star(keys: readonly string[], value = true): Promise<void> {
    return this.#setAll('starred', this.#toChange('starred', keys, value), value);
  }

  stopAt(briefingKey: string, { item, number, offset }: StoredPlace): Promise<void> {
    checkKeys(item === '' ? [briefingKey] : [briefingKey, item]);
    if (!Number.isInteger(number)) throw new RangeError(`This is not the number of an item: ${number}`);
    // A page that has no height yet reports NaN.
    const place = { item, number, offset: Math.min(Math.max(offset || 0, 0), 1) };
    const last = this.#marks.lastPlace;
    if (last?.key === briefingKey && isSamePlace(last.place, place)) return this.#files.saver.saved;
    const stamp = this.#marks.nextStamp(this.#clock.now());
    return this.#record([{ kind: 'place', key: briefingKey, place, stamp }], PLACE_DELAY);
  }

  /**
   * Undoes the last `markRead`, `markLeft` or `noteRead` of this window; the next call undoes the one before. Returns
   * the restored keys and their value; undefined if there is nothing to undo.
   */
  undo(): Action | undefined {
    return this.#restore(this.#undo.pop());
  }

  /**
   * Returns what will undo the last action, whatever is marked until then: it restores only items that still have their
   * mark of this action, and returns them as `undo` does.
   */
  undoLater(): () => Action | undefined {
    const { last } = this.#undo;
    const stampOf = (key = '') => this.readMark(key)?.stamp;
    const stamp = stampOf(last?.keys[0]);
    return () => this.#restore(last && this.#undo.take(last, (key) => stampOf(key) === stamp));
  }

  #restore(action: Action | undefined): Action | undefined {
    if (action) void this.#setAll('read', action.keys, action.value);
    return action;
  }

  /** Adds marks from elsewhere. Stamps in the future come from a wrong clock, and are replaced by the current time. */
  merge(marks: Iterable<Mark>): Promise<void> {
    const now = Math.floor(this.#clock.now());
    const made = [...marks].map((mark) => (mark.stamp > now + DAY ? { ...mark, stamp: now } : mark));
    checkKeys(made.map(({ key }) => key));
    return this.#record(made);
  }

  /** Writes pending marks now. Resolves when that has succeeded or failed. */
  flush(): Promise<void> {
    return this.#files.saver.flush();
  }

  dispose(): void {
    this.#files.dispose();
    this.#changed.dispose();
  }

  #toChange(kind: Flag, keys: readonly string[], value: boolean): string[] {
    checkKeys(keys);
    return [...new Set(keys)].filter((key) => this.#marks.isSet(kind, key) !== value);
  }

  #setAll(kind: Flag, keys: readonly string[], value: boolean): Promise<void> {
    const stamp = this.#marks.nextStamp(this.#clock.now());
    return this.#record(keys.map((key) => ({ kind, key, value, stamp })));
  }

  #record(marks: readonly Mark[], delay = 0): Promise<void> {
    const changed = new Set<string>();
    const news = marks.filter((mark) => this.#addMark(mark, changed));
    if (news.length === 0) return this.#files.saver.saved;
    const saved = this.#files.write(news, delay);
    this.#fire(changed);
    return saved;
  }

  /** Adds a mark, and its key to `changed` if its value is new. Returns whether it is newer than the known mark. */
  #addMark(mark: Mark, changed: Set<string>): boolean {
    const before = mark.kind !== 'place' && this.#marks.isSet(mark.kind, mark.key);
    if (!this.#marks.add(mark)) return false;
    if (mark.kind !== 'place' && mark.value !== before) changed.add(mark.key);
    return true;
  }

  #fire(changed: ReadonlySet<string>): void {
    if (changed.size > 0) this.#changed.fire(changed);
  }
}

/** Throws for keys that cannot be written: such a bug in a caller must not keep other marks from being written. */
function checkKeys(keys: readonly string[]): void {
  const wrong = keys.find((key) => !isKey(key));
  if (wrong !== undefined) throw new RangeError(`This is not a key: ${wrong}`);
}

function isSamePlace(one: StoredPlace, other: StoredPlace): boolean {
  return one.item === other.item && one.number === other.number && one.offset === other.offset;
}
