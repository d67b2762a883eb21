import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { NEWS_SEEN, NewsSeenStore } from '../../../src/workbench/sidebar/newsSeenStore.ts';
import { file, nodeAt, parts, run, until, uriOf, writeAndHear } from '../support/parts.ts';
import { itemKeys } from '../../../src/library/outline.ts';

describe('The group of new briefings in the sidebar', () => {
  const [one, two] = ['one', 'two'].map((name) => file(`briefings/news-${name}.md`)) as [
    vscode.Uri,
    vscode.Uri,
  ];
  const words = [Math.random(), Math.random()].map(String);

  const inNews = async (uri: vscode.Uri) => (await nodeAt(uri)).parent?.id === 'date:new';

  before(async () => {
    const { tree } = await parts();
    await run('groupByDate');
    // Some briefings of the fixture are of today, and other tests may have added more.
    if (tree.hasNews) await run('markNewAsSeen');
    assert.equal(tree.hasNews, false);
  });

  after(async () => {
    const { library } = await parts();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of [one, two]) await vscode.workspace.fs.delete(uri);
    await until('their end', () => ![one, two].some((uri) => library.get(uri.toString())));
  });

  it('is on top, by arrival, with its own button', async () => {
    const { tree } = await parts();
    await writeAndHear(
      one,
      `# One\n\n1999-01-01\n\n## Points\n\n- first ${words[0]}\n- second ${words[0]}\n`,
    );
    await writeAndHear(two, `# Two\n\n1999-01-01\n\nWords ${words[1]}.\n`);
    await until('the news', async () => (await inNews(one)) && (await inNews(two)));
    const [group] = await tree.getChildren();
    assert.ok(group?.kind === 'group');
    const { label, contextValue, description } = tree.getTreeItem(group);
    assert.deepEqual([label, contextValue, description], ['New', 'group+new', '2 unread']);
    group.more = 12;
    assert.equal(tree.getTreeItem(group).description, '2 unread · 12 more below, by date');
    group.more = 0;
  });

  it('keeps a briefing that is opened until the next look', async () => {
    const { tree, readers, readingLog } = await parts();
    await run('openBriefing', one);
    await until('the reader', () => uriOf(readers) === one.toString());
    const node = await nodeAt(one);
    assert.ok(node.kind === 'briefing');
    await readingLog.markRead(itemKeys(node.entry.outline).slice(0, 1));
    assert.equal(await inNews(one), true);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    tree.onFocus();
    assert.deepEqual([await inNews(one), await inNews(two)], [false, true]);
  });

  it('is empty after all were marked as seen, which does not mark them as read', async () => {
    const { tree, unread } = await parts();
    await run('markNewAsSeen');
    assert.equal(tree.hasNews, false);
    assert.equal((await nodeAt(two)).parent?.id, 'date:1999-01');
    assert.equal(unread.has(two.toString()), true);
  });

  it('uses a stored time, which does not change if the clock is set back', async () => {
    const kept = new Map<string, unknown>();
    const memento = {
      keys: () => [...kept.keys()],
      get: (key: string) => kept.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
    };
    const mark = new NewsSeenStore(memento as vscode.Memento);
    assert.equal(mark.time, 0);
    const later = Date.now() + 3_600_000;
    await mark.markAllSeen(later);
    assert.equal(
      new NewsSeenStore(memento as vscode.Memento).time,
      later,
      'what was first seen then is not new again',
    );
    assert.equal(mark.now(), later + 1, 'what comes now is');
    kept.set(NEWS_SEEN, 'x');
    assert.equal(mark.time, 0);
  });
});
