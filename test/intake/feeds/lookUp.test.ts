import assert from 'node:assert/strict';
import { fetchFeed, type Network } from '../../../src/intake/feeds/fetchFeed.ts';
import { NEW_FEED } from '../../../src/intake/feeds/feedState.ts';
import { RSS } from './badServer.ts';

const WRITTEN = 'https://a.example/feed';

/** A network in which each host redirects to the next one, and the last has the feed. */
function networkOf(hosts: readonly string[], addresses: Readonly<Record<string, readonly string[]>>) {
  const requested: string[] = [];
  const lookedUp: string[] = [];
  const network: Network = {
    fetch: (url) => {
      const { hostname } = new URL(url);
      requested.push(hostname);
      const next = hosts[hosts.indexOf(hostname) + 1];
      const redirect = { status: 302, headers: { location: `https://${next}/feed` } };
      return Promise.resolve(next === undefined ? new Response(RSS) : new Response(null, redirect));
    },
    resolve: (hostname) => {
      lookedUp.push(hostname);
      return Promise.resolve(addresses[hostname] ?? []);
    },
  };
  return { requested, lookedUp, network };
}

/** The result of a request, as `feed`, `internal`. */
async function ask(fetching: Network, url = WRITTEN, timer: (over: () => void) => void = () => undefined) {
  const ports = {
    fetching,
    after: (_: number, over: () => void) => {
      timer(over);
      return { dispose: () => undefined };
    },
    now: () => 0,
    readFeed: () => ({ kind: 'feed', title: '', entries: [] }) as const,
  };
  const request = { url, written: WRITTEN, state: NEW_FEED };
  const result = await fetchFeed(request, ports, new AbortController().signal);
  return result.kind === 'failed' ? result.reason : result.kind;
}

describe('Where names can be looked up, a request', () => {
  it('is not sent to a name that leads into a private network, at any redirect', async () => {
    const hosts = ['a.example', 'b.example', 'c.example'];
    const outside = { 'b.example': ['93.184.215.14'], 'c.example': ['2606:4700:4700::1111'] };
    const cases = [
      [outside, 'feed', hosts],
      [{ ...outside, 'b.example': ['127.0.0.1'] }, 'internal', ['a.example']],
      [{ ...outside, 'c.example': ['93.184.215.14', 'fd12::1'] }, 'internal', ['a.example', 'b.example']],
      // A proxy may know a name that is unknown here.
      [{}, 'feed', hosts],
    ] as const;
    for (const [addresses, expected, sentTo] of cases) {
      const { network, requested } = networkOf(hosts, addresses);
      assert.equal(await ask(network), expected);
      assert.deepEqual(requested, sentTo);
    }
  });

  it('is not sent to a feed that a page announces under such a name', async () => {
    // By its ending, none of them can be told from a public one.
    for (const host of ['b.example', 'grafana.monitoring', 'web.dev', '10.0.0.1.nip.io']) {
      const { network, requested } = networkOf([host], { [host]: ['10.0.0.1'] });
      assert.equal(await ask(network, `https://${host}/feed`), 'internal', host);
      assert.deepEqual(requested, []);
    }
  });

  it('may go into a network whose host the person entered', async () => {
    const { network, lookedUp } = networkOf(['a.example', 'b.example'], { 'a.example': ['10.0.0.1'] });
    assert.equal(await ask(network), 'feed');
    assert.deepEqual(lookedUp, ['b.example']);
  });

  it('does not wait longer for the name than for the host', async () => {
    const { network } = networkOf(['b.example'], {});
    let end: () => void = () => undefined;
    const resolve = () => {
      end();
      return new Promise<never>(() => undefined);
    };
    const result = ask({ ...network, resolve }, 'https://b.example/feed', (over) => {
      end = over;
    });
    assert.equal(await result, 'timeout');
  });
});
