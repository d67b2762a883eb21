import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Feed, NotAFeed } from '../../../src/intake/model.ts';
import type { FetchResult } from '../../../src/intake/feeds/fetchResult.ts';
import {
  type FeedResponse,
  type FetchPorts,
  fetchFeed,
  MAX_BODY_SIZE,
} from '../../../src/intake/feeds/fetchFeed.ts';
import { stateAfter } from '../../../src/intake/feeds/schedule.ts';
import { NEW_FEED, type FeedState } from '../../../src/intake/feeds/feedState.ts';
import { RSS, startBadServer } from './badServer.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const HOSTILE = join(import.meta.dirname, '../../../../shared/hostile/feed-server.mjs');

/** Reads as much as these tests need. */
function readFeed(bytes: Uint8Array): Feed | NotAFeed {
  const text = new TextDecoder().decode(bytes);
  if (text === '') return { kind: 'notAFeed', reason: 'empty', feeds: [] };
  return text.includes('<rss')
    ? { kind: 'feed', title: 'ok', entries: [] }
    : { kind: 'notAFeed', reason: 'page', feeds: [] };
}

/** The test decides when the 20 s are over. */
function portsWith(more: Partial<FetchPorts> = {}) {
  const timers = new Set<() => void>();
  const ports: FetchPorts = {
    fetching: { fetch: (url, headers, signal) => fetch(url, { headers, signal, redirect: 'manual' }) },
    after: (time, over) => {
      assert.equal(time, 20_000);
      timers.add(over);
      return { dispose: () => timers.delete(over) };
    },
    now: () => NOW,
    readFeed,
    ...more,
  };
  return { ports, timers };
}

const STATE: FeedState = NEW_FEED;

async function ask(url: string, state = STATE, { ports, timers } = portsWith()): Promise<FetchResult> {
  const result = await fetchFeed({ url, written: url, state }, ports, new AbortController().signal);
  assert.equal(timers.size, 0);
  return result;
}

/** The result as `status 404`, `feed`, `tooLarge`. */
function shown(result: FetchResult): string {
  const { kind } = result;
  if (kind === 'failed')
    return result.status === undefined ? result.reason : `${result.reason} ${result.status}`;
  return kind === 'notAFeed' || kind === 'offline' ? `${kind} ${result.reason}` : kind;
}

describe('A request to a source', () => {
  let server: Awaited<ReturnType<typeof startBadServer>>;
  before(async () => {
    server = await startBadServer();
  });
  after(() => {
    server.close();
  });

  const cases = [
    ['/ok', 'feed'],
    ['/304', 'status 304'],
    ['/empty', 'notAFeed empty'],
    ['/login', 'notAFeed page'],
    ['/410', 'gone'],
    ['/404', 'status 404'],
    ['/429', 'status 429'],
    ['/503', 'status 503'],
    ['/to-ok', 'feed'],
    ['/pouring-redirect', 'feed'],
    ['/chain/4', 'feed'],
    ['/chain/5', 'tooMany'],
    ['/loop', 'tooMany'],
    ['/to-secret', 'internal'],
    ['/to-file', 'scheme'],
    ['/nowhere', 'nowhere'],
    ['/endless', 'tooLarge'],
    ['/bomb', 'tooLarge'],
    ['/not-gzip', 'brokenOff'],
    ['/lie-long', 'tooLarge'],
    ['/cut', 'brokenOff'],
    ['/reset', 'brokenOff'],
    ['/large-head', 'brokenOff'],
  ] as const;
  for (const [path, expected] of cases)
    it(`is ${expected} for ${path}`, async () => {
      const before = server.asked.length;
      assert.equal(shown(await ask(server.url + path)), expected);
      assert.ok(server.asked.length - before <= 6);
    });

  it('returns the final address, and how long its host wants to be left alone', async () => {
    const found = await ask(`${server.url}/to-ok`);
    assert.equal(found.kind === 'feed' && found.url, `${server.url}/ok`);
    const { host } = new URL(server.url);
    const told = await ask(`${server.url}/429`);
    assert.deepEqual(told.kind === 'failed' && told.silence, { host, time: 120_000 });
    const silent = await ask(`${server.url}/503`);
    assert.deepEqual(silent.kind === 'failed' && silent.silence, { host, time: 3_600_000 });
  });

  it('is unchanged by its status, or by its bytes', async () => {
    for (const path of ['/etag', '/ok']) {
      const url = server.url + path;
      const asked = { now: NOW, interval: 0 };
      const state = stateAfter(STATE, await ask(url), asked);
      const { ports, timers } = portsWith({ readFeed: () => assert.fail('It was read again.') });
      const again = await ask(url, state, { ports, timers });
      assert.equal(again.kind, 'unchanged', path);
      assert.equal(stateAfter(state, again, asked).next, NOW + (path === '/etag' ? 7_200_000 : 3_600_000));
    }
  });

  it('has 20 seconds for everything', async () => {
    for (const path of ['/drip', '/silent']) {
      const { ports, timers } = portsWith();
      const result = ask(server.url + path, STATE, { ports, timers });
      await new Promise((resolve) => setTimeout(resolve, 100));
      for (const over of timers) over();
      assert.equal(shown(await result), 'timeout', path);
    }
  });

  it('is aborted at once when the person cancels', async () => {
    for (const path of ['/drip', '/silent', '/endless']) {
      const abort = new AbortController();
      const url = server.url + path;
      const result = fetchFeed({ url, written: url, state: STATE }, portsWith().ports, abort.signal);
      setTimeout(() => {
        abort.abort();
      }, 5);
      assert.ok(['cancelled', 'tooLarge'].includes(shown(await result)));
    }
    const before = server.asked.length;
    const url = `${server.url}/ok`;
    const result = await fetchFeed(
      { url, written: url, state: STATE },
      portsWith().ports,
      AbortSignal.abort(),
    );
    assert.deepEqual([result.kind, server.asked.length], ['cancelled', before]);
  });

  it('is not sent if the host is not allowed', async () => {
    const before = server.asked.length;
    const { ports } = portsWith();
    const written = 'https://a.example/';
    const result = await fetchFeed(
      { url: server.url, written, state: STATE },
      ports,
      new AbortController().signal,
    );
    assert.deepEqual([shown(result), server.asked.length], ['internal', before]);
  });

  it('leaves no connection open', async () => {
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 5; i++) assert.equal(shown(await ask(`${server.url}/bomb`)), 'tooLarge');
    assert.ok(process.memoryUsage().arrayBuffers - before < 20 * MAX_BODY_SIZE);
  });
});

describe('A network that fails', () => {
  const failing = (error: Error) => portsWith({ fetching: { fetch: () => Promise.reject(error) } });
  const caused = (code: string) =>
    new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });

  it('is reported by the names of its errors', async () => {
    const parts = new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]);
    const cases = [
      [caused('ENETUNREACH'), 'offline offline'],
      [caused('EAI_AGAIN'), 'offline offline'],
      [caused('ENOTFOUND'), 'offline noHost'],
      [new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline offline'],
      [new Error('net::ERR_NAME_NOT_RESOLVED'), 'offline noHost'],
      [caused('CERT_HAS_EXPIRED'), 'certificate'],
      [caused('DEPTH_ZERO_SELF_SIGNED_CERT'), 'certificate'],
      [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'certificate'],
      [caused('ECONNREFUSED'), 'unreachable'],
      [new TypeError('fetch failed', { cause: parts }), 'unreachable'],
      [caused('UND_ERR_CONNECT_TIMEOUT'), 'timeout'],
      [caused('ECONNRESET'), 'brokenOff'],
      [new TypeError('Failed to fetch'), 'blocked'],
      [new Error('?'), 'unreachable'],
    ] as const;
    for (const [error, expected] of cases)
      assert.equal(shown(await ask('https://a.example/', STATE, failing(error))), expected, String(error));
  });

  it('is unreachable if nothing listens', async () => {
    const { url, close } = await startBadServer();
    close();
    assert.equal(shown(await ask(url)), 'unreachable');
  });

  it('is never waited for, if it ignores the abort signal or its body never ends', async () => {
    const never = new Promise<never>(() => undefined);
    const body = { getReader: () => ({ read: () => never, cancel: () => never }) };
    const answer: FeedResponse = { status: 200, headers: { get: () => null }, body };
    for (const fetching of [{ fetch: () => never }, { fetch: () => Promise.resolve(answer) }]) {
      const { ports, timers } = portsWith({ fetching });
      const result = ask('https://a.example/', STATE, { ports, timers });
      await new Promise((resolve) => setTimeout(resolve, 5));
      for (const over of timers) over();
      assert.equal(shown(await result), 'timeout');
    }
  });

  it('may have followed redirects itself, as a browser does', async () => {
    const answer = new Response(RSS);
    Object.defineProperty(answer, 'url', { value: 'https://b.example/feed' });
    const { ports, timers } = portsWith({ fetching: { fetch: () => Promise.resolve(answer) } });
    const result = await ask('https://a.example/', STATE, { ports, timers });
    assert.equal(result.kind === 'feed' && result.url, 'https://b.example/feed');
    const hidden = portsWith({ fetching: { fetch: () => Promise.resolve(Response.error()) } });
    assert.equal(shown(await ask('https://a.example/', STATE, hidden)), 'blocked');
  });
});

/** The expected result for each route of the hostile server. */
const ROUTES: Readonly<Record<string, readonly string[]>> = {
  feed: [
    '/ok',
    '/encoding-unknown',
    '/etag-churn',
    '/cookie',
    '/date-skew',
    '/type-none',
    '/empties-then-full',
  ],
  timeout: ['/hang', '/hang-headers', '/slowloris', '/drip-headers'],
  tooMany: ['/redirect-loop', '/redirect-self', '/redirect-chain'],
  scheme: ['/redirect-file', '/redirect-command', '/redirect-data'],
  internal: [
    ...[
      '/redirect-localhost',
      '/redirect-v4mapped',
      '/redirect-anyaddr',
      '/redirect-dot',
      '/redirect-testnet',
    ],
  ],
  credentials: ['/redirect-userinfo'],
  nowhere: ['/redirect-empty'],
  tooLarge: ['/infinite', '/huge', '/length-lie-big', '/gzip-bomb', '/br-bomb', '/gzip-twice'],
  brokenOff: ['/cut', '/reset', '/chunk-bad', '/headers-huge', '/gzip-bad'],
  gone: ['/410'],
  'status 429': ['/429'],
  'status 304': ['/304-always'],
  'notAFeed empty': ['/204', '/empty'],
  'notAFeed page': ['/type-html', '/length-lie-small'],
};

describe('A hostile host', () => {
  it('gets a reason for each of its routes', async function () {
    if (!existsSync(HOSTILE)) this.skip();
    const { start } = (await import(pathToFileURL(HOSTILE).href)) as {
      start: () => Promise<{ url: string; close: () => void }>;
    };
    const host = await start();
    const { fetching } = portsWith().ports;
    try {
      for (const [expected, paths] of Object.entries(ROUTES))
        for (const path of paths) {
          const { ports, timers } = portsWith({
            fetching: {
              fetch: (url, headers, signal) => {
                assert.equal(new URL(url).origin, host.url, `${path} led elsewhere.`);
                return fetching.fetch(url, headers, signal);
              },
            },
          });
          const url = host.url + path + (path.endsWith('bomb') ? '?mb=20' : '');
          const result = ask(url, STATE, { ports, timers });
          // Requests that should end by themselves get a second, also on a busy machine.
          if (expected === 'timeout')
            setTimeout(() => {
              timers.forEach((over) => {
                over();
              });
            }, 1000);
          assert.equal(shown(await result), expected, path);
        }
    } finally {
      host.close();
    }
  });
});
