import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CommandContext } from '../../../src/workbench/commands/commandContext.ts';
import { removeSource } from '../../../src/workbench/commands/feeds/sources.ts';
import { FeedStates } from '../../../src/workbench/feeds/feedStates.ts';
import { storageIn } from '../../../src/workbench/files/storage.ts';
import { brought, FeedSite, forgetSources, rss, setSources, sourceNode } from '../support/feedSite.ts';
import { choose, parts, run, until, write } from '../support/parts.ts';
import { itemKeys } from '../../../src/library/outline.ts';

const DAY = 86_400_000;

describe('Files that sources have brought in', () => {
  let site: FeedSite;

  before(async () => {
    site = await FeedSite.open();
  });

  beforeEach(forgetSources);
  after(async () => {
    await keep(undefined);
    await forgetSources();
  });

  async function keep(days: number | undefined): Promise<void> {
    const section = vscode.workspace.getConfiguration('briefings');
    await section.update('sourcesKeep', days, vscode.ConfigurationTarget.Global);
  }

  async function folderOf(name: string): Promise<vscode.Uri> {
    const engine = await (await parts()).feeds.engine();
    const source = engine.sources.find(({ url }) => url === site.url(name));
    assert.ok(source);
    return engine.folderOf(source);
  }

  async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
  }

  /** The briefing of an entry, once the library has it. */
  async function entryOf(title: string) {
    const { library, inbox } = await parts();
    await library.refresh();
    const found = [...library.entries].find(
      (one) => one.kind === 'briefing' && inbox.holds(one.uri) && one.outline.title === title,
    );
    return found?.kind === 'briefing' ? found : undefined;
  }

  async function there(title: string) {
    const entry = await entryOf(title);
    assert.ok(entry, title);
    return { uri: vscode.Uri.parse(entry.uri), keys: itemKeys(entry.outline) };
  }

  /** Makes files look as old as this many days. */
  async function age(name: string, days: Readonly<Record<string, number>>): Promise<void> {
    const { inbox } = await parts();
    const storage = storageIn(vscode.Uri.joinPath(inbox.folder, '..', 'sources'));
    const states = new FeedStates(storage);
    const url = site.url(name);
    const state = (await states.read([url])).get(url);
    assert.ok(state && state.files.length > 0);
    const files = state.files.map((file) => {
      const [, old = 0] = Object.entries(days).find(([stem]) => file.name.includes(`-${stem}-`)) ?? [];
      return { ...file, at: file.at - old * DAY };
    });
    await states.write(url, { ...state, files });
    storage.dispose();
  }

  it('are removed after some days unless they are starred, changed, moved, or unread and recent', async () => {
    const { readingLog, inbox } = await parts();
    const titles = ['Old', 'Starred', 'Changed', 'Renamed', 'Moved', 'Read lately', 'New lately', 'Today'];
    const body = rss('Aged', ...titles);
    await site.put('aged', { body });
    await setSources([{ url: site.url('aged'), as: 'issues' }]);
    await run('checkForNew');
    const folder = await folderOf('aged');
    assert.equal((await namesIn(folder)).length, titles.length);
    const starred = await there('Starred');
    const read = [...(await there('Read lately')).keys, ...(await there('Today')).keys];
    await readingLog.star([starred.keys[0] ?? '']);
    await readingLog.markRead(read);
    const changed = (await there('Changed')).uri;
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(changed));
    await write(changed, `${text}\nAnd a note of my own.\n`);
    const own = vscode.Uri.joinPath(folder, 'mine.md');
    const moved = vscode.Uri.joinPath(inbox.folder, 'moved.md');
    await vscode.workspace.fs.rename((await there('Renamed')).uri, own);
    await vscode.workspace.fs.rename((await there('Moved')).uri, moved);
    const all = { old: 90, starred: 90, changed: 90, renamed: 90, moved: 90 };
    await age('aged', { ...all, 'read-lately': 3, 'new-lately': 3 });
    try {
      // With the default setting, only files older than that are removed.
      await run('checkForNew');
      assert.equal(await entryOf('Old'), undefined);
      assert.ok(await entryOf('Read lately'));
      await keep(2);
      await run('checkForNew');
      const left: string[] = [];
      for (const title of titles) if (await entryOf(title)) left.push(title);
      assert.deepEqual(left, ['Starred', 'Changed', 'Renamed', 'Moved', 'New lately', 'Today']);
      assert.equal((await namesIn(folder)).length, left.length - 1);
      // What was removed or moved does not come back when its entry changes.
      await site.put('aged', { body: body.replaceAll('says the office', 'says the new office') });
      await run('checkForNew');
      assert.equal(await entryOf('Old'), undefined);
      assert.equal((await namesIn(folder)).length, left.length - 1);
      const words = new TextDecoder().decode(await vscode.workspace.fs.readFile(changed));
      assert.match(words, /Changed, says the office\.\n\nAnd a note of my own\.\n$/);
    } finally {
      await readingLog.star([starred.keys[0] ?? ''], false);
      await readingLog.markRead(read, false);
      await keep(undefined);
    }
  });

  it('are removed only after a confirmation; Cancel keeps the source, too', async () => {
    await site.put('both', { body: rss('Both', 'Ferry stops', 'Lock opens') });
    await setSources([{ url: site.url('both'), as: 'issues' }]);
    await run('checkForNew');
    const { feeds, inbox } = await parts();
    const node = await sourceNode(site.url('both'));
    // A test cannot answer a dialog: VS Code throws an error with the question.
    const asking = Promise.resolve(removeSource({ feeds, inbox } as CommandContext, node));
    const said: string[] = [];
    const ended = asking.then(undefined, (error: unknown) => said.push(String(error)));
    await choose(
      ended.then(() => undefined),
      1,
    );
    if (said.length === 0) {
      // This machine has a trash.
      await until('its end', () => feeds.rows.length === 0);
      assert.equal(await entryOf('Ferry stops'), undefined);
      return;
    }
    assert.match(said[0] ?? '', /Delete 2 briefings permanently\?/);
    assert.equal(feeds.rows.length, 1);
    assert.ok((await entryOf('Ferry stops')) && (await entryOf('Lock opens')));
  });

  it('stay when their source is removed, and are not duplicated when it is added again', async () => {
    await site.put('kept', { body: rss('Kept', 'Ferry stops', 'Lock opens') });
    const add = async () => {
      await setSources([{ url: site.url('kept') }]);
      await run('checkForNew');
    };
    await add();
    const folder = await folderOf('kept');
    const names = await namesIn(folder);
    await choose(Promise.resolve(run('removeSource', await sourceNode(site.url('kept')))), 0);
    const { feeds } = await parts();
    await until('its end', () => feeds.rows.length === 0);
    assert.deepEqual(vscode.workspace.getConfiguration('briefings').get('sources'), []);
    assert.deepEqual(await brought(), ['Ferry stops', 'Lock opens']);
    await add();
    assert.deepEqual([await brought(), await namesIn(folder)], [['Ferry stops', 'Lock opens'], names]);
    assert.equal((await site.asked('kept')).length, 2);
  });
});
