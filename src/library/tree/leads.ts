import { aloneIn } from '../../base/alone.ts';
import type { Entry, ReadableEntry } from '../entry.ts';
import { fileNameOf } from '../files/fileName.ts';

/** What a row begins with where its title does not tell which briefing it is. */
export type Lead = 'date' | 'file' | 'folder';

/**
 * The leads of those whose title others have as well: the date where no other of that title has it, else the file's
 * name; where that is another's too, the folder's. `Aug 19 · not much happened today`
 */
export function leadsOf(entries: readonly Entry[]): ReadonlyMap<Entry, Lead> {
  const leads = new Map<Entry, Lead>();
  for (const same of byTitle(entries).values()) {
    if (same.length === 1) continue;
    const hasDateAlone = aloneIn(same, ({ outline }) => outline.date);
    const undated = same.filter((entry) => entry.outline.date === undefined || !hasDateAlone(entry));
    const hasNameAlone = aloneIn(undated, ({ uri }) => fileNameOf(uri));
    for (const entry of same) leads.set(entry, 'date');
    for (const entry of undated) leads.set(entry, hasNameAlone(entry) ? 'file' : 'folder');
  }
  return leads;
}

function byTitle(entries: readonly Entry[]): ReadonlyMap<string, readonly ReadableEntry[]> {
  const titles = new Map<string, ReadableEntry[]>();
  for (const entry of entries) {
    if (entry.kind === 'broken') continue;
    const same = titles.get(entry.outline.title);
    if (same) same.push(entry);
    else titles.set(entry.outline.title, [entry]);
  }
  return titles;
}
