import { lazy } from '../../base/lazy.ts';
import { type Entry, nameOf } from '../entry.ts';
import type { Day, Group, Sorting } from './grouping.ts';

/** It takes some milliseconds to be made, and days alone need none. */
const collator = lazy(() => new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }));

type Order = (a: Entry, b: Entry) => number;

/** `dayOf`: the day that an entry is of. */
export function orderBy(sorting: Sorting, dayOf: (entry: Entry) => Day): Order {
  const days = new Map<Entry, Day>();
  const dayOnce = (entry: Entry): Day => {
    const day = days.get(entry) ?? dayOf(entry);
    days.set(entry, day);
    return day;
  };
  const newest: Order = (a, b) => compare(dayOnce(b), dayOnce(a));
  // What goes by no day goes by its name.
  const latest: Order = (a, b) => newest(a, b) || (dayOnce(a) === '' ? 0 : arrival(b) - arrival(a));
  return sorting === 'title'
    ? (a, b) => byTitle(a, b) || latest(a, b) || byName(a.uri, b.uri)
    : // Not by title: no row moves while one is written.
      (a, b) => latest(a, b) || byName(a.uri, b.uri);
}

/** The newest arrival first. */
export function byArrival(a: Entry, b: Entry): number {
  return arrival(b) - arrival(a) || byName(a.uri, b.uri);
}

/** The minute in which it was first seen: what comes at once is read in any order. */
function arrival(entry: Entry): number {
  return entry.kind === 'briefing' ? Math.floor((entry.seen ?? 0) / 60_000) : 0;
}

function byTitle(a: Entry, b: Entry): number {
  return collator().compare(nameOf(a), nameOf(b));
}

/** `issue-9.md` stands before `issue-10.md`. Of names that differ in case only, one is always the first. */
export function byName(a: string, b: string): number {
  return collator().compare(a, b) || compare(a, b);
}

/** The group with these members: that before, if they are its own; else each new one is put in its place there. */
export function mergedGroup(order: Order, members: readonly Entry[], before: Group): Group {
  const added = new Set(members);
  const kept = before.entries.filter((entry) => added.delete(entry));
  if (added.size === 0 && kept.length === before.entries.length) return before;
  const entries: Entry[] = [];
  let taken = 0;
  for (const entry of [...added].sort(order)) {
    const place = insertionIndex(entry, kept, taken, order);
    for (const one of kept.slice(taken, place)) entries.push(one);
    entries.push(entry);
    taken = place;
  }
  return { id: before.id, entries: entries.concat(kept.slice(taken)) };
}

/** The index of the first of the sorted entries, `from` on, that comes after this one; their number if none does. */
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

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
