import assert from 'node:assert/strict';
import { DAY, HOUR } from '../../../src/base/durations.ts';
import fc from 'fast-check';
import type { FetchResult } from '../../../src/intake/feeds/fetchResult.ts';
import { cachingOf, retryAfter } from '../../../src/intake/feeds/httpCaching.ts';
import { stateAfter, conditionalHeaders, dueSources, nextDue } from '../../../src/intake/feeds/schedule.ts';
import type { FeedSource } from '../../../src/intake/feeds/feedSources.ts';
import { NEW_FEED, type FeedState } from '../../../src/intake/feeds/feedState.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const ASKED = { now: NOW, interval: HOUR };
const MINUTE = 60_000;

const headers = (given: Readonly<Record<string, string>>) => (name: string) => given[name] ?? null;

function feedWith(given: Readonly<Record<string, string>>, ttl?: number): FetchResult {
  const feed = { kind: 'feed', title: 'Harbour', entries: [], ...(ttl !== undefined && { ttl }) } as const;
  return {
    kind: 'feed',
    feed,
    url: 'https://a.example/',
    bodyHash: 'x',
    caching: cachingOf(headers(given), NOW),
  };
}

function source(url: string): FeedSource {
  return { url, host: new URL(url).host, written: url };
}

describe('The next request to a source', () => {
  it('is after the longest time that is asked for, between an hour and a day', () => {
    const at = (ms: number) => new Date(ms).toUTCString();
    const cases = [
      [{}, undefined, 60],
      [{}, 15, 60],
      [{}, 180, 180],
      [{}, 1e9, 24 * 60],
      [{ 'cache-control': 'public, max-age=7200' }, 60, 120],
      [{ 'cache-control': 'max-age=999999999999999' }, 0, 24 * 60],
      [{ 'cache-control': 's-max-age=7200' }, 0, 60],
      [{ expires: at(NOW + 3 * HOUR) }, 0, 180],
      [{ expires: '0' }, 0, 60],
      [{ expires: at(NOW - HOUR) }, 0, 60],
      [{ expires: 'Fri, 01 Jan 2100 03:00:00 GMT', date: 'Fri, 01 Jan 2100 00:00:00 GMT' }, 0, 180],
      [{ 'retry-after': '10800' }, 0, 180],
      [{ 'retry-after': at(NOW + 4 * HOUR) }, 0, 240],
    ] as const;
    for (const [given, ttl, minutes] of cases) {
      const { next } = stateAfter(NEW_FEED, feedWith(given, ttl), ASKED);
      assert.equal((next - NOW) / MINUTE, minutes, JSON.stringify([given, ttl]));
    }
    assert.equal(stateAfter(NEW_FEED, feedWith({}), { now: NOW, interval: DAY }).next, NOW + DAY);
  });

  it('keeps the interval of the feed while it does not change', () => {
    const state = stateAfter(NEW_FEED, feedWith({}, 180), ASKED);
    const again = stateAfter(state, { kind: 'unchanged', caching: { freshFor: 0 } }, ASKED);
    assert.equal(again.next, NOW + 3 * HOUR);
  });

  it('is after 1, 2, 4 … 24 hours while it fails', () => {
    let state: FeedState = NEW_FEED;
    const waits = Array.from({ length: 7 }, () => {
      state = stateAfter(state, { kind: 'failed', reason: 'status', status: 500 }, ASKED);
      return (state.next - NOW) / HOUR;
    });
    assert.deepEqual(waits, [1, 2, 4, 8, 16, 24, 24]);
    assert.deepEqual([state.reason, state.status, state.failures], ['status', 500, 7]);
    const well = stateAfter(state, feedWith({}), ASKED);
    assert.deepEqual([well.reason, well.status, well.failures], [undefined, undefined, 0]);
  });

  it('is soon if there is no network, which is not a failure', () => {
    const before = stateAfter(NEW_FEED, { kind: 'failed', reason: 'timeout' }, ASKED);
    const state = stateAfter(before, { kind: 'offline', reason: 'offline' }, ASKED);
    assert.deepEqual([state.next - NOW, state.failures, state.checked], [10 * MINUTE, 1, NOW]);
  });

  it('is never automatic if the feed is gone', () => {
    const [a, b] = [source('https://a.example/'), source('https://b.example/')];
    const gone = stateAfter(NEW_FEED, { kind: 'gone' }, ASKED);
    const states = new Map([[a.url, gone]]);
    assert.deepEqual(dueSources([a, b], states, NOW + 9 * DAY), [b]);
    assert.deepEqual(dueSources([a, b], states, NOW, 'all'), [b]);
    assert.deepEqual(dueSources([a, b], states, NOW, a), [a]);
    assert.equal(stateAfter(gone, feedWith({}), ASKED).gone, undefined);
  });

  it('is not before its host allows it, whichever of its feeds said so', () => {
    const [a, b, c] = [
      source('https://a.example/1'),
      source('https://a.example/2'),
      source('https://b.example/'),
    ];
    const told = (time: number): FetchResult => ({
      kind: 'failed',
      reason: 'status',
      status: 429,
      silence: { host: 'a.example', time },
    });
    const states = new Map([[a.url, stateAfter(NEW_FEED, told(2 * HOUR), ASKED)]]);
    assert.deepEqual(dueSources([a, b, c], states, NOW + HOUR, 'all'), [c]);
    assert.deepEqual(dueSources([a, b, c], states, NOW + HOUR, b), []);
    assert.equal(nextDue([b], states, NOW + HOUR), NOW + 2 * HOUR);
    assert.deepEqual(dueSources([a, b, c], states, NOW + 2 * HOUR), [a, b, c]);
    assert.equal(stateAfter(NEW_FEED, told(1e12), ASKED).silence?.until, NOW + DAY);
    assert.equal(stateAfter(NEW_FEED, told(1000), ASKED).next, NOW + HOUR);
  });

  it('is kept after a restart, and if the clock jumps', () => {
    const a = source('https://a.example/');
    const states = new Map([[a.url, stateAfter(NEW_FEED, feedWith({}), ASKED)]]);
    assert.deepEqual(dueSources([a], states, NOW + HOUR - 1), []);
    assert.deepEqual(dueSources([a], states, NOW + HOUR - 1, 'all'), [a]);
    assert.deepEqual(dueSources([a], states, NOW + HOUR), [a]);
    assert.deepEqual(dueSources([a], states, NOW + 900 * DAY), [a]);
    assert.deepEqual(dueSources([a], states, NOW - 900 * DAY), [a]);
    assert.equal(nextDue([a], states, NOW), NOW + HOUR);
    assert.equal(nextDue([a, source('https://b.example/')], states, NOW), NOW);
    assert.equal(nextDue([], states, NOW), undefined);
  });

  it('is within limits, whatever headers and clocks say', () => {
    const value = fc.oneof(
      fc.string(),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      fc.bigInt().map(String),
      fc.bigInt().map((age) => `max-age=${age}`),
    );
    const given = fc.dictionary(
      fc.constantFrom('cache-control', 'expires', 'retry-after', 'date', 'etag', 'last-modified'),
      value,
    );
    const number = fc.oneof(fc.double(), fc.integer());
    fc.assert(
      fc.property(
        given,
        fc.option(number, { nil: undefined }),
        number,
        fc.nat(2000),
        (fields, ttl, interval, failures) => {
          const state = { ...NEW_FEED, failures };
          const get = headers(fields);
          const silence = { host: 'a', time: retryAfter(get, NOW) ?? HOUR };
          const results: readonly FetchResult[] = [
            feedWith(fields, ttl),
            { kind: 'unchanged', caching: cachingOf(get, NOW) },
            { kind: 'failed', reason: 'status', status: 503, silence },
            { kind: 'notAFeed', reason: 'page', feeds: [], url: '' },
            { kind: 'gone' },
          ];
          for (const result of results) {
            const { next, silence: quiet } = stateAfter(state, result, { now: NOW, interval });
            assert.ok(next >= NOW + HOUR && next <= NOW + DAY, JSON.stringify(result));
            if (quiet) assert.ok(quiet.until >= NOW && quiet.until <= NOW + DAY);
          }
        },
      ),
    );
  });
});

describe('The validators of a response', () => {
  const given = { etag: 'W/"a"', 'last-modified': 'Thu, 26 Nov 2026 08:00:00 GMT' };

  it('are sent back unchanged, for eight days', () => {
    const state = stateAfter(NEW_FEED, feedWith(given), ASKED);
    const sent = { 'If-None-Match': 'W/"a"', 'If-Modified-Since': given['last-modified'] };
    assert.deepEqual(conditionalHeaders(state, NOW + HOUR), sent);
    const unchanged = stateAfter(
      state,
      { kind: 'unchanged', caching: { freshFor: 0 } },
      { ...ASKED, now: NOW + DAY },
    );
    assert.deepEqual(conditionalHeaders(unchanged, NOW + 7 * DAY), sent);
    assert.deepEqual(conditionalHeaders(unchanged, NOW + 8 * DAY), {});
    assert.deepEqual(conditionalHeaders(state, NOW - 1), {});
    assert.deepEqual(conditionalHeaders(NEW_FEED, NOW), {});
  });

  it('are forgotten if there was no feed, or no validators', () => {
    const state = stateAfter(NEW_FEED, feedWith(given), ASKED);
    for (const result of [{ kind: 'notAFeed', reason: 'page', feeds: [], url: '' } as const, feedWith({})])
      assert.deepEqual(conditionalHeaders(stateAfter(state, result, ASKED), NOW), {});
  });

  it('are stored only if they are valid header values', () => {
    for (const etag of ['x'.repeat(7000), 'a\nb', '字', ''])
      assert.equal(cachingOf(headers({ etag }), NOW).etag, undefined);
  });
});
