import type { Entry } from '../entry.ts';
import { insertionIndex, type Order } from './sortEntries.ts';

/** A group of the sidebar, with its visible entries in order. */
export interface Group {
  /** `today`, `2025-08`, a folder's URI; '' if the entries are not grouped. */
  readonly id: string;
  readonly entries: readonly Entry[];
  /** How many more entries belong to the group, but are not shown in it. */
  readonly more?: number;
}

/** Returns a group with these members: `before` if it has the same; else a copy with the new ones inserted in order. */
export function mergedGroup(order: Order, members: readonly Entry[], before: Group): Group {
  const added = new Set(members);
  const kept = before.entries.filter((entry) => added.delete(entry));
  if (added.size === 0 && kept.length === before.entries.length) return before;
  const entries: Entry[] = [];
  let copied = 0;
  for (const entry of [...added].sort(order)) {
    const place = insertionIndex(entry, kept, copied, order);
    for (const one of kept.slice(copied, place)) entries.push(one);
    entries.push(entry);
    copied = place;
  }
  return { id: before.id, entries: entries.concat(kept.slice(copied)) };
}
