import type { Entry, ReadableEntry } from '../entry.ts';
import type { ReadingLog } from '../log/readingLog.ts';
import type { Group } from './group.ts';
import { byArrival, insertionIndex, type Order } from './sortEntries.ts';
import { itemKeys } from '../outline.ts';
import { isAllRead } from '../readState.ts';

/** The id of the group of new briefings, which is the first group. */
export const NEW = 'new';

/** Maximum number of briefings in the group: what can be read in a day. */
const MAX_NEW = 30;

/** The part of the reading log that determines whether a briefing is new. */
export type NewsLog = Pick<ReadingLog, 'isRead' | 'readMark' | 'placeStamp'>;

/**
 * Whether a briefing has not been opened since it arrived. `since`: when all new briefings were last marked as seen.
 * Items that were read before it arrived (a line that is in each issue, an old issue's title) do not count, unless all
 * are read.
 */
export function isNew({ outline, seen = 0 }: ReadableEntry, since: number, log: NewsLog): boolean {
  if (seen <= since) return false;
  const { key, date } = outline;
  const placed = log.placeStamp(key);
  // With a date, the key is unique to this briefing: it may have been read on another machine before it arrived here.
  if (placed !== undefined && (date !== undefined || placed >= seen)) return false;
  const isReadSince = (one: string) => log.isRead(one) && (log.readMark(one)?.stamp ?? 0) >= seen;
  return !itemKeys(outline).some(isReadSince) && !isAllRead(outline, log);
}

/**
 * Returns the group of new briefings, the latest arrival first, and the entries for which it has no room. `order`: for
 * those that arrived together. `before`: the previous group, which is returned if nothing has changed.
 */
export function newsGroup(
  news: Iterable<Entry>,
  order: Order,
  before: Group | undefined,
): { readonly group: Group; readonly others: readonly Entry[] } {
  const newest = byArrival(order);
  const entries: Entry[] = [];
  const others: Entry[] = [];
  // If thousands arrive at once, only those that are shown are sorted.
  for (const entry of news) {
    const last = entries[MAX_NEW - 1];
    if (last && newest(last, entry) < 0) {
      others.push(entry);
      continue;
    }
    entries.splice(insertionIndex(entry, entries, 0, newest), 0, entry);
    for (const left of entries.splice(MAX_NEW)) others.push(left);
  }
  const more = others.length;
  const isSame =
    before?.more === more &&
    before.entries.length === entries.length &&
    before.entries.every((entry, i) => entry === entries[i]);
  return { group: isSame ? before : { id: NEW, entries, more }, others };
}
