import type { BrokenEntry, Entry, ReadableEntry } from './entry.ts';
import { hasItem, type Outline, sharesItems } from './outline.ts';
import { isAllRead, type ReadState } from './readState.ts';

/**
 * Finds the briefing with a key, or the one that contains the item with that key. `briefing`: the key of the briefing to
 * prefer if several contain the item. Among equal matches, the file that was written last is returned.
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
    const rank = rankOf(entry.outline, key, briefing);
    if (rank > bestRank || (rank > 0 && rank === bestRank && entry.modified > (best?.modified ?? 0))) {
      best = entry;
      bestRank = rank;
    }
  }
  return best;
}

function rankOf(outline: Outline, key: string, briefing: string | undefined): number {
  if (outline.key === key) return 1;
  if (!hasItem(outline, key)) return 0;
  return outline.key === briefing ? 3 : 2;
}

/** Divides entries into unread briefings, read ones and broken files, each in the given order. */
export function partByReading(
  entries: Iterable<Entry>,
  state: Pick<ReadState, 'isRead'>,
): {
  readonly unread: readonly ReadableEntry[];
  readonly read: readonly ReadableEntry[];
  readonly broken: readonly BrokenEntry[];
} {
  const [unread, read, broken]: [ReadableEntry[], ReadableEntry[], BrokenEntry[]] = [[], [], []];
  for (const entry of entries) {
    if (entry.kind === 'broken') broken.push(entry);
    else if (isAllRead(entry.outline, state)) read.push(entry);
    else unread.push(entry);
  }
  return { unread, read, broken };
}

/**
 * Whether two files hold the same briefing: a file that was renamed or moved has the same text, and one that was also
 * edited has the same title and date and some of the same items. The “Morning news” of two days are different ones.
 */
export function isSameBriefing(one: Outline, other: Outline): boolean {
  return one.textHash === other.textHash || (one.key === other.key && sharesItems(one, other));
}
