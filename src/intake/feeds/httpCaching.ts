import type { Caching } from './fetchResult.ts';

const SECOND = 1000;
/** Longer ones are not kept: some servers send a new one of kilobytes each time. */
const MAX_ETAG_LENGTH = 1000;
const MAX_DATE_LENGTH = 100;
/** Characters that are valid in a header: a value with others could not be sent back. */
const SENDABLE = /^[\t\u0020-\u007e\u0080-\u00ff]+$/;

/** Returns a header's value; null if there is none. */
export type GetHeader = (name: string) => string | null;

export function cachingOf(get: GetHeader, now: number): Caching {
  const etag = sendable(get('etag'), MAX_ETAG_LENGTH);
  const lastModified = sendable(get('last-modified'), MAX_DATE_LENGTH);
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,12})/i.exec((get('cache-control') ?? '').slice(0, 1000));
  const freshFor = Math.max(
    Number(maxAge?.[1] ?? 0) * SECOND,
    timeUntil(get('expires'), get, now) ?? 0,
    retryAfter(get, now) ?? 0,
  );
  return {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    freshFor,
  };
}

/** The time given by `Retry-After: 120`, or by a date there, in ms from now; undefined if there is none. */
export function retryAfter(get: GetHeader, now: number): number | undefined {
  const value = get('retry-after')?.trim() ?? '';
  return /^\d{1,12}$/.test(value) ? Number(value) * SECOND : timeUntil(value, get, now);
}

/** The time until a date, by the server's clock if it sends that: its clock and ours may be years apart. */
function timeUntil(date: string | null, get: GetHeader, now: number): number | undefined {
  const time = parseHttpDate(date);
  if (time === undefined) return undefined;
  return Math.max(0, time - (parseHttpDate(get('date')) ?? now));
}

/** Parses `Thu, 26 Nov 2026 08:00:00 GMT`; a number alone, as in `Expires: 0`, is not a date. */
function parseHttpDate(value: string | null): number | undefined {
  if (value === null || value.length > MAX_DATE_LENGTH || !/\d{4}/.test(value) || !/[a-z-]/i.test(value))
    return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

export function sendable(value: unknown, maxLength = MAX_ETAG_LENGTH): string | undefined {
  return typeof value === 'string' && value.length <= maxLength && SENDABLE.test(value) ? value : undefined;
}
