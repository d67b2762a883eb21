import type { Entry, ReadableEntry } from '../entry.ts';

/** What a row begins with where its title does not tell which briefing it is. */
export type Lead = 'date' | 'file';

/** So many are compared with each other sooner than they are counted. */
const FEW = 8;

/**
 * The leads of those whose title others have as well: the date where no other of that title has it, else the file's
 * name. `Aug 19 · not much happened today`
 */
export function leadsOf(entries: readonly Entry[]): ReadonlyMap<Entry, Lead> {
  const leads = new Map<Entry, Lead>();
  for (const same of byTitle(entries).values()) {
    if (same.length === 1) continue;
    const count = same.length > FEW ? countOf(same) : undefined;
    for (const entry of same) {
      const { date } = entry.outline;
      const isAlone =
        (count ? count.get(date) : same.filter(({ outline }) => outline.date === date).length) === 1;
      leads.set(entry, date !== undefined && isAlone ? 'date' : 'file');
    }
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

/** How many there are of each date. */
function countOf(entries: readonly ReadableEntry[]): ReadonlyMap<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  for (const { outline } of entries) counts.set(outline.date, (counts.get(outline.date) ?? 0) + 1);
  return counts;
}
