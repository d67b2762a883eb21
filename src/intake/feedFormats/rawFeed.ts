import type { Base } from './links.ts';

/** What a value in a feed is for. */
export type Slot = 'id' | 'title' | 'link' | 'date' | 'body' | 'language' | 'ttl' | 'period' | 'frequency';

/** A value in a feed or an entry, as it is written there. */
export interface Value {
  readonly slot: Slot;
  /** Lower ranks are preferred. */
  readonly rank: number;
  readonly text: string;
  /** The format of a body. */
  readonly format?: 'html' | 'text' | undefined;
  readonly base?: Base | undefined;
}

/** All values of a feed, in order, whatever its format; which of them are used is decided later. */
export interface RawFeed {
  readonly values: readonly Value[];
  readonly entries: readonly (readonly Value[])[];
}

/** The values for a slot, the preferred ones first; among equals, in the feed's order. */
export function valuesFor(slot: Slot, values: readonly Value[]): readonly Value[] {
  return values.filter((value) => value.slot === slot).sort((a, b) => a.rank - b.rank);
}
