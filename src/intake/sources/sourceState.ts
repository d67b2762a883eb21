import { isRecord } from '../../base/isRecord.ts';
import { MOST_SEEN, type Seen } from '../files/news.ts';
import type { Shape } from '../files/shape.ts';
import { type WrittenFile, withFiles } from '../files/writtenFile.ts';
import { sendable } from './caching.ts';

/** What is remembered of a source between two starts. All times are in ms since 1970. */
export interface SourceState {
  /** When it last answered, well or not; 0 where it never has. */
  readonly checked: number;
  /** When it is to be asked again. */
  readonly next: number;
  /** In a row. */
  readonly failures: number;
  /** Why the last one failed: a {@link Failure}, or what it was if no feed. */
  readonly reason?: string | undefined;
  readonly status?: number | undefined;
  /** It will not come back: nobody asks any more, but the person. */
  readonly gone?: boolean | undefined;
  /** A host that wants to be left alone until then. */
  readonly silence?: { readonly host: string; readonly until: number } | undefined;
  /** As received, and since when. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly headersSince?: number | undefined;
  /** For how long the feed itself asks to be left alone, in ms. */
  readonly ttl?: number | undefined;
  readonly bodyHash?: string | undefined;
  readonly title?: string | undefined;
  /** As it was when the first entries came: half a feed in another one would be odd. */
  readonly shape?: Shape | undefined;
  readonly seen: Seen;
  readonly files: readonly WrittenFile[];
}

export const NEW_SOURCE: SourceState = { checked: 0, next: 0, failures: 0, seen: new Map(), files: [] };

const MOST_FILES = 5000;
const MOST_FAILURES = 1000;

export function encodeState(state: SourceState): string {
  return JSON.stringify({
    ...state,
    seen: [...state.seen].slice(-MOST_SEEN),
    files: state.files.slice(-MOST_FILES),
  });
}

/** Whatever is broken in a text is as if it were not there: then the source is asked in full. */
export function decodeState(text: string): SourceState {
  try {
    return readState(JSON.parse(text));
  } catch {
    return NEW_SOURCE;
  }
}

function readState(value: unknown): SourceState {
  if (!isRecord(value)) return NEW_SOURCE;
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
    failures: Math.min(timeOf(value['failures']) ?? 0, MOST_FAILURES),
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
    seen: new Map(seen.slice(-MOST_SEEN)),
    files: files.slice(-MOST_FILES),
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

/** What leads out of a folder is no file of ours. */
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

/** What two windows remember, as one: of the later answer, and of all entries and files that either knows. */
export function mergeStates(a: SourceState, b: SourceState): SourceState {
  const [older, newer] = a.checked <= b.checked ? [a, b] : [b, a];
  // The newer one's are the newest, which is what is kept of too many.
  const rest = [...older.seen].filter(([id]) => !newer.seen.has(id));
  return {
    ...newer,
    silence: later(older.silence, newer.silence),
    seen: new Map([...rest, ...newer.seen].slice(-MOST_SEEN)),
    files: withFiles(older.files, newer.files).slice(-MOST_FILES),
  };
}

function later<T extends { readonly until: number }>(a: T | undefined, b: T | undefined): T | undefined {
  return a && b ? (a.until > b.until ? a : b) : (a ?? b);
}
