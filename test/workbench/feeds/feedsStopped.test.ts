import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { brought, FeedSite, forgetSources, rss, setSources } from '../support/feedSite.ts';
import { node } from '../support/node.ts';
import { parts, run, until } from '../support/parts.ts';

const ALWAYS = new AbortController().signal;

describe('A check of sources', () => {
  let site: FeedSite;

  before(async () => {
    site = await FeedSite.open();
  });

  beforeEach(forgetSources);
  after(forgetSources);

  async function engine() {
    return (await parts()).feeds.engine();
  }

  async function times(...names: readonly string[]): Promise<readonly number[]> {
    return Promise.all(names.map(async (name) => (await site.asked(name)).length));
  }

  it('that is canceled loses nothing and sends no more requests, and the next one continues', async () => {
    const { feeds } = await parts();
    await site.put('first', { body: rss('First', 'Ferry stops'), headers: { etag: '"1"' } });
    await site.put('slow', { isDripping: true });
    await site.put('last', { body: rss('Last', 'Lock opens') });
    await setSources(['first', 'slow', 'last'].map((name) => ({ url: site.url(name) })));
    const stop = new AbortController();
    const checking = (await engine()).check('all', stop.signal);
    await until('the slow one is asked', async () => (await times('slow'))[0] === 1);
    stop.abort();
    assert.deepEqual(await checking, {
      fresh: 1,
      briefings: 1,
      failed: [],
      isElsewhere: false,
      isStopped: true,
    });
    assert.deepEqual(await brought(), ['Ferry stops']);
    assert.deepEqual(await times('first', 'slow', 'last'), [1, 1, 0]);
    // A canceled check is not a failure.
    const states = () =>
      feeds.rows.map(({ checked, problem, isChecking }) => [checked > 0, problem, isChecking]);
    assert.deepEqual(states(), [
      [true, undefined, false],
      [false, undefined, false],
      [false, undefined, false],
    ]);
    await site.put('slow', { body: rss('Slow', 'Quay closed') });
    const next = await (await engine()).check('all', ALWAYS);
    assert.deepEqual(next, {
      fresh: 2,
      briefings: 2,
      failed: [],
      isElsewhere: false,
      isStopped: false,
    });
    assert.deepEqual(await brought(), ['Ferry stops', 'Lock opens', 'Quay closed']);
    assert.deepEqual(await times('first', 'slow', 'last'), [2, 2, 1]);
    if (node) assert.equal((await site.asked('first'))[1]?.['if-none-match'], '"1"');
  });

  it('counts the new entries of all hosts that it asks at the same time', async () => {
    await site.put('here', { body: rss('Here', 'Ferry stops', 'Lock opens') });
    await site.put('there', { body: rss('There', 'Quay closed') });
    const there = site.url('there').replace('127.0.0.1', 'localhost');
    await setSources([{ url: site.url('here') }, { url: there }]);
    const { fresh, failed } = await (await engine()).check('all', ALWAYS);
    assert.deepEqual([fresh, failed], [3, []]);
    assert.deepEqual(await times('here', 'there'), [1, 1]);
  });

  it('brings in nothing of a source that is removed meanwhile, and skips it if it is waiting', async () => {
    await site.put('removed', { isDripping: true });
    await site.put('waiting', { body: rss('Waiting', 'Lock opens') });
    await setSources([{ url: site.url('removed') }, { url: site.url('waiting') }]);
    const asking = await engine();
    const [slow, waiting] = asking.sources;
    assert.ok(slow && waiting);
    const checking = asking.check('all', ALWAYS);
    await until('the slow one is asked', async () => (await times('removed'))[0] === 1);
    await asking.forget(waiting);
    await asking.forget(slow);
    const { fresh, failed } = await checking;
    assert.deepEqual([fresh, failed], [0, []]);
    assert.deepEqual(await times('removed', 'waiting'), [1, 0]);
    await setSources([]);
    await site.put('removed', { body: rss('Slow', 'Ferry stops') });
    await setSources([{ url: site.url('removed') }, { url: site.url('waiting') }]);
    await run('checkForNew');
    assert.deepEqual(await brought(), ['Ferry stops', 'Lock opens']);
  });

  it('brings in new entries even if the whole inbox was deleted', async () => {
    const { inbox } = await parts();
    await site.put('news', { body: rss('News', 'Ferry stops') });
    await setSources([{ url: site.url('news') }]);
    await run('checkForNew');
    await vscode.workspace.fs.delete(inbox.folder, { recursive: true });
    await site.put('news', { body: rss('News', 'Lock opens', 'Ferry stops') });
    const { failed, fresh } = await (await engine()).check('all', ALWAYS);
    assert.deepEqual([failed, fresh], [[], 1]);
    assert.deepEqual(await brought(), ['Lock opens']);
  });

  it('refreshes the rows that it checks, and the group only if its text changes', async () => {
    const { tree } = await parts();
    for (const name of ['drawn', 'other']) await site.put(name, { body: rss(name, `${name} words`) });
    await setSources([{ url: site.url('drawn') }, { url: site.url('other') }]);
    // An entry is new until the next check.
    for (let i = 0; i < 2; i++) await run('checkForNew');
    const asking = await engine();
    const [drawn] = asking.sources;
    assert.ok(drawn);
    const redrawn = new Set<string>();
    const listener = tree.onDidChangeTreeData((nodes) => {
      for (const { id } of nodes ?? []) if (id.startsWith('source')) redrawn.add(id);
    });
    await asking.check(drawn, ALWAYS);
    assert.deepEqual([...redrawn], [`source:${drawn.url}`]);
    await site.put('drawn', { status: 500 });
    await asking.check(drawn, ALWAYS);
    assert.deepEqual([...redrawn], [`source:${drawn.url}`, 'sources']);
    listener.dispose();
  });
});
