import { groupBy } from '../../base/collections/groupBy.ts';
import { uniqueIn } from '../../base/unique.ts';
import type { Entry, ReadableEntry } from '../entry.ts';
import { fileNameOf } from '../files/fileName.ts';

/** What a row begins with if several briefings have its title. */
export type Lead = 'date' | 'file' | 'folder';

/**
 * The leads of the briefings whose title is not unique: the date if it is unique among them, else the file's name if
 * that is, else the folder's. `Aug 19 · not much happened today`
 */
export function leadsOf(entries: readonly Entry[]): ReadonlyMap<Entry, Lead> {
  const leads = new Map<Entry, Lead>();
  const briefings = entries.filter((entry): entry is ReadableEntry => entry.kind === 'briefing');
  for (const same of groupBy(briefings, ({ outline }) => outline.title).values()) {
    if (same.length === 1) continue;
    const hasDateAlone = uniqueIn(same, ({ outline }) => outline.date);
    const undated = same.filter((entry) => entry.outline.date === undefined || !hasDateAlone(entry));
    const hasNameAlone = uniqueIn(undated, ({ uri }) => fileNameOf(uri));
    for (const entry of same) leads.set(entry, 'date');
    for (const entry of undated) leads.set(entry, hasNameAlone(entry) ? 'file' : 'folder');
  }
  return leads;
}
