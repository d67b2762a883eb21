import { compareStrings } from '../../base/compareStrings.ts';
import { lazy } from '../../base/lazy.ts';
import { type Entry, entryName } from '../entry.ts';
import type { Day } from '../days.ts';

export type Sorting = 'newest' | 'title';

/** Created on first use: it takes some milliseconds, and sorting by day alone does not need it. */
const collator = lazy(() => new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }));

export type Order = (a: Entry, b: Entry) => number;

/** The comparison for a sorting. `dayOf`: the day of an entry, '' for none. */
export function orderBy(sorting: Sorting, dayOf: (entry: Entry) => Day): Order {
  const days = new Map<Entry, Day>();
  const dayOnce = (entry: Entry): Day => {
    const day = days.get(entry) ?? dayOf(entry);
    days.set(entry, day);
    return day;
  };
  const newest: Order = (a, b) => compareStrings(dayOnce(b), dayOnce(a));
  // Entries without a day are sorted by name only.
  const latest: Order = (a, b) => newest(a, b) || (dayOnce(a) === '' ? 0 : arrival(b) - arrival(a));
  return sorting === 'title'
    ? (a, b) => byTitle(a, b) || latest(a, b) || byName(a.uri, b.uri)
    : // Not by title, so that rows do not move while a title is being typed.
      (a, b) => latest(a, b) || byName(a.uri, b.uri);
}

/** Compares entries: the latest arrival first, and those that arrived together by `order`. */
export function byArrival(order: Order): Order {
  return (a, b) => arrival(b) - arrival(a) || order(a, b);
}

/** The minute in which an entry was first seen: entries that arrive together are read in any order. */
function arrival(entry: Entry): number {
  return entry.kind === 'briefing' ? Math.floor((entry.seen ?? 0) / 60_000) : 0;
}

function byTitle(a: Entry, b: Entry): number {
  return collator().compare(entryName(a), entryName(b));
}

/** Compares names: `issue-9.md` comes before `issue-10.md`. Names that differ only in case have a fixed order, too. */
export function byName(a: string, b: string): number {
  return collator().compare(a, b) || compareStrings(a, b);
}

/** The index at which to insert an entry into sorted ones, not before `from`. */
export function insertionIndex(entry: Entry, sorted: readonly Entry[], from: number, order: Order): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other && order(other, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
