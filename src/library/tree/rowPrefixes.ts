import { groupBy } from '../../base/collections/groupBy.ts';
import { uniqueIn } from '../../base/unique.ts';
import type { Entry, ReadableEntry } from '../entry.ts';
import { fileNameOf } from '../files/fileName.ts';

/** What precedes a title in its row, if several briefings have that title. */
export type RowPrefix = 'date' | 'file' | 'folder';

/**
 * The prefixes of briefings whose title is not unique: the date if it is unique among them, else the file's name if that
 * is unique, else the folder's name. `Aug 19 · not much happened today`
 */
export function rowPrefixesOf(entries: readonly Entry[]): ReadonlyMap<Entry, RowPrefix> {
  const prefixes = new Map<Entry, RowPrefix>();
  const briefings = entries.filter((entry): entry is ReadableEntry => entry.kind === 'briefing');
  for (const same of groupBy(briefings, ({ outline }) => outline.title).values()) {
    if (same.length === 1) continue;
    const hasDateAlone = uniqueIn(same, ({ outline }) => outline.date);
    const undated = same.filter((entry) => entry.outline.date === undefined || !hasDateAlone(entry));
    const hasNameAlone = uniqueIn(undated, ({ uri }) => fileNameOf(uri));
    for (const entry of same) prefixes.set(entry, 'date');
    for (const entry of undated) prefixes.set(entry, hasNameAlone(entry) ? 'file' : 'folder');
  }
  return prefixes;
}
