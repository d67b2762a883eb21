import type { Entry, ReadableEntry } from '../entry.ts';
import type { ReadingLog } from '../log/readingLog.ts';
import type { Group } from './grouping.ts';
import { byArrival, insertionIndex } from './order.ts';
import { itemKeys } from '../outline.ts';

/** The group of what has come and was not looked at yet, which is the first one. */
export const NEW = 'new';

/** How many stand there at most: what can be read in a day. */
const MOST = 30;

/** What the reading log says of what has come. */
export type NewsLog = Pick<ReadingLog, 'isRead' | 'readMark' | 'placedAt'>;

/**
 * Whether nobody has looked at a briefing since it came. `since`: when all was taken as seen. What was read before it
 * came is a line that each issue has, or an old one's title: unless all of it is read, it is new even so.
 */
export function isNew({ outline, seen = 0 }: ReadableEntry, since: number, log: NewsLog): boolean {
  if (seen <= since) return false;
  const { key, date } = outline;
  const placed = log.placedAt(key);
  // With its date, the key is its own: reading may have stopped in it on another machine, before it came here.
  if (placed !== undefined && (date !== undefined || placed >= seen)) return false;
  const isReadSince = (one: string) => log.isRead(one) && (log.readMark(one)?.stamp ?? 0) >= seen;
  const keys = itemKeys(outline);
  return !keys.some(isReadSince) && !keys.every((one) => log.isRead(one));
}

/**
 * The group of the news, the newest arrival first, and those that it has no room for. `before`: the group as it was,
 * which is given again if it is the same.
 */
export function newsGroup(
  news: Iterable<Entry>,
  before: Group | undefined,
): { readonly group: Group; readonly others: readonly Entry[] } {
  const entries: Entry[] = [];
  const others: Entry[] = [];
  // Of thousands that have come at once, only those that are shown are put in order.
  for (const entry of news) {
    const last = entries[MOST - 1];
    if (last && byArrival(last, entry) < 0) {
      others.push(entry);
      continue;
    }
    entries.splice(insertionIndex(entry, entries, 0, byArrival), 0, entry);
    for (const left of entries.splice(MOST)) others.push(left);
  }
  const more = others.length;
  const isSame =
    before?.more === more &&
    before.entries.length === entries.length &&
    before.entries.every((entry, i) => entry === entries[i]);
  return { group: isSame ? before : { id: NEW, entries, more }, others };
}
