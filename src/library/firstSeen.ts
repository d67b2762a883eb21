import type { ReadableEntry } from './entry.ts';
import { itemKeys, type Outline } from './outline.ts';
import type { Clock } from './ports.ts';

/** What was there when its folder was first looked at is as old as can be: it is nobody's news. */
export const FROM_THE_START = 0;

/**
 * When the words of each briefing were first seen, in ms since 1970. It goes by the words and not by the file: one that
 * is moved, renamed or edited is not new again.
 */
export class FirstSeen {
  readonly #clock: Clock;
  readonly #byText = new Map<string, number>();
  /** How many more files have the same words. One that is gone still counts: it may come back under another name. */
  readonly #copies = new Map<string, number>();
  /** The folders that were looked at once. */
  readonly #folders = new Set<string>();
  /** When the first look at a folder began to find news: what it finds has come at once, however long it takes. */
  readonly #looks = new Map<string, number>();
  #latest = FROM_THE_START;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The latest time at which anything was seen first. */
  get latest(): number {
    return this.#latest;
  }

  knows(folder: string): boolean {
    return this.#folders.has(folder);
  }

  /** All that is in a folder is known: what comes from now on is new. Whether that is so for the first time. */
  looked(folder: string): boolean {
    const isFirst = !this.#folders.has(folder);
    this.#folders.add(folder);
    this.#looks.delete(folder);
    return isFirst;
  }

  /** Of two that have the same words, the earlier time holds. */
  remember({ text }: Pick<Outline, 'text'>, seen: number): number {
    const known = this.#byText.get(text);
    if (known !== undefined) this.#copies.set(text, (this.#copies.get(text) ?? 0) + 1);
    const earliest = Math.min(seen, known ?? seen);
    this.#byText.set(text, earliest);
    this.#latest = Math.max(this.#latest, earliest);
    return earliest;
  }

  /** When what a file of a folder holds was first seen. `before`: what it held until now. */
  of(outline: Outline, folder: string, before: ReadableEntry | undefined): number {
    const kept = before && sharesItems(before.outline, outline) ? (before.seen ?? FROM_THE_START) : undefined;
    const seen = kept ?? this.#byText.get(outline.text) ?? this.#arrival(outline, folder);
    if (before) this.#leave(before.outline.text);
    return this.remember(outline, seen);
  }

  /** A file that is edited all day long would leave one text after the other here. */
  #leave(text: string): void {
    const copies = this.#copies.get(text) ?? 0;
    if (copies === 0) this.#byText.delete(text);
    else if (copies === 1) this.#copies.delete(text);
    else this.#copies.set(text, copies - 1);
  }

  /** Later than all others, also where the clock was set back. */
  #arrival({ date }: Outline, folder: string): number {
    const now = this.#clock.now();
    const isKnown = this.#folders.has(folder);
    if (!isKnown && (date === undefined || !isToday(date, now))) return FROM_THE_START;
    const time = isKnown ? now : (this.#looks.get(folder) ?? now);
    if (!isKnown) this.#looks.set(folder, time);
    return Math.max(time, this.#latest + 1);
  }
}

function sharesItems(one: Outline, other: Outline): boolean {
  const keys = new Set(itemKeys(one));
  return itemKeys(other).some((key) => keys.has(key));
}

/** Whether a local day, `2026-03-05`, has begun and is not over. Some have 23 hours, or 25. */
function isToday(date: string, now: number): boolean {
  return new Date(now).toDateString() === new Date(`${date}T00:00`).toDateString();
}
