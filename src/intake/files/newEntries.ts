import { Hash } from '../../base/hash.ts';
import { sourceKey } from '../../briefing/text/links/sourceKey.ts';
import { wordsKey } from '../../briefing/text/wordsKey.ts';
import type { Feed, FeedEntry } from '../model.ts';
import { textOfHtml } from './shape.ts';

/** The known entries of a feed: hashes of their contents by hashes of their ids, the newest last. */
export type Seen = ReadonlyMap<string, string>;

export interface NewEntries {
  readonly fresh: readonly FeedEntry[];
  /** Known entries whose content has changed. */
  readonly changed: readonly FeedEntry[];
  /** The entries known from now on. */
  readonly seen: Seen;
}

/**
 * Maximum number of entries that are remembered; of a feed with its whole past, half as many are examined, the newest.
 */
export const MAX_SEEN = 2000;
const MAX_EXAMINED = MAX_SEEN / 2;
/** Maximum number of entries from the first fetch of a feed. */
const MAX_FIRST = 100;

/**
 * The new and changed entries of a feed, oldest first if all entries have dates. An entry with a new id but known content
 * counts as known: some feeds create new ids each time.
 */
export function newEntries(feed: Feed, seen: Seen): NewEntries {
  const fresh: FeedEntry[] = [];
  const changed: FeedEntry[] = [];
  const contents = new Set(seen.values());
  const next = new Map(seen);
  const entries = newestOf(feed.entries, MAX_EXAMINED).map((entry) => ({ entry, id: idKey(entry.id) }));
  for (const { entry, id } of entries) {
    const content = contentKey(entry);
    const before = seen.get(id);
    if (before === undefined && !contents.has(content)) fresh.push(entry);
    else if (before !== undefined && before !== content) changed.push(entry);
    contents.add(content);
    // Entries still in the feed move to the end, so that they are remembered the longest.
    next.delete(id);
    next.set(id, content);
  }
  const selected = seen.size === 0 ? newestOf(fresh, MAX_FIRST) : fresh;
  return { fresh: oldestFirst(selected), changed, seen: new Map([...next].slice(-MAX_SEEN)) };
}

function idKey(id: string): string {
  return new Hash().addText(id).toKey();
}

/** A hash of an entry's text and page; tracking parameters in its address change each time, and are ignored. */
function contentKey({ title, url, html, text }: FeedEntry): string {
  const page = url === undefined ? '' : (sourceKey(url) ?? url);
  return wordsKey(`${title} ${page} ${html === undefined ? (text ?? '') : textOfHtml(html)}`);
}

/** The newest entries, in the feed's order. Entries without a date count as the newest. */
function newestOf(entries: readonly FeedEntry[], count: number): readonly FeedEntry[] {
  if (entries.length <= count) return entries;
  const times = new Map(entries.map((entry) => [entry, timeOf(entry)]));
  const newest = [...entries].sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0)).slice(0, count);
  const kept = new Set(newest);
  return entries.filter((entry) => kept.has(entry));
}

function oldestFirst(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  if (entries.some(({ date }) => date === undefined)) return entries;
  return [...entries].sort((a, b) => timeOf(a) - timeOf(b));
}

function timeOf({ date }: FeedEntry): number {
  const time = date === undefined ? NaN : Date.parse(date);
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}
