import type { Entry } from '../entry.ts';

/** What a row begins with where its title does not tell which briefing it is. */
export type Lead = 'date' | 'file';

/**
 * The leads of those whose title others have as well: the date where no other of that title has it, else the file's
 * name. `Aug 19 · not much happened today`
 */
export function leadsOf(entries: readonly Entry[]): ReadonlyMap<Entry, Lead> {
  const counts = new Map<string, number>();
  const count = (of: string) => counts.set(of, (counts.get(of) ?? 0) + 1);
  const isRepeated = (of: string) => (counts.get(of) ?? 0) > 1;
  for (const entry of entries) {
    if (entry.kind === 'broken') continue;
    const { title, date } = entry.outline;
    count(title);
    if (date !== undefined) count(dated(title, date));
  }
  const leads = new Map<Entry, Lead>();
  for (const entry of entries) {
    if (entry.kind === 'broken' || !isRepeated(entry.outline.title)) continue;
    const { title, date } = entry.outline;
    leads.set(entry, date !== undefined && !isRepeated(dated(title, date)) ? 'date' : 'file');
  }
  return leads;
}

/** No title has a line break. */
function dated(title: string, date: string): string {
  return `${title}\n${date}`;
}
