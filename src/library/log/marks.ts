import { compareStrings } from '../../base/compareStrings.ts';

/** Where reading stopped in a briefing. */
export interface StoredPlace {
  /** The key of the item or section; '' for a place in the briefing as a whole. */
  readonly item: string;
  /** Its index among the briefing's sections and items, in case its words no longer exist. */
  readonly number: number;
  /** How far into it, from 0 to 1. */
  readonly offset: number;
}

/** The properties that an item can have in the reading log. */
export type Flag = 'read' | 'starred';

export interface FlagMark {
  readonly kind: Flag;
  readonly key: string;
  readonly value: boolean;
  /** When it was made: an integer > 0, about the time in ms since 1970, but above all stamps that were known then. */
  readonly stamp: number;
}

export interface PlaceMark {
  readonly kind: 'place';
  /** The key of the briefing. */
  readonly key: string;
  readonly place: StoredPlace;
  readonly stamp: number;
}

/** One entry of the reading log. */
export type Mark = FlagMark | PlaceMark;

/** The last time that a `Date` can hold, in ms since 1970: a greater stamp is invalid. */
export const LAST_STAMP = 8.64e15;

const KEY = /^[0-9A-Za-z_-]{1,40}$/;

export function isKey(text: string): boolean {
  return KEY.test(text);
}

/**
 * The latest mark of each kind and key. Marks may be added in any order, and repeatedly, with the same result. So each
 * window can write its own files, and read those of all others.
 */
export class Marks implements Iterable<Mark> {
  /** Key -> stamp, negative if the value is false: one number per key, as there may be 100,000. */
  readonly #flags = { read: new Map<string, number>(), starred: new Map<string, number>() };
  readonly #places = new Map<string, PlaceMark>();
  #newest = 0;
  #lastPlace: PlaceMark | undefined;

  get size(): number {
    return this.#flags.read.size + this.#flags.starred.size + this.#places.size;
  }

  /** The latest stamp; 0 without marks. */
  get newest(): number {
    return this.#newest;
  }

  get lastPlace(): PlaceMark | undefined {
    return this.#lastPlace;
  }

  get places(): Iterable<PlaceMark> {
    return this.#places.values();
  }

  /** The keys that are starred, the latest first. */
  get starred(): string[] {
    return [...this.#flags.starred]
      .filter(([, signed]) => signed > 0)
      .sort(([a, one], [b, other]) => other - one || compareStrings(a, b))
      .map(([key]) => key);
  }

  /** The stamp of a mark made now: later than all known marks, even if the clock was set back. */
  nextStamp(now: number): number {
    return Math.min(LAST_STAMP, Math.max(this.#newest + 1, Math.floor(now)));
  }

  isSet(kind: Flag, key: string): boolean {
    return (this.#flags[kind].get(key) ?? 0) > 0;
  }

  get(kind: 'place', key: string): PlaceMark | undefined;
  get(kind: Flag, key: string): FlagMark | undefined;
  get(kind: Mark['kind'], key: string): Mark | undefined {
    if (kind === 'place') return this.#places.get(key);
    const signed = this.#flags[kind].get(key);
    return signed === undefined ? undefined : flagMark(kind, key, signed);
  }

  /** Adds a mark. Returns whether it is new, or has replaced another one. */
  add(mark: Mark): boolean {
    const added = mark.kind === 'place' ? this.#addPlace(mark) : this.#addFlag(mark);
    if (added && mark.stamp > this.#newest) this.#newest = mark.stamp;
    return added;
  }

  *[Symbol.iterator](): Iterator<Mark> {
    for (const kind of ['starred', 'read'] as const)
      for (const [key, signed] of this.#flags[kind]) yield flagMark(kind, key, signed);
    yield* this.#places.values();
  }

  #addFlag({ kind, key, value, stamp }: FlagMark): boolean {
    const known = this.#flags[kind].get(key) ?? 0;
    const signed = value ? stamp : -stamp;
    // Of equal stamps, true wins.
    if (stamp < Math.abs(known) || (stamp === Math.abs(known) && signed <= known)) return false;
    this.#flags[kind].set(key, signed);
    return true;
  }

  #addPlace(mark: PlaceMark): boolean {
    const known = this.#places.get(mark.key);
    if (known && !winsOver(mark, known, placeText)) return false;
    this.#places.set(mark.key, mark);
    const last = this.#lastPlace;
    if (!last || last.key === mark.key || winsOver(mark, last, ({ key }) => key)) this.#lastPlace = mark;
    return true;
  }
}

function flagMark(kind: Flag, key: string, signed: number): FlagMark {
  return { kind, key, value: signed > 0, stamp: Math.abs(signed) };
}

/** The later mark wins; of equal stamps, the one with the greater text, so that the order of adding does not matter. */
function winsOver(one: PlaceMark, other: PlaceMark, text: (mark: PlaceMark) => string): boolean {
  return one.stamp > other.stamp || (one.stamp === other.stamp && text(one) > text(other));
}

function placeText({ place }: PlaceMark): string {
  return `${place.item} ${place.number} ${place.offset}`;
}
