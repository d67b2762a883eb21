import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DEFAULT_OPTIONS } from '../../src/library/arrangement.ts';
import { ViewOptionsStore } from '../../src/workbench/sidebar/viewOptions.ts';
import { file, nodeAt, parts, run, until, write } from './parts.ts';

describe('The sidebar’s arrangement', () => {
  afterEach(async () => {
    const { options } = await parts();
    options.set(DEFAULT_OPTIONS);
  });

  before(() => vscode.workspace.getConfiguration('briefings').update('markRead', 'manual'));

  after(() => vscode.workspace.getConfiguration('briefings').update('markRead', undefined));

  it('groups by date, by folder, or not at all', async () => {
    await until('the months', async () => (await rows()).includes('March 2026'));
    await run('groupByFolder');
    assert.deepEqual((await rows()).sort(), ['Examples', folderName()].sort());
    await run('showFlat');
    assert.ok((await rows()).includes('Harbour report'));
    await run('groupByDate');
    assert.ok((await rows()).includes('March 2026'));
  });

  it('sorts by title, and says so', async () => {
    const { sidebar } = await parts();
    await run('showFlat');
    await run('sortByTitle');
    const titles = await rows();
    assert.deepEqual(
      titles,
      [...titles].sort((a, b) => a.localeCompare(b)),
    );
    assert.equal(sidebar.view.description, 'by title');
    await run('sortByNewest');
    assert.equal(sidebar.view.description, '');
  });

  it('filters what is unread and starred, and by words', async () => {
    const { sidebar, tree, options, log } = await parts();
    await run('showFlat');
    await run('showStarred');
    assert.deepEqual(await rows(), []);
    assert.equal(sidebar.view.description, 'Starred');
    options.set({ filter: 'all' });
    const harbour = await nodeAt(file('briefings/2026-03-02-harbour-report.md'));
    assert.ok(harbour.kind === 'briefing');
    const [first = ''] = harbour.entry.outline.keys;
    await log.star([first]);
    await run('showStarred');
    assert.deepEqual(await rows(), ['Harbour report']);
    const starred = await tree.getChildren(harbour);
    assert.deepEqual(
      starred.map((node) => node.kind === 'takeaway' && node.key),
      [first],
    );
    assert.equal(tree.getParent(starred[0] ?? harbour), harbour);
    await log.star([first], false);
    await run('showUnread');
    await log.markRead(harbour.entry.outline.keys);
    assert.ok(!(await rows()).includes('Harbour report'));
    await log.markRead(harbour.entry.outline.keys, false);
    assert.ok((await rows()).includes('Harbour report'));
    await run('clearFilter');
    options.set({ words: 'QUAY' });
    assert.deepEqual(await rows(), ['Harbour report']);
    assert.equal(sidebar.view.description, '“QUAY”');
  });

  it('keeps the briefing that is read where it is, though it passes no filter any more', async () => {
    const { log, readers } = await parts();
    const uri = file('briefings/2026-03-02-harbour-report.md');
    const node = await nodeAt(uri);
    assert.ok(node.kind === 'briefing');
    await run('showFlat');
    await run('showUnread');
    await run('openBriefing', uri);
    await log.markRead(node.entry.outline.keys);
    assert.ok((await rows()).includes('Harbour report'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no reader', () => readers.place === undefined);
    assert.ok(!(await rows()).includes('Harbour report'));
    await log.markRead(node.entry.outline.keys, false);
  });

  it('counts the unread briefings in its badge', async () => {
    const { sidebar, log, library } = await parts();
    const all = [...library.entries].flatMap((entry) =>
      entry.kind === 'briefing' ? entry.outline.keys : [],
    );
    await log.markRead(all, false);
    assert.equal(sidebar.view.badge?.value, library.size);
    const node = await nodeAt(file('briefings/2026-03-02-harbour-report.md'));
    assert.ok(node.kind === 'briefing');
    await log.markRead(node.entry.outline.keys);
    assert.equal(sidebar.view.badge.value, library.size - 1);
    await log.markRead(all, false);
  });

  it('draws a briefing anew when it is read, and nothing else', async () => {
    const { tree, log } = await parts();
    const node = await nodeAt(file('briefings/2026-03-02-harbour-report.md'));
    assert.ok(node.kind === 'briefing');
    const drawn: unknown[] = [];
    const listening = tree.onDidChangeTreeData((nodes) => drawn.push(nodes));
    await log.markRead(node.entry.outline.keys.slice(0, 1));
    assert.deepEqual(drawn, [[node]]);
    await log.markRead(node.entry.outline.keys.slice(0, 1), false);
    listening.dispose();
  });

  it('is a choice that is kept, and any other value that was kept is none', async () => {
    const { options } = await parts();
    const kept = new Map<string, unknown>();
    const memento = {
      keys: () => [...kept.keys()],
      get: (key: string) => kept.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
    };
    const chosen = { grouping: 'folder', sorting: 'title', filter: 'starred', words: 'fog' } as const;
    new ViewOptionsStore(memento).set(chosen);
    assert.deepEqual(new ViewOptionsStore(memento).value, chosen);
    for (const [key] of kept) kept.set(key, { grouping: 7, sorting: null, filter: 'x', words: [] });
    assert.deepEqual(new ViewOptionsStore(memento).value, DEFAULT_OPTIONS);
    // They have told the menus what is not so.
    options.set({});
  });

  it('draws nothing for a place that moves on', async () => {
    const { tree, log } = await parts();
    let drawn = 0;
    const listening = vscode.Disposable.from(
      tree.onDidChangeTreeData(() => drawn++),
      tree.onDidArrange(() => drawn++),
    );
    const node = await nodeAt(file('briefings/2026-03-02-harbour-report.md'));
    assert.ok(node.kind === 'briefing');
    const [item = ''] = node.entry.outline.keys;
    const { key } = node.entry.outline;
    const saved: Promise<void>[] = [];
    for (let i = 0; i < 20; i++) {
      saved.push(log.stopAt(key, { item, number: 1, offset: Math.random() }));
      // A drawing is told in a moment.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await Promise.all(saved);
    // What a test before this one has left to be drawn may come now: once, not with each place.
    assert.ok(drawn < 5, `drawn ${drawn} times`);
    listening.dispose();
  });

  it('keeps its nodes when a file changes, so that nothing folds up', async () => {
    const { library } = await parts();
    const uri = file('briefings/kept.md');
    await write(uri, '# Kept\n\n## Highlights\n\n- a\n');
    await until('the briefing', () => library.get(uri.toString()));
    const before = await nodeAt(uri);
    await write(uri, '# Kept\n\n## Highlights\n\n- a\n- b, and more\n');
    await until('the change', () => {
      const entry = library.get(uri.toString());
      return entry?.kind === 'briefing' && entry.outline.keys.length === 2;
    });
    assert.equal(await nodeAt(uri), before);
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
  });
});

/** The outermost rows. */
async function rows(): Promise<string[]> {
  const { tree } = await parts();
  return (await tree.getChildren()).map((node) => tree.getTreeItem(node).label as string);
}

function folderName(): string {
  return vscode.workspace.workspaceFolders?.[0]?.name ?? '';
}
