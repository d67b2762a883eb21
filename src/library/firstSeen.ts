import type { ReadableEntry } from './entry.ts';
import { type Outline, sharesItems } from './outline.ts';
import type { Clock } from './ports.ts';
import { addCount } from '../base/collections/counts.ts';

/** The timestamp of briefings found by the first scan of their folder: they are not new. */
export const FROM_THE_START = 0;

/**
 * When the words of each briefing were first seen, in ms since 1970. This depends on the words and not on the file: a
 * briefing whose file is moved, renamed or edited is not new again.
 */
export class FirstSeen {
  readonly #clock: Clock;
  readonly #byText = new Map<string, number>();
  /** The number of further files with the same text. A removed file still counts: it may come back renamed. */
  readonly #copies = new Map<string, number>();
  /** The folders that were scanned completely at least once. */
  readonly #folders = new Set<string>();
  /** When the first scan of a folder found its first new briefing. Its others have the times after that, 1 ms apart. */
  readonly #scans = new Map<string, number>();
  #latest = FROM_THE_START;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The latest time at which any words were first seen. */
  get latest(): number {
    return this.#latest;
  }

  hasScanned(folder: string): boolean {
    return this.#folders.has(folder);
  }

  /** Records that a folder was scanned completely: later briefings are new. Returns whether this is the first time. */
  recordScan(folder: string): boolean {
    const isFirst = !this.#folders.has(folder);
    this.#folders.add(folder);
    this.#scans.delete(folder);
    return isFirst;
  }

  /** Records when words were seen, and returns the earliest known time for them. */
  record({ textHash }: Pick<Outline, 'textHash'>, seen: number): number {
    const known = this.#byText.get(textHash);
    if (known !== undefined) addCount(this.#copies, textHash);
    const earliest = Math.min(seen, known ?? seen);
    this.#byText.set(textHash, earliest);
    this.#latest = Math.max(this.#latest, earliest);
    return earliest;
  }

  /** Returns when the words of a file in a folder were first seen. `before`: the file's previous entry. */
  firstSeenOf(outline: Outline, folder: string, before: ReadableEntry | undefined): number {
    const kept = before && sharesItems(before.outline, outline) ? (before.seen ?? FROM_THE_START) : undefined;
    const seen = kept ?? this.#byText.get(outline.textHash) ?? this.#timeOfNew(outline, folder);
    if (before) this.#forget(before.outline.textHash);
    return this.record(outline, seen);
  }

  /** Forgets a text that no file has any more: a file that is edited all day has many versions. */
  #forget(text: string): void {
    const copies = this.#copies.get(text) ?? 0;
    if (copies === 0) this.#byText.delete(text);
    else if (copies === 1) this.#copies.delete(text);
    else this.#copies.set(text, copies - 1);
  }

  /** The timestamp of new words: later than all others, even if the clock was set back. */
  #timeOfNew({ date }: Outline, folder: string): number {
    const now = this.#clock.now();
    const isKnown = this.#folders.has(folder);
    if (!isKnown && (date === undefined || !isToday(date, now))) return FROM_THE_START;
    const time = isKnown ? now : (this.#scans.get(folder) ?? now);
    if (!isKnown) this.#scans.set(folder, time);
    return Math.max(time, this.#latest + 1);
  }
}

/** Whether a date, `2026-03-05`, is the local day of `now`. */
function isToday(date: string, now: number): boolean {
  return new Date(now).toDateString() === new Date(`${date}T00:00`).toDateString();
}
