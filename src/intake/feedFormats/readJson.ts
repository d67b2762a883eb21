import { isRecord } from '../../base/isRecord.ts';
import { parseJson } from '../../base/parseJson.ts';
import { completeJson } from './completeJson.ts';
import type { RawFeed, Slot, Value } from './rawFeed.ts';

type Table = readonly (readonly [key: string, slot: Slot, rank: number, format?: 'html' | 'text'])[];

const FEED: Table = [
  ['title', 'title', 0],
  ['home_page_url', 'link', 0],
  ['language', 'language', 0],
];

const ITEM: Table = [
  ['id', 'id', 0],
  ['title', 'title', 0],
  ['url', 'link', 0],
  ['external_url', 'link', 1],
  ['date_published', 'date', 0],
  ['date_modified', 'date', 1],
  ['content_html', 'body', 0, 'html'],
  ['content_text', 'body', 0, 'text'],
  ['summary', 'body', 1, 'text'],
];

/** Reads a JSON Feed, even one that was cut off; undefined if it is other JSON, or invalid. */
export function readJson(json: string): RawFeed | 'tooDeep' | undefined {
  const complete = completeJson(json);
  if (complete === undefined) return 'tooDeep';
  const feed = parseJson(complete);
  if (!isRecord(feed)) return undefined;
  const { version, items } = feed;
  const isFeed = typeof version === 'string' && version.includes('jsonfeed.org');
  if (!isFeed && !(Array.isArray(items) && typeof feed['title'] === 'string')) return undefined;
  const entries: readonly unknown[] = Array.isArray(items) ? items : [];
  return { values: valuesOf(feed, FEED), entries: entries.filter(isRecord).map(entryValues) };
}

function entryValues(item: Readonly<Record<string, unknown>>): Value[] {
  const values = valuesOf(item, ITEM);
  const { attachments } = item;
  const first: unknown = Array.isArray(attachments) ? attachments[0] : undefined;
  const url = isRecord(first) ? first['url'] : undefined;
  if (typeof url === 'string') values.push({ slot: 'link', rank: 2, text: url });
  return values;
}

function valuesOf(from: Readonly<Record<string, unknown>>, table: Table): Value[] {
  const values: Value[] = [];
  for (const [key, slot, rank, format] of table) {
    const value = from[key];
    // Many feeds have numbers as ids.
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    if (text !== '') values.push({ slot, rank, text, format });
  }
  return values;
}
