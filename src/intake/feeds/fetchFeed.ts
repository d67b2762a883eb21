import { HOUR } from '../../base/durations.ts';
import type { Disposable } from '../../base/event.ts';
import { Hash } from '../../base/hash.ts';
import type { Feed, NotAFeed } from '../model.ts';
import type { FetchResult } from './fetchResult.ts';
import { cachingOf, retryAfter } from './httpCaching.ts';
import { failureOf } from './fetchFailure.ts';
import { type Body, readBody, discardBody, orAborted } from './body.ts';
import { isRedirect, redirectOf } from './redirect.ts';
import { conditionalHeaders } from './schedule.ts';
import { checkAddress, leadsInside } from './feedAddress.ts';
import type { FeedState } from './feedState.ts';

/** A response whose head has arrived, such as a `Response` of `fetch`. */
export interface FeedResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: Body | null;
  /** The final address, if redirects were followed, as browsers do. */
  readonly url?: string;
}

/**
 * The network. It sends no cookies and no referrer, and has no cache. A redirect is returned; only browsers follow it,
 * see {@link FeedResponse.url}.
 */
export interface Network {
  fetch(url: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<FeedResponse>;
  /**
   * The addresses that a host name leads to now; none if it leads nowhere from here: a proxy may still know it. Absent
   * where only `fetch` can look up names: in browsers.
   */
  resolve?(hostname: string): Promise<readonly string[]>;
}

export interface FetchPorts {
  readonly fetching: Network;
  /** Calls `over` once after `time` ms, unless disposed of before. */
  readonly after: (time: number, over: () => void) => Disposable;
  readonly now: () => number;
  readonly readFeed: (bytes: Uint8Array, address: string, contentType?: string) => Feed | NotAFeed;
}

export interface FeedRequest {
  readonly url: string;
  /** The address as the user wrote it: its host is allowed, even if it is internal. */
  readonly written: string;
  readonly state: FeedState;
}

/** The limit for redirects and body together, in ms. */
const FETCH_TIMEOUT = 20_000;
/** In bytes, after decompression. */
export const MAX_BODY_SIZE = 5_000_000;

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
  'application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1';

/** Fetches a feed. Errors are returned as values, and nothing is left running. */
export async function fetchFeed(
  request: FeedRequest,
  ports: FetchPorts,
  cancelled: AbortSignal,
): Promise<FetchResult> {
  const abort = new AbortController();
  const cancel = () => {
    abort.abort();
  };
  cancelled.addEventListener('abort', cancel);
  const deadline = { isOver: false };
  const timer = ports.after(FETCH_TIMEOUT, () => {
    deadline.isOver = true;
    abort.abort();
  });
  try {
    if (cancelled.aborted) return { kind: 'cancelled' };
    return await requestFeed(request, ports, abort.signal);
  } catch (error) {
    if (cancelled.aborted) return { kind: 'cancelled' };
    return deadline.isOver ? { kind: 'failed', reason: 'timeout' } : failureOf(error);
  } finally {
    timer.dispose();
    cancelled.removeEventListener('abort', cancel);
    // Frees the connection of an answer whose body was not read.
    abort.abort();
  }
}

async function requestFeed(
  request: FeedRequest,
  ports: FetchPorts,
  signal: AbortSignal,
): Promise<FetchResult> {
  let target = checkAddress(request.url, request.written);
  const conditions = conditionalHeaders(request.state, ports.now());
  for (let followed = 0; target.kind === 'address'; followed++) {
    const { url } = target;
    if (!target.isWritten && ports.fetching.resolve) {
      const resolved = ports.fetching.resolve(new URL(url).hostname);
      if (leadsInside(await orAborted(resolved, signal))) return { kind: 'failed', reason: 'internal' };
    }
    const pending = ports.fetching.fetch(url, { Accept: ACCEPT, ...conditions }, signal);
    const response = await orAborted(pending, signal);
    if (!isRedirect(response.status)) {
      const sent = { url, isConditional: Object.keys(conditions).length > 0 };
      return resultOf(response, sent, request, ports, signal);
    }
    discardBody(response.body);
    const next = redirectOf(url, response.headers.get('location'), followed, request.written);
    if (next.kind === 'refused') return { kind: 'failed', reason: next.reason };
    target = next;
  }
  return { kind: 'failed', reason: target.reason };
}

interface SentRequest {
  readonly url: string;
  readonly isConditional: boolean;
}

async function resultOf(
  response: FeedResponse,
  { url, isConditional }: SentRequest,
  { state }: FeedRequest,
  { now, readFeed }: FetchPorts,
  signal: AbortSignal,
): Promise<FetchResult> {
  const { status } = response;
  const get = (name: string) => response.headers.get(name);
  const caching = cachingOf(get, now());
  // A 304 without a conditional request is not a valid answer.
  if (status === 304 && isConditional) return { kind: 'unchanged', caching: { freshFor: caching.freshFor } };
  if (status === 410) return { kind: 'gone' };
  // In a browser, status 0 hides a redirect that it was told not to follow.
  if (status === 0) return { kind: 'failed', reason: 'blocked' };
  if (status === 429 || status === 503) {
    const silence = { host: new URL(url).host, time: retryAfter(get, now()) ?? HOUR };
    return { kind: 'failed', reason: 'status', status, silence };
  }
  if (status < 200 || status > 299) return { kind: 'failed', reason: 'status', status };
  const isLonger = Number(get('content-length') ?? 0) > MAX_BODY_SIZE;
  const bytes = isLonger ? undefined : await readBody(response.body, MAX_BODY_SIZE, signal);
  if (!bytes) return { kind: 'failed', reason: 'tooLarge' };
  const bodyHash = hashOf(bytes);
  if (bodyHash === state.bodyHash) return { kind: 'unchanged', caching };
  const from = response.url === undefined || response.url === '' ? url : response.url;
  const read = readFeed(bytes, from, get('content-type') ?? undefined);
  return read.kind === 'feed'
    ? { kind: 'feed', feed: read, url: from, bodyHash, caching }
    : { ...read, url: from };
}

function hashOf(bytes: Uint8Array): string {
  const hash = new Hash();
  for (const byte of bytes) hash.add(byte);
  return `${bytes.length}-${hash.toKey()}`;
}
