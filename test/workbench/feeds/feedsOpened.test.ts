import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FeedSite, forgetSources, rss, setSources, sourceNode } from '../support/feedSite.ts';
import { closeReaders, parts, run, until, uriOf } from '../support/parts.ts';

describe('A click on a source', () => {
  let site: FeedSite;

  before(async () => {
    site = await FeedSite.open();
  });

  beforeEach(forgetSources);
  after(async () => {
    await closeReaders();
    await forgetSources();
  });

  /** What VS Code does when its row is clicked. */
  async function click(name: string): Promise<void> {
    const { tree } = await parts();
    const { command } = tree.getTreeItem(await sourceNode(site.url(name)));
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
  }

  it('opens the newest of its own briefings', async () => {
    const { readers, library } = await parts();
    // Entries of different days, the newest one not the first by title.
    const ofDays = (feed: string) => feed.replace(/Thu, 26 (Nov 2026 0)(\d)/g, '2$2 $1$2');
    await site.put('one', { body: ofDays(rss('One', 'Ferry stops', 'Ferry runs')) });
    await site.put('two', { body: ofDays(rss('Two', 'Quay opens', 'Quay closed', 'Lock opens')) });
    await setSources(['one', 'two'].map((name) => ({ url: site.url(name), as: 'issues' })));
    await run('checkForNew');
    await library.refresh();
    const title = () => {
      const entry = library.get(uriOf(readers) ?? '');
      return entry?.kind === 'briefing' ? entry.outline.title : undefined;
    };
    for (const [name, newest] of [
      ['one', 'Ferry stops'],
      ['two', 'Quay opens'],
      ['one', 'Ferry stops'],
    ] as const) {
      await click(name);
      await until(newest, () => title() === newest);
    }
  });

  it('opens nothing if it has failed or has no briefing, and keeps the current reader', async () => {
    const { readers, library } = await parts();
    await site.put('good', { body: rss('Good', 'Ferry stops') });
    await site.put('bad', { status: 500 });
    await site.put('empty', { body: rss('Empty') });
    await setSources(['good', 'bad', 'empty'].map((name) => ({ url: site.url(name) })));
    await run('checkForNew');
    await library.refresh();
    await click('good');
    const there = await until('the good one', () => uriOf(readers));
    for (const name of ['bad', 'empty']) await click(name);
    assert.equal(uriOf(readers), there);
  });
});
