import assert from 'node:assert/strict';
import type { Feed } from '../../../src/intake/model.ts';
import { checkFeed, type CheckPorts } from '../../../src/intake/feeds/checkFeed.ts';
import { decodeState, encodeState, NEW_FEED, type FeedState } from '../../../src/intake/feeds/feedState.ts';
import { entryOf, feedOf, NOON, ORIGIN } from '../files/harbour.ts';

const SOURCE = { url: ORIGIN.address, host: 'harbour.example', written: ORIGIN.address };

/** A window with an inbox and a state on disk, and a server with a given response. */
class Window {
  readonly files = new Map<string, string>();
  #state: string = encodeState(NEW_FEED);
  feed: Feed | undefined = feedOf();
  requests = 0;
  /** The number of new briefings after the last check. */
  briefings = 0;

  get state(): FeedState {
    return decodeState(this.#state);
  }

  /** `fails`: the window is killed before it has stored its state. */
  async check(more: Partial<typeof SOURCE & { as: 'issues' | 'digest' }> = {}, fails = false) {
    const ports: CheckPorts = {
      fetching: {
        fetch: () => {
          this.requests++;
          return this.feed
            ? Promise.resolve(new Response(JSON.stringify(this.feed)))
            : Promise.reject(new Error('ENETUNREACH'));
        },
      },
      after: () => ({ dispose: () => undefined }),
      now: () => NOON,
      interval: 0,
      readFeed: (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Feed,
      toMarkdown: ORIGIN.toMarkdown,
      read: (name) => Promise.resolve(this.files.get(name)),
    };
    const source = { ...SOURCE, ...more };
    const checked = await checkFeed(source, this.state, ports, new AbortController().signal);
    for (const { name, text } of checked.changes) this.files.set(name, text);
    if (!fails) this.#state = encodeState(checked.state);
    this.briefings = checked.briefings;
    return [checked.result.kind, checked.fresh, checked.changes.length];
  }
}

describe('A check of a source', () => {
  it('says how many briefings its new entries are', async () => {
    const brought = async (as: 'issues' | 'digest') => {
      const window = new Window();
      const counts: number[] = [];
      for (const feed of [feedOf(entryOf(2), entryOf(1)), feedOf(entryOf(3), entryOf(2), entryOf(1))]) {
        window.feed = feed;
        await window.check({ as });
        counts.push(window.briefings);
      }
      return counts;
    };
    assert.deepEqual(await brought('issues'), [2, 1]);
    // Later entries of the same day go into the same digest.
    assert.deepEqual(await brought('digest'), [1, 0]);
  });

  it('brings in new entries once, and later only what has changed', async () => {
    const window = new Window();
    window.feed = feedOf(entryOf(2), entryOf(1));
    assert.deepEqual(await window.check(), ['feed', 2, 1]);
    assert.deepEqual(await window.check(), ['unchanged', 0, 0]);
    window.feed = feedOf(entryOf(3), entryOf(2), entryOf(1, { title: 'Ferry 1 runs' }));
    assert.deepEqual(await window.check(), ['feed', 1, 1]);
    const [text = ''] = window.files.values();
    assert.deepEqual(text.match(/Ferry \d \w+(?=:)/g), ['Ferry 1 runs', 'Ferry 2 stops', 'Ferry 3 stops']);
  });

  it('loses nothing while there is no network', async () => {
    const window = new Window();
    window.feed = feedOf(entryOf(1));
    await window.check();
    const { seen, files } = window.state;
    window.feed = undefined;
    assert.deepEqual(await window.check(), ['offline', 0, 0]);
    assert.deepEqual([window.state.seen, window.state.files], [seen, files]);
    window.feed = feedOf(entryOf(2), entryOf(1));
    assert.deepEqual(await window.check(), ['feed', 1, 1]);
  });

  it('repeats nothing if the window was killed before it stored its state', async () => {
    for (const more of [{}, { as: 'issues' } as const]) {
      const window = new Window();
      window.feed = feedOf(entryOf(2), entryOf(1));
      await window.check(more, true);
      const before = [...window.files];
      await window.check(more);
      assert.deepEqual([...window.files], before);
      assert.deepEqual(
        window.state.files.map(({ name }) => name).sort(),
        before.map(([name]) => name).sort(),
      );
    }
  });

  it('keeps the shape of a source unless the person has chosen one', async () => {
    const window = new Window();
    await window.check();
    assert.equal(window.state.shape, undefined);
    window.feed = feedOf(entryOf(1));
    await window.check();
    window.feed = feedOf(entryOf(2, { html: '<h2>a</h2><h2>b</h2>' }));
    await window.check();
    assert.deepEqual([window.state.shape, window.files.size], ['digest', 1]);
    window.feed = feedOf(entryOf(3));
    await window.check({ as: 'issues' });
    assert.equal(window.files.size, 2);
  });
});
