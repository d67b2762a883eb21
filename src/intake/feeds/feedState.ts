import { isRecord } from '../../base/isRecord.ts';
import { parseJson } from '../../base/parseJson.ts';
import { MAX_SEEN, type Seen } from '../files/newEntries.ts';
import type { Shape } from '../files/shape.ts';
import { type WrittenFile, withFiles } from '../files/writtenFile.ts';
import { sendable } from './httpCaching.ts';

/** The stored state of a feed. All times are in ms since 1970. */
export interface FeedState {
  /** When it was last checked, successfully or not; 0 for never. A check while offline does not count. */
  readonly checked: number;
  /** When it is due next. */
  readonly next: number;
  /** The number of consecutive failures. */
  readonly failures: number;
  /** Why the last check failed: a {@link FetchFailure}, or what the answer was instead of a feed. */
  readonly reason?: string | undefined;
  readonly status?: number | undefined;
  /** Whether the server said that the feed no longer exists: then it is fetched only if the user requests it. */
  readonly gone?: boolean | undefined;
  /** A host that asked for a pause, and until when. */
  readonly silence?: { readonly host: string; readonly until: number } | undefined;
  /** The validators as received, and when they were. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly headersSince?: number | undefined;
  /** How long the feed itself asks not to be fetched, in ms. */
  readonly ttl?: number | undefined;
  readonly bodyHash?: string | undefined;
  readonly title?: string | undefined;
  /** The shape detected when the first entries came. It is kept, so that a feed does not change halfway. */
  readonly shape?: Shape | undefined;
  readonly seen: Seen;
  readonly files: readonly WrittenFile[];
}

export const NEW_FEED: FeedState = { checked: 0, next: 0, failures: 0, seen: new Map(), files: [] };

const MAX_FILES = 5000;
const MAX_FAILURES = 1000;

export function encodeState(state: FeedState): string {
  return JSON.stringify({
    ...state,
    seen: [...state.seen].slice(-MAX_SEEN),
    files: state.files.slice(-MAX_FILES),
  });
}

/** Reads a stored state. Broken values are treated as missing, which makes the next fetch a full one. */
export function decodeState(text: string): FeedState {
  const value = parseJson(text);
  if (!isRecord(value)) return NEW_FEED;
  const { silence, shape } = value;
  const seen = arrayOf(value['seen'], (pair) => {
    const [id, content] = arrayOf(pair, (part) => part);
    return isKey(id) && isKey(content) ? ([id, content] as const) : undefined;
  });
  const files = arrayOf(value['files'], fileOf);
  const host = isRecord(silence) ? stringOf(silence['host']) : undefined;
  const until = isRecord(silence) ? timeOf(silence['until']) : undefined;
  return {
    checked: timeOf(value['checked']) ?? 0,
    next: timeOf(value['next']) ?? 0,
    failures: Math.min(timeOf(value['failures']) ?? 0, MAX_FAILURES),
    reason: stringOf(value['reason']),
    status: timeOf(value['status']),
    gone: value['gone'] === true || undefined,
    silence: host === undefined || until === undefined ? undefined : { host, until },
    etag: sendable(value['etag']),
    lastModified: sendable(value['lastModified']),
    headersSince: timeOf(value['headersSince']),
    ttl: timeOf(value['ttl']),
    bodyHash: stringOf(value['bodyHash']),
    title: stringOf(value['title']),
    shape: shape === 'issues' || shape === 'digest' ? shape : undefined,
    seen: new Map(seen.slice(-MAX_SEEN)),
    files: files.slice(-MAX_FILES),
  };
}

function fileOf(value: unknown): WrittenFile | undefined {
  if (!isRecord(value)) return undefined;
  const { name, id, text } = value;
  const at = timeOf(value['at']);
  if (typeof name !== 'string' || !isName(name) || !isKey(id) || !isKey(text) || at === undefined)
    return undefined;
  return { name, id, text, at };
}

/** Whether a name is one that we write: it cannot lead out of the folder. */
function isName(name: string): boolean {
  // eslint-disable-next-line no-control-regex
  return name.length < 256 && /^[^./\\\u0000-\u001f][^/\\\u0000-\u001f]*\.md$/.test(name);
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{8,12}$/.test(value);
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 1000 ? value : undefined;
}

function timeOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function arrayOf<T>(value: unknown, read: (one: unknown) => T | undefined): T[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  return all.map(read).filter((one) => one !== undefined);
}

/** Merges the states of two windows: the later answer, and the entries and files of both. */
export function mergeStates(a: FeedState, b: FeedState): FeedState {
  const [older, newer] = a.checked <= b.checked ? [a, b] : [b, a];
  // The newer state's entries come last, because the last ones are kept if there are too many.
  const rest = [...older.seen].filter(([id]) => !newer.seen.has(id));
  return {
    ...newer,
    silence: later(older.silence, newer.silence),
    seen: new Map([...rest, ...newer.seen].slice(-MAX_SEEN)),
    files: withFiles(older.files, newer.files).slice(-MAX_FILES),
  };
}

function later<T extends { readonly until: number }>(a: T | undefined, b: T | undefined): T | undefined {
  return a && b ? (a.until > b.until ? a : b) : (a ?? b);
}
