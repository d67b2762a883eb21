import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forEachByHost } from '../../../src/intake/feeds/perHost.ts';

function sourcesAt(hosts: readonly string[]) {
  return hosts.map((host, i) => ({ url: `https://${host}/${i}`, host, written: '' }));
}

describe('Requests in turns', () => {
  it('ask each source once: one at a time for each host, four in all', async () => {
    const hosts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), hosts, async (scheduler, given) => {
        const running: string[] = [];
        const asked: string[] = [];
        const all = forEachByHost(
          sourcesAt(given),
          async ({ url, host }) => {
            assert.ok(!running.includes(host) && running.length < 4);
            running.push(host);
            asked.push(url);
            await scheduler.schedule(Promise.resolve());
            running.splice(running.indexOf(host), 1);
            if (url.endsWith('3')) throw new Error('No network.');
          },
          new AbortController().signal,
        );
        await scheduler.waitFor(all);
        assert.deepEqual(
          asked.sort(),
          sourcesAt(given)
            .map(({ url }) => url)
            .sort(),
        );
      }),
    );
  });

  it('stop when they are cancelled', async () => {
    const abort = new AbortController();
    const asked: string[] = [];
    await forEachByHost(
      sourcesAt(['a', 'a', 'a']),
      ({ url }) => {
        asked.push(url);
        if (asked.length === 2) abort.abort();
        return Promise.resolve();
      },
      abort.signal,
    );
    assert.deepEqual(asked, ['https://a/0', 'https://a/1']);
  });
});
