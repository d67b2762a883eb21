import type { Entry, ReadableEntry } from './entry.ts';
import type { Outline } from './outline.ts';

/**
 * The briefing that goes by a key, or that holds the item which does. `briefing`: the key of one that is preferred,
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

/**
 * Whether two files hold one briefing: a file that was renamed or moved has the same text, and one that was edited on
 * the way the same title, date and some of the items. Of two days' “Morning news” neither is the other.
 */
export function isSameBriefing(one: Outline, other: Outline): boolean {
  if (one.text === other.text) return true;
  return one.key === other.key && one.keys.some((key) => other.keys.includes(key));
}
