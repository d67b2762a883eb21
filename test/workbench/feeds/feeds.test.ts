import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { importedSourcesMessage } from '../../../src/workbench/commands/feeds/opml.ts';
import { failureSummary } from '../../../src/workbench/commands/feeds/sources.ts';
import { Feeds } from '../../../src/workbench/feeds/feeds.ts';
import { FailingFolder } from '../support/failingFolder.ts';
import { brought, FeedSite, forgetSources, rss, setSources, sourceNode } from '../support/feedSite.ts';
import { node } from '../support/node.ts';
import { choose, file, hideSidebar, parts, run, until } from '../support/parts.ts';
import { itemKeys } from '../../../src/library/outline.ts';

const ALWAYS = new AbortController().signal;

describe('Sources', () => {
  let site: FeedSite;

  before(async () => {
    site = await FeedSite.open();
  });

  beforeEach(forgetSources);
  after(forgetSources);

  /** Another window, or the next start, with the same folder. */
  async function another(elsewhere?: vscode.Uri): Promise<Feeds> {
    const { inbox, library, readingLog, unread, allFilesRead } = await parts();
    const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const folder = elsewhere ?? vscode.Uri.joinPath(inbox.folder, '..', 'sources');
    return new Feeds({ folder, version: '0', inbox, library, readingLog, unread, logger, allFilesRead });
  }

  async function row(name: string) {
    const { feeds } = await parts();
    return feeds.rows.find(({ url }) => url === site.url(name));
  }

  it('are added by the address of their page, after a preview of their entries', async () => {
    const page = '<html><head><link rel="alternate" type="application/rss+xml" href="feed"></head></html>';
    await site.put('page', { body: page, headers: { 'content-type': 'text/html' } });
    await site.put('feed', { body: rss('Harbour', 'Ferry stops', 'Lock opens') });
    let asking = Promise.resolve(run('addSource', site.url('page')));
    await until('the feed is asked', async () => (await site.asked('feed')).length === 1);
    assert.deepEqual(vscode.workspace.getConfiguration('briefings').get('sources'), []);
    assert.deepEqual(await brought(), []);
    // What was found, and the interval.
    await choose(asking, 0);
    await until('the row', async () => (await row('feed'))?.name === 'Harbour');
    const section = vscode.workspace.getConfiguration('briefings');
    assert.deepEqual(section.get('sources'), [{ url: site.url('feed'), name: 'Harbour' }]);
    assert.equal(section.get('sourcesRefresh'), 'manual');
    assert.deepEqual(await brought(), ['Ferry stops', 'Lock opens']);
    const { sidebar } = await parts();
    await until('a row of its briefings', () =>
      sidebar.view.selection.some((node) => node.kind === 'briefing' && node.uri.includes('/inbox/')),
    );
    assert.equal((await site.asked('feed')).length, 1);
    // It has been added before.
    asking = Promise.resolve(run('addSource', site.url('page')));
    await asking;
    assert.equal((await parts()).feeds.rows.length, 1);
    await hideSidebar();
  });

  it('bring in new entries once, and later only what has changed, also after a restart', async () => {
    await setSources([{ url: site.url('news') }]);
    const headers = { etag: '"1"' };
    await site.put('news', { body: rss('News', 'Ferry stops', 'Lock opens'), headers });
    await run('checkForNew');
    assert.deepEqual(await brought(), ['Ferry stops', 'Lock opens']);
    await run('checkForNew');
    assert.deepEqual(await brought(), ['Ferry stops', 'Lock opens']);
    const [, second] = await site.asked('news');
    // A browser would first have to ask the site whether that header is allowed.
    assert.equal(second?.['if-none-match'], node ? '"1"' : undefined);
    assert.match(second?.['user-agent'] ?? '', node ? /^BriefingReader\/\d/ : /Mozilla/);
    assert.equal(second?.['cookie'] ?? second?.['referer'], undefined);
    await site.put('news', { body: rss('News', 'Quay closed', 'Ferry runs', 'Lock opens') });
    const next = await another();
    const engine = await next.engine();
    const round = await engine.check('all', ALWAYS);
    assert.deepEqual([round.fresh, round.briefings, round.failed], [1, 0, []]);
    assert.deepEqual(await brought(), ['Ferry runs', 'Lock opens', 'Quay closed']);
    next.dispose();
  });

  it('try again if their stored state cannot be read, and clean up after the first try', async () => {
    const folder = new FailingFolder();
    const registered = vscode.workspace.registerFileSystemProvider('failing', folder);
    const feeds = await another(vscode.Uri.parse('failing:/sources'));
    for (const times of [1, 2]) {
      await assert.rejects(feeds.engine());
      assert.equal(folder.listed, times);
    }
    await until('nobody who watches it', () => folder.begun > 0 && folder.watching === 0);
    feeds.dispose();
    registered.dispose();
  });

  it('are requested by one window for all', async () => {
    await setSources([{ url: site.url('shared') }]);
    await site.put('shared', { body: rss('Shared', 'Ferry stops') });
    const { feeds } = await parts();
    const other = await another();
    const engines = await Promise.all([feeds, other].map((one) => one.engine()));
    await Promise.all(engines.map((engine) => engine.check(undefined, ALWAYS)));
    assert.equal((await site.asked('shared')).length, 1);
    await Promise.all(engines.map((engine) => engine.check('all', ALWAYS)));
    assert.equal((await site.asked('shared')).length, 2);
    assert.deepEqual(await brought(), ['Ferry stops']);
    await until('the other’s row', () => other.rows.some(({ checked }) => checked > 0));
    other.dispose();
  });

  it('are not requested at a start before they are due, and are requested automatically if enabled', async () => {
    await site.put('hourly', { body: rss('Hourly', 'Ferry stops') });
    const section = vscode.workspace.getConfiguration('briefings');
    await section.update('sourcesRefresh', 'hourly', vscode.ConfigurationTarget.Global);
    await setSources([{ url: site.url('hourly') }]);
    await until('it is asked', async () => (await site.asked('hourly')).length === 1, 19_000);
    await until('its answer', async () => ((await row('hourly'))?.checked ?? 0) > 0);
    const next = await another();
    await (await next.engine()).check(undefined, ALWAYS);
    assert.equal((await site.asked('hourly')).length, 1);
    next.dispose();
  }).timeout(40_000);

  it('that fail say why in their rows, lose nothing, and can be retried', async () => {
    const pages = { cut: {}, busy: {}, gone: {}, login: {} };
    await setSources(Object.keys(pages).map((name) => ({ url: site.url(name) })));
    for (const name of Object.keys(pages)) await site.put(name, { body: rss(name, `${name} well`) });
    await run('checkForNew');
    const all = Object.keys(pages).map((name) => `${name} well`);
    assert.deepEqual(await brought(), all.sort());
    await site.put('cut', { body: rss('cut', 'half'), isCut: true });
    await site.put('gone', { status: 410 });
    await site.put('login', { body: '<html><form>Log in</form></html>' });
    await run('checkForNew');
    const problem = async (name: string) => (await row(name))?.problem ?? '';
    assert.match(await problem('cut'), /ended too early/);
    assert.match(await problem('gone'), /removed by its publisher/);
    assert.match(await problem('login'), /This is a web page/);
    assert.equal(await problem('busy'), '');
    assert.deepEqual(await brought(), all);
    // A feed that is gone is only requested explicitly.
    const before = (await site.asked('gone')).length;
    await site.put('cut', { body: rss('cut', 'cut mended', 'cut well') });
    await run('retrySource', await sourceNode(site.url('cut')));
    assert.equal(await problem('cut'), '');
    assert.deepEqual(await brought(), [...all, 'cut mended'].sort());
    assert.equal((await site.asked('gone')).length, before);
    // All feeds of a host are left alone.
    await site.put('busy', { status: 429, headers: { 'retry-after': '3000' } });
    await run('retrySource', await sourceNode(site.url('busy')));
    assert.match(await problem('busy'), node ? /is limiting requests and is not contacted until/ : /./);
    const asked = (await site.asked('cut')).length;
    await run('checkForNew');
    assert.equal((await site.asked('cut')).length, asked);
  });

  it('that fail when a person checks for new entries are told with the reason', () => {
    const unreachable = 'The server cannot be reached.';
    const rows = ['Harbour', 'News', 'Quay', 'Lock'].map((name) => ({ name, problem: unreachable }));
    assert.equal(failureSummary([]), undefined);
    assert.equal(failureSummary(rows.slice(0, 1)), `Harbour: ${unreachable}`);
    assert.equal(failureSummary(rows), `4 sources failed: ${unreachable}`);
    const others = [{ name: 'Ferry', problem: 'The response is empty.' }, ...rows];
    assert.equal(
      failureSummary(others),
      `5 sources failed · Ferry: The response is empty. · Harbour: ${unreachable} · News: ${unreachable} · …`,
    );
  });

  it('that a browser must not read say so', async () => {
    await setSources([{ url: site.url('closed') }]);
    await site.put('closed', { body: rss('Closed', 'Ferry stops'), isClosed: true });
    await run('checkForNew');
    const problem = (await row('closed'))?.problem;
    if (node) assert.equal(problem, undefined);
    else assert.match(problem ?? '', /^This site is down, or it cannot be read from a browser/);
  });

  it('are requested at their own hosts, and do not lead into a private network', async () => {
    await setSources([{ url: site.url('moved') }, { url: site.url('inside') }]);
    await site.put('moved', { status: 302, headers: { location: 'there' } });
    await site.put('there', { body: rss('There', 'Ferry stops') });
    await site.put('inside', { status: 302, headers: { location: 'http://127.0.0.2:9/' } });
    const { fetch } = globalThis;
    const hosts = new Set<string>();
    globalThis.fetch = (input, init) => {
      hosts.add(new URL(input instanceof Request ? input.url : input).origin);
      return fetch(input, init);
    };
    try {
      await run('checkForNew');
    } finally {
      globalThis.fetch = fetch;
    }
    assert.deepEqual([...hosts], [site.origin]);
    assert.deepEqual(await brought(), ['Ferry stops']);
    assert.match((await row('inside'))?.problem ?? '', node ? /private network/ : /./);
  });

  it('are exported as OPML, and imported unchanged', async () => {
    const list = [
      { url: 'https://harbour.example/feed', name: 'Harbour & Quay' },
      { url: 'https://news.example/rss?a=1&b=2', name: 'News' },
    ];
    await setSources(list);
    const uri = file('sources.opml');
    await run('exportOpml', uri);
    await setSources([]);
    await vscode.workspace
      .getConfiguration('briefings')
      .update('sourcesRefresh', 'manual', vscode.ConfigurationTarget.Global);
    await run('importOpml', uri);
    const { feeds } = await parts();
    await until('both', () => feeds.rows.length === 2);
    assert.deepEqual(vscode.workspace.getConfiguration('briefings').get('sources'), list);
    await run('importOpml', uri);
    assert.equal(feeds.rows.length, 2);
    const inside = '<opml><body><outline xmlUrl="http://192.168.0.1/feed"/></body></opml>';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(inside));
    await run('importOpml', uri);
    assert.equal(feeds.rows.length, 2);
    const wide = '\ufeff<opml><body><outline xmlUrl="https://wide.example/feed"/></body></opml>';
    const units = Uint16Array.from(wide, (character) => character.charCodeAt(0));
    await vscode.workspace.fs.writeFile(uri, new Uint8Array(units.buffer));
    await run('importOpml', uri);
    await until('the one of UTF-16', () => feeds.rows.length === 3);
  });

  it('of a list are reported by count for each result', () => {
    const none = { added: 0, known: 0, inside: 0, leftOut: 0 };
    assert.deepEqual(
      [
        importedSourcesMessage({ added: 1, known: 1, inside: 1, leftOut: 1 }),
        importedSourcesMessage({ added: 2, known: 2, inside: 2, leftOut: 2 }),
        importedSourcesMessage({ ...none, known: 3 }),
      ],
      [
        '1 source added. 1 already existed. 1 address leads to a private network. To add it, use “Add Source…”. ' +
          '1 was left out because its address does not begin with http:// or https://.',
        '2 sources added. 2 already existed. 2 addresses lead to a private network. To add them, use “Add Source…”. ' +
          '2 were left out because their addresses do not begin with http:// or https://.',
        'No source added. 3 already existed.',
      ],
    );
  });

  it('have a group in the sidebar, and leave it when they are removed', async () => {
    await setSources([{ url: site.url('kept'), name: 'Kept' }]);
    await site.put('kept', { body: rss('Kept', 'Ferry stops') });
    await run('checkForNew');
    const { tree, library, inbox, readingLog } = await parts();
    const group = (await tree.getChildren()).find(({ kind }) => kind === 'sources');
    assert.ok(group);
    await until('what is unread', () => tree.getTreeItem(group).description === '1 unread');
    const source = await sourceNode(site.url('kept'));
    const { description, command } = tree.getTreeItem(source);
    assert.match(String(description), /^1 unread · \d/);
    assert.equal(command?.command, 'briefings.openSource');
    await run('groupByFolder');
    const folder = (await tree.getChildren()).find(({ id }) => /^folder:.*\/feed-/.test(id));
    assert.equal(folder && tree.getTreeItem(folder).label, 'Kept');
    await run('groupByDate');
    // It is unread until someone has read it, whatever another check has brought in.
    await run('checkForNew');
    assert.match(String(tree.getTreeItem(source).description), /^1 unread · \d/);
    const entry = [...library.entries].find(({ uri }) => inbox.holds(uri));
    const keys = entry?.kind === 'briefing' ? itemKeys(entry.outline) : [];
    await readingLog.markRead(keys);
    await until('it is read', () => /^\d/.test(String(tree.getTreeItem(source).description)));
    assert.equal(tree.getTreeItem(group).description, '');
    await readingLog.markRead(keys, false);
    await choose(Promise.resolve(run('removeSource', source)), 0);
    await until('its end', async () => !(await tree.getChildren()).some(({ kind }) => kind === 'sources'));
    assert.deepEqual(await brought(), ['Ferry stops']);
  });
});
