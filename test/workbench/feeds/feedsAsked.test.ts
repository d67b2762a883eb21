import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { feedFolderUri } from '../../../src/workbench/feeds/feedFolder.ts';
import { FeedSite, forgetSources, rss, setSources } from '../support/feedSite.ts';
import { node } from '../support/node.ts';
import { file, parts, run, until, write } from '../support/parts.ts';

/** All headers of a request in Node; a browser adds those of all its requests. */
const HEADERS = [
  ...['accept', 'accept-encoding', 'accept-language', 'cache-control', 'connection', 'host'],
  ...['if-modified-since', 'if-none-match', 'pragma', 'sec-fetch-mode', 'user-agent'],
];
/** Headers that could identify or track a person. */
const TELLING = ['authorization', 'cookie', 'from', 'proxy-authorization', 'referer'];

describe('What a site learns from a request', () => {
  let site: FeedSite;

  before(async () => {
    site = await FeedSite.open();
  });

  beforeEach(forgetSources);
  after(forgetSources);

  it('is the address and its own validators: no cookie, no referrer', async () => {
    const headers = {
      'set-cookie': 'who=1; Path=/',
      etag: '"1"',
      'last-modified': 'Thu, 26 Nov 2026 08:00:00 GMT',
    };
    await site.put('news', { body: rss('News', 'Ferry stops'), headers });
    await site.put('moved', { status: 302, headers: { location: 'news', 'set-cookie': 'who=2; Path=/' } });
    await setSources([{ url: site.url('moved') }]);
    for (let i = 0; i < 2; i++) await run('checkForNew');
    const asked = [...(await site.asked('moved')), ...(await site.asked('news'))];
    assert.equal(asked.length, 4);
    for (const one of asked) {
      for (const name of TELLING) assert.equal(one[name], undefined, name);
      if (!node) continue;
      assert.deepEqual(
        Object.keys(one).filter((name) => !HEADERS.includes(name)),
        [],
      );
      assert.match(one['user-agent'] ?? '', /^BriefingReader\/[\d.]+$/);
      assert.equal(one['accept-language'], '*');
    }
  });

  it('is nothing if only a workspace lists it', async () => {
    const uri = file('.vscode/settings.json');
    const before = await vscode.workspace.fs.readFile(uri).then(
      (bytes) => bytes,
      () => undefined,
    );
    await site.put('theirs', { body: rss('Theirs', 'Ferry stops') });
    const theirs = {
      'briefings.sources': [{ url: site.url('theirs') }],
      'briefings.sourcesRefresh': 'hourly',
      'briefings.sourcesKeep': 1,
      'briefings.markRead': 'end',
    };
    const section = () => vscode.workspace.getConfiguration('briefings');
    await write(uri, JSON.stringify(theirs));
    try {
      await until('the settings', () => section().get('markRead') === 'end');
      assert.deepEqual(
        ['sources', 'sourcesRefresh', 'sourcesKeep'].map((name) => section().get(name)),
        [[], 'manual', 60],
      );
      assert.deepEqual((await parts()).feeds.rows, []);
      await run('checkForNew');
      assert.equal((await site.asked('theirs')).length, 0);
    } finally {
      if (before) await write(uri, before);
      else await vscode.workspace.fs.delete(uri);
      await until('the settings as they were', () => section().get('markRead') !== 'end');
    }
  });
});

describe('A source that redirects to a public name', () => {
  before(forgetSources);
  after(forgetSources);

  it('is not followed if that name leads into a private network', async function () {
    // A browser does not look up names.
    if (!node) this.skip();
    const site = await FeedSite.open();
    await site.put('away', { status: 302, headers: { location: 'http://a.example/feed' } });
    await setSources([{ url: site.url('away') }]);
    const { promises } = node.getBuiltinModule('node:dns') as { readonly promises: { lookup: unknown } };
    const { lookup } = promises;
    const { fetch } = globalThis;
    const names: unknown[] = [];
    const requested: string[] = [];
    promises.lookup = (name: unknown) => {
      names.push(name);
      return Promise.resolve([{ address: '93.184.215.14' }, { address: '10.0.0.1' }]);
    };
    globalThis.fetch = (input, init) => {
      requested.push(new Request(input).url);
      return fetch(input, init);
    };
    try {
      await run('checkForNew');
    } finally {
      promises.lookup = lookup;
      globalThis.fetch = fetch;
    }
    assert.deepEqual([names, requested], [['a.example'], [site.url('away')]]);
    assert.match((await parts()).feeds.rows[0]?.problem ?? '', /private network/);
  });
});

describe('What a source brings in', () => {
  it('is stored in a folder of the inbox, whatever its host is called', async () => {
    const { inbox } = await parts();
    const hosts = [
      'a.example',
      '..',
      '../..',
      '[::1]:80',
      'a\\..\\..',
      `${'x'.repeat(300)}.example`,
      'ü%2f..',
    ];
    const names = hosts.map((host) => {
      const folder = feedFolderUri(inbox.folder, { url: `https://${host}/`, host });
      assert.equal(vscode.Uri.joinPath(folder, '..').toString(), inbox.folder.toString(), host);
      return folder.path.slice(inbox.folder.path.length + 1);
    });
    for (const name of names) assert.match(name, /^feed-[a-z\d.-]{1,60}-[a-z\d]+$/i);
    assert.equal(new Set(names).size, hosts.length);
  });
});
