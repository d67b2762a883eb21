import { type Disposable, Emitter } from '../../base/event.ts';
import { type Flag, type FlagMark, isKey, type Mark, Marks, type StoredPlace } from './marks.ts';
import type { Clock, Logger, Storage } from '../ports.ts';
import { type Action, UndoList } from './undoList.ts';
import { WindowLogs } from './windowLogs.ts';

const DAY = 24 * 3_600_000;
/** Reading on moves the place all the time: it is written at most this often (in ms). */
const PLACE_DELAY = 1000;

/**
 * What has been read and starred, and where reading stopped, in all windows. Each window writes a file of its own
 * and reads those of the others, so none can take back what another has written. No mark is forgotten because a
 * file or an item is gone.
 */
export class ReadingLog implements Disposable {
  readonly #clock: Clock;
  readonly #marks = new Marks();
  readonly #files: WindowLogs;
  readonly #changed = new Emitter<ReadonlySet<string>>();
  readonly #undo = new UndoList((key) => this.isRead(key));
  /** What was read from files and not yet told. */
  #news = new Set<string>();

  /** `windowId`: characters that a file's name may have. */
  constructor(storage: Storage, clock: Clock, logger: Logger, windowId: string) {
    this.#clock = clock;
    this.#files = new WindowLogs(storage, clock, logger, windowId, {
      take: (mark) => this.#take(mark, this.#news),
      taken: () => {
        const news = this.#news;
        this.#news = new Set();
        this.#tell(news);
      },
    });
  }

  /** Fires with the keys of what was read or starred, or is no longer. Places change all the time, and are asked for. */
  get onDidChange() {
    return this.#changed.event;
  }

  /** Why marks cannot be written at the moment, so that they would be lost with this window. */
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

  /** The last mark of a key, if it was ever read, or marked as unread. */
  readMark(key: string): FlagMark | undefined {
    return this.#marks.get('read', key);
  }

  isStarred(key: string): boolean {
    return this.#marks.isSet('starred', key);
  }

  placeIn(briefingKey: string): StoredPlace | undefined {
    return this.#marks.get('place', briefingKey)?.place;
  }

  /** When reading stopped there, in ms since 1970, or a little later. */
  placedAt(briefingKey: string): number | undefined {
    return this.#marks.get('place', briefingKey)?.stamp;
  }

  /** Where reading stopped last, in any window. */
  lastPlace(): { readonly briefing: string; readonly place: StoredPlace } | undefined {
    const last = this.#marks.lastPlace;
    return last && { briefing: last.key, place: last.place };
  }

  /** The same, of some briefings. */
  lastPlaceIn(briefings: ReadonlySet<string>): ReturnType<ReadingLog['lastPlace']> {
    const places = [...this.#marks.places].filter(({ key }) => briefings.has(key));
    const last = places.sort((a, b) => a.stamp - b.stamp).at(-1);
    return last && { briefing: last.key, place: last.place };
  }

  /**
   * Reads what all windows have written, as far as it has changed since. To be called at the start, and when a window
   * may have missed a change. Never rejects: the next call tries again what cannot be read.
   */
  follow(): Promise<void> {
    return this.#files.follow();
  }

  /** Makes one file of old ones where there are too many. Never rejects. */
  fold(now: number): Promise<void> {
    return this.#files.fold(now);
  }

  /** A person asks for it. Resolves when it is on disk, as do `noteRead`, `star`, `stopAt` and `merge`. */
  markRead(keys: readonly string[], value = true): Promise<void> {
    return this.#mark(keys, value, true);
  }

  /** They were in view for long enough. */
  noteRead(keys: readonly string[]): Promise<void> {
    return this.#mark(keys, true, false);
  }

  #mark(keys: readonly string[], value: boolean, isAsked: boolean): Promise<void> {
    const changing = this.#without('read', keys, value);
    if (changing.length > 0) this.#undo.push({ keys: changing, value }, isAsked, this.#clock.now());
    return this.#setAll('read', changing, value);
  }

  /** Notes that something holds from now on, which nobody takes back. */
  begin(key: string): Promise<void> {
    return this.#setAll('read', [key], true);
  }

  star(keys: readonly string[], value = true): Promise<void> {
    return this.#setAll('starred', this.#without('starred', keys, value), value);
  }

  stopAt(briefingKey: string, { item, number, offset }: StoredPlace): Promise<void> {
    checkKeys(item === '' ? [briefingKey] : [briefingKey, item]);
    if (!Number.isInteger(number)) throw new RangeError(`This is not the number of an item: ${number}`);
    // A page that has no height yet says NaN.
    const place = { item, number, offset: Math.min(Math.max(offset || 0, 0), 1) };
    const last = this.#marks.lastPlace;
    if (last?.key === briefingKey && isSame(last.place, place)) return this.#files.saver.saved;
    const stamp = this.#marks.nextStamp(this.#clock.now());
    return this.#record([{ kind: 'place', key: briefingKey, place, stamp }], PLACE_DELAY);
  }

  /**
   * Takes back the last `markRead` of this window, and by the next call the one before: gives the keys that have
   * their former value again, and what that is. Undefined where there is nothing to take back.
   */
  undo(): Action | undefined {
    const action = this.#undo.pop();
    if (action) void this.#setAll('read', action.keys, action.value);
    return action;
  }

  /** Takes marks from elsewhere. Those from the future were made under a wrong clock: they count as made now. */
  merge(marks: Iterable<Mark>): Promise<void> {
    const now = Math.floor(this.#clock.now());
    const made = [...marks].map((mark) => (mark.stamp > now + DAY ? { ...mark, stamp: now } : mark));
    checkKeys(made.map(({ key }) => key));
    return this.#record(made);
  }

  /** Writes what is not written yet. Resolves when that has succeeded or failed. */
  flush(): Promise<void> {
    return this.#files.saver.flush();
  }

  dispose(): void {
    this.#files.dispose();
    this.#changed.dispose();
  }

  #without(kind: Flag, keys: readonly string[], value: boolean): string[] {
    checkKeys(keys);
    return [...new Set(keys)].filter((key) => this.#marks.isSet(kind, key) !== value);
  }

  #setAll(kind: Flag, keys: readonly string[], value: boolean): Promise<void> {
    const stamp = this.#marks.nextStamp(this.#clock.now());
    return this.#record(keys.map((key) => ({ kind, key, value, stamp })));
  }

  #record(marks: readonly Mark[], delay = 0): Promise<void> {
    const changed = new Set<string>();
    const news = marks.filter((mark) => this.#take(mark, changed));
    if (news.length === 0) return this.#files.saver.saved;
    const saved = this.#files.write(news, delay);
    this.#tell(changed);
    return saved;
  }

  /** Whether the mark is newer than what was known. Its value may be the same. */
  #take(mark: Mark, changed: Set<string>): boolean {
    const before = mark.kind !== 'place' && this.#marks.isSet(mark.kind, mark.key);
    if (!this.#marks.add(mark)) return false;
    if (mark.kind !== 'place' && mark.value !== before) changed.add(mark.key);
    return true;
  }

  #tell(changed: ReadonlySet<string>): void {
    if (changed.size > 0) this.#changed.fire(changed);
  }
}

/** A key that cannot be written is a mistake of the caller's, and must not stop all others from being written. */
function checkKeys(keys: readonly string[]): void {
  const wrong = keys.find((key) => !isKey(key));
  if (wrong !== undefined) throw new RangeError(`This is not a key: ${wrong}`);
}

function isSame(one: StoredPlace, other: StoredPlace): boolean {
  return one.item === other.item && one.number === other.number && one.offset === other.offset;
}
