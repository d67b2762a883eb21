import type { ReadableEntry } from './entry.ts';
import { itemKeys, type Outline } from './outline.ts';

/** The part of the reading log that says whether a key is read or starred. */
export interface ReadState {
  isRead(key: string): boolean;
  isStarred(key: string): boolean;
}

/** Whether all items of a briefing are read. */
export function isAllRead(outline: Pick<Outline, 'keys'>, state: Pick<ReadState, 'isRead'>): boolean {
  return itemKeys(outline).every((key) => state.isRead(key));
}

/** Whether a briefing or one of its items is starred. */
export function isStarred(
  { outline }: Pick<ReadableEntry, 'outline'>,
  state: Pick<ReadState, 'isStarred'>,
): boolean {
  return state.isStarred(outline.key) || itemKeys(outline).some((key) => state.isStarred(key));
}

/** How many items of a briefing are starred. */
export function starredCount({ outline }: ReadableEntry, state: ReadState): number {
  return itemKeys(outline).filter((key) => state.isStarred(key)).length;
}

export function readCount({ outline }: ReadableEntry, state: ReadState): number {
  return itemKeys(outline).filter((key) => state.isRead(key)).length;
}
