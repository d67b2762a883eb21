import type { Entry, ReadableEntry } from './entry.ts';

/**
 * The briefing that goes by a key, or that holds the takeaway which does. `briefing`: the key of one that is preferred,
 * where several hold it. Of equals, the one that was written last.
 */
export function findByKey(
  entries: Iterable<Entry>,
  key: string,
  briefing?: string,
): ReadableEntry | undefined {
  let best: ReadableEntry | undefined;
  let bestRank = 0;
  for (const entry of entries) {
    if (entry.kind !== 'briefing') continue;
    const { outline, modified } = entry;
    const rank =
      outline.key === key ? 1 : outline.keys.includes(key) ? (outline.key === briefing ? 3 : 2) : 0;
    if (rank > bestRank || (rank > 0 && rank === bestRank && modified > (best?.modified ?? 0))) {
      best = entry;
      bestRank = rank;
    }
  }
  return best;
}
