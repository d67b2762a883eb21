import { DAY, HOUR, MINUTE } from '../../base/durations.ts';
import type { Caching, FetchResult } from './fetchResult.ts';
import type { FeedSource } from './feedSources.ts';
import type { FeedState } from './feedState.ts';

/** The delay after being offline: the network may be back soon. */
const OFFLINE = 10 * MINUTE;
/** Some servers always answer `not modified`, so after this time, feeds are fetched in full. */
const MAX_HEADER_AGE = 8 * DAY;

/** When a feed was fetched, and how often it is. */
export interface FetchTime {
  readonly now: number;
  /** The user's interval between fetches, in ms. */
  readonly interval: number;
}

/** A feed's state after an answer, apart from the known entries and the written files. */
export function stateAfter(state: FeedState, result: FetchResult, { now, interval }: FetchTime): FeedState {
  switch (result.kind) {
    case 'feed': {
      const { feed, bodyHash, caching } = result;
      const ttl = feed.ttl === undefined ? undefined : feed.ttl * MINUTE;
      const next = now + waitOf(interval, ttl ?? 0, caching.freshFor);
      return {
        ...state,
        ...headersOf(caching, now),
        ...successState(now),
        title: feed.title,
        ttl,
        bodyHash,
        next,
      };
    }
    case 'unchanged': {
      const { caching } = result;
      const next = now + waitOf(interval, state.ttl ?? 0, caching.freshFor);
      const isInFull = caching.etag !== undefined || caching.lastModified !== undefined;
      return { ...state, ...(isInFull && headersOf(caching, now)), ...successState(now), next };
    }
    case 'notAFeed':
      // The next request must not be conditional: `not modified` would count as success.
      return { ...state, ...NO_HEADERS, ...failureState(state, result.reason, now) };
    case 'failed': {
      const { reason, status, silence } = result;
      const until = now + clamp(silence?.time ?? 0, 0, DAY);
      return {
        ...state,
        ...failureState(state, reason, now, silence?.time),
        status,
        silence: silence && { host: silence.host, until },
      };
    }
    case 'gone':
      return { ...state, ...failureState(state, 'gone', now), next: now + DAY, gone: true };
    case 'offline':
      return { ...state, reason: result.reason, next: now + OFFLINE };
    case 'cancelled':
      return state;
  }
}

/** The longest of the intervals of the user, the feed and its server; between an hour and a day. */
function waitOf(...times: readonly number[]): number {
  const longest = times.reduce((most, time) => Math.max(most, Number.isNaN(time) ? 0 : time), 0);
  return clamp(longest, HOUR, DAY);
}

function successState(now: number): Partial<FeedState> {
  return {
    checked: now,
    failures: 0,
    reason: undefined,
    status: undefined,
    gone: undefined,
    silence: undefined,
  };
}

/** The state after a failure: the next tries are after 1, 2, 4 … 24 hours. */
function failureState({ failures }: FeedState, reason: string, now: number, asked = 0): Partial<FeedState> {
  const wait = HOUR * 2 ** Math.min(failures, 10);
  return {
    checked: now,
    failures: failures + 1,
    reason,
    status: undefined,
    next: now + waitOf(wait, asked),
  };
}

const NO_HEADERS = { etag: undefined, lastModified: undefined, headersSince: undefined, bodyHash: undefined };

/** The headers of a full answer, for later conditional requests. */
function headersOf({ etag, lastModified }: Caching, now: number): Partial<FeedState> {
  return { etag, lastModified, headersSince: now };
}

/** The request headers that let a server answer that nothing has changed. */
export function conditionalHeaders(state: FeedState, now: number): Readonly<Record<string, string>> {
  const { etag, lastModified, headersSince } = state;
  const age = now - (headersSince ?? NaN);
  // A clock that was set back gives a negative age.
  if (!(age >= 0 && age < MAX_HEADER_AGE)) return {};
  return {
    ...(etag !== undefined && { 'If-None-Match': etag }),
    ...(lastModified !== undefined && { 'If-Modified-Since': lastModified }),
  };
}

/** The remembered states, by the sources' URLs. */
export type States = ReadonlyMap<string, FeedState>;

/**
 * The sources to fetch now: those that are due. `asked`: the sources that the user checks by hand, even if they are not
 * due. Hosts that asked for a pause are always skipped, and feeds that no longer exist are fetched only if requested
 * individually.
 */
export function dueSources(
  sources: readonly FeedSource[],
  states: States,
  now: number,
  asked?: 'all' | FeedSource,
): readonly FeedSource[] {
  const silences = activeSilences(states, now);
  return sources.filter((source) => {
    const state = states.get(source.url);
    if (silencedUntil(source, state, silences) > now) return false;
    if (asked !== undefined && asked !== 'all') return source.url === asked.url;
    if (state?.gone) return false;
    return asked === 'all' || !isAhead(state?.next ?? 0, now);
  });
}

/** The time when the next source is due; undefined if there is none to wait for. */
export function nextDue(sources: readonly FeedSource[], states: States, now: number): number | undefined {
  const silences = activeSilences(states, now);
  const times = sources.flatMap((source) => {
    const state = states.get(source.url);
    if (state?.gone) return [];
    const next = state?.next ?? 0;
    return Math.max(isAhead(next, now) ? next : now, silencedUntil(source, state, silences));
  });
  return times.length === 0 ? undefined : times.reduce((first, time) => Math.min(first, time));
}

type Silences = ReadonlyMap<string, number>;

/** The hosts that asked for a pause, and until when. */
function activeSilences(states: States, now: number): Silences {
  const silences = new Map<string, number>();
  for (const { silence } of states.values())
    if (silence && isAhead(silence.until, now))
      silences.set(silence.host, Math.max(silence.until, silences.get(silence.host) ?? 0));
  return silences;
}

/** The end of the pause of a source's host, or of the host that it was redirected to. */
function silencedUntil({ host }: FeedSource, state: FeedState | undefined, silences: Silences): number {
  return Math.max(silences.get(host) ?? 0, silences.get(state?.silence?.host ?? host) ?? 0);
}

/**
 * Whether a time is in the future. No time is set more than a day ahead: a later one means that the clock was set back.
 */
function isAhead(time: number, now: number): boolean {
  return time > now && time <= now + DAY;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
