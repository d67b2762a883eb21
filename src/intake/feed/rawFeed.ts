import type { Base } from './links.ts';

/** What something that a feed says is for. */
export type Slot =
  'id' | 'title' | 'link' | 'permalink' | 'date' | 'body' | 'language' | 'ttl' | 'period' | 'frequency';

/** One thing that a feed says of itself or of an entry, as it is written there. */
export interface Value {
  readonly slot: Slot;
  /** The lower, the rather it is taken. */
  readonly rank: number;
  readonly text: string;
  /** Of a body. */
  readonly format?: 'html' | 'text' | undefined;
  readonly base?: Base | undefined;
}

/** All that a feed says, in its order, whatever its format; what to make of it is decided later. */
export interface RawFeed {
  readonly values: readonly Value[];
  readonly entries: readonly (readonly Value[])[];
}

/** The values for something, the one first that is rather taken; of equals, the one that came first. */
export function valuesFor(slot: Slot, values: readonly Value[]): readonly Value[] {
  return values.filter((value) => value.slot === slot).sort((a, b) => a.rank - b.rank);
}
