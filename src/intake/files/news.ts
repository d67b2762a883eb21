import { Hash } from '../../base/hash.ts';
import { sourceKey } from '../../briefing/text/links/sourceKey.ts';
import { wordsKey } from '../../briefing/text/wordsKey.ts';
import type { Feed, FeedEntry } from '../model.ts';
import { wordsOfHtml } from './shape.ts';

/** What was seen of a feed: an entry's id and what it said, both as keys; the newest last. */
export type Seen = ReadonlyMap<string, string>;

export interface News {
  readonly fresh: readonly FeedEntry[];
  /** Known ones that say something else now. */
  readonly changed: readonly FeedEntry[];
  /** What is known from now on. */
  readonly seen: Seen;
}

/** So many entries are remembered, and half as many looked at: of a feed that gives all it ever had, the newest. */
export const MOST_SEEN = 2000;
const MOST = MOST_SEEN / 2;
/** A feed that is fetched for the first time does not bring in its whole past. */
const FIRST = 100;

/**
 * What is new in a feed, oldest first where it dates its entries. An entry with another id and the words of one that is
 * known is that one: some feeds make up new ids each time.
 */
export function newEntries(feed: Feed, seen: Seen): News {
  const fresh: FeedEntry[] = [];
  const changed: FeedEntry[] = [];
  const contents = new Set(seen.values());
  const next = new Map(seen);
  const entries = newestOf(feed.entries, MOST).map((entry) => ({ entry, id: idKey(entry.id) }));
  for (const { entry, id } of entries) {
    const content = contentKey(entry);
    const before = seen.get(id);
    if (before === undefined && !contents.has(content)) fresh.push(entry);
    else if (before !== undefined && before !== content) changed.push(entry);
    contents.add(content);
    // What is still in the feed is remembered the longest.
    next.delete(id);
    next.set(id, content);
  }
  const wanted = seen.size === 0 ? newestOf(fresh, FIRST) : fresh;
  return { fresh: oldestFirst(wanted), changed, seen: new Map([...next].slice(-MOST_SEEN)) };
}

function idKey(id: string): string {
  return new Hash().addText(id).toKey();
}

/** Of its words, and of where it leads: what an address has for tracking is another each time. */
function contentKey({ title, url, html, text }: FeedEntry): string {
  const page = url === undefined ? '' : (sourceKey(url) ?? url);
  return wordsKey(`${title} ${page} ${html === undefined ? (text ?? '') : wordsOfHtml(html)}`);
}

/** In the feed's order. What has no date may be new. */
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
