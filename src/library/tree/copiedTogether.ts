import { groupBy } from '../../base/collections/groupBy.ts';
import type { Entry, ReadableEntry } from '../entry.ts';

/** Maximum gap between the times of files that were copied together, in ms, and minimum number of such files. */
const GAP = 60_000;
const MIN_FILES = 3;

/**
 * The URIs of undated briefings that came into a folder together, from a clone or an archive: each was written within a
 * minute of the previous one. Their modification times are meaningless.
 */
export function copiedTogether(entries: Iterable<Entry>): ReadonlySet<string> {
  const copied = new Set<string>();
  for (const files of groupBy([...entries].filter(isUndated), ({ root }) => root).values()) {
    files.sort((a, b) => a.modified - b.modified);
    let first = 0;
    for (let i = 1; i <= files.length; i++) {
      const [before, file] = [files[i - 1], files[i]];
      if (before && file && file.modified - before.modified <= GAP) continue;
      if (i - first >= MIN_FILES) for (const { uri } of files.slice(first, i)) copied.add(uri);
      first = i;
    }
  }
  return copied;
}

function isUndated(entry: Entry): entry is ReadableEntry {
  return entry.kind === 'briefing' && entry.outline.date === undefined && !Number.isNaN(entry.modified);
}
