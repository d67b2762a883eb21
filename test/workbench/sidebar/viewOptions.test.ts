import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DEFAULT_OPTIONS } from '../../../src/library/tree/grouping.ts';
import { ViewOptionsStore } from '../../../src/workbench/sidebar/viewOptions.ts';
import { file, nodeAt, parts, run, until, write } from '../support/parts.ts';
import { itemKeys } from '../../../src/library/outline.ts';

describe('The arrangement of the sidebar', () => {
  afterEach(async () => {
    const { options } = await parts();
    options.set(DEFAULT_OPTIONS);
  });

  before(() => vscode.workspace.getConfiguration('briefings').update('markRead', 'manual'));

  after(() => vscode.workspace.getConfiguration('briefings').update('markRead', undefined));

  it('groups by date, by folder, or not at all', async () => {
    await until('the months', async () => (await rows()).includes('March 2026'));
    await run('groupByFolder');
    assert.deepEqual(await rows(), [
      ...[folderName(), 'briefings', 'briefings/team'],
      ...['1 Markdown file not read as a briefing', 'Examples'],
    ]);
    await run('showFlat');
    assert.ok((await rows()).includes('Harbour report'));
    await run('groupByDate');
    assert.ok((await rows()).includes('March 2026'));
    await run('showFlat');
    await run('groupByDate.current');
    assert.ok((await rows()).includes('March 2026'), 'the ticked one chooses the same');
  });

  it('starts with the open workspace folder, expanded', async () => {
    const { tree, library } = await parts();
    // Its name sorts before that of the open folder, and it has more files than are examined.
    const own = vscode.Uri.joinPath(file('.'), '..', `a-${Date.now()}`);
    const many = Array.from({ length: 60 }, (_, i) => vscode.Uri.joinPath(own, `many-${i}.md`));
    for (const uri of many) await write(uri, '# One of many\n');
    const settings = vscode.workspace.getConfiguration('briefings');
    const path = own.scheme === 'file' ? own.fsPath : own.toString();
    await settings.update('folders', [path], vscode.ConfigurationTarget.Global);
    await until('its briefings', () => many.every((uri) => library.get(uri.toString())));
    await run('groupByFolder');
    const [first] = await until('the groups', async () => {
      const groups = await tree.getChildren();
      return groups.length === 6 ? groups : undefined;
    });
    assert.ok(first?.kind === 'group');
    const { label, collapsibleState } = tree.getTreeItem(first);
    assert.deepEqual([label, collapsibleState], [folderName(), vscode.TreeItemCollapsibleState.Expanded]);
    await settings.update('folders', undefined, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.delete(own, { recursive: true });
    await until('their end', () => !many.some((uri) => library.get(uri.toString())));
  });

  it('sorts by title, and says so', async () => {
    const { sidebar, tree } = await parts();
    await run('showFlat');
    await run('sortByTitle');
    // A row may start with a date, or say that it is an example.
    const titles = (await tree.getChildren()).flatMap((node) =>
      node.kind === 'briefing' ? [node.entry.outline.title] : [],
    );
    assert.ok(titles.length > 3, titles.join());
    assert.deepEqual(
      titles,
      [...titles].sort((a, b) => a.localeCompare(b)),
    );
    assert.equal(sidebar.view.description, 'by title');
    await run('sortByNewest');
    assert.equal(sidebar.view.description, '');
  });

  it('filters unread and starred briefings, and by words', async () => {
    const { sidebar, tree, options, readingLog } = await parts();
    await run('showFlat');
    await run('showStarred');
    assert.deepEqual(await rows(), []);
    assert.equal(sidebar.view.description, 'Starred');
    options.set({ filter: 'all' });
    const harbour = await nodeAt(file('briefings/2026-03-02-harbour-report.md'));
    assert.ok(harbour.kind === 'briefing');
    const [first = ''] = itemKeys(harbour.entry.outline);
    await readingLog.star([first]);
    await run('showStarred');
    assert.deepEqual(await rows(), ['Harbour report']);
    const starred = await tree.getChildren(harbour);
    assert.deepEqual(
      starred.map((node) => node.kind === 'item' && node.item.key),
      [first],
    );
    assert.equal(tree.getParent(starred[0] ?? harbour), harbour);
    await readingLog.star([first], false);
    await run('showUnread');
    await readingLog.markRead(itemKeys(harbour.entry.outline));
    assert.ok(!(await rows()).includes('Harbour report'));
    await readingLog.markRead(itemKeys(harbour.entry.outline), false);
    assert.ok((await rows()).includes('Harbour report'));
    await run('clearFilter');
    options.set({ words: 'QUAY' });
    assert.deepEqual(await rows(), ['Harbour report']);
    assert.equal(sidebar.view.description, '“QUAY”');
  });

  it('keeps the briefing that is being read in place, though it no longer matches the filter', async () => {
    const { readingLog, readers } = await parts();
    const uri = file('briefings/2026-03-02-harbour-report.md');
    const node = await nodeAt(uri);
    assert.ok(node.kind === 'briefing');
    await run('showFlat');
    await run('showUnread');
    await run('openBriefing', uri);
    await readingLog.markRead(itemKeys(node.entry.outline));
    assert.ok((await rows()).includes('Harbour report'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no reader', () => readers.location === undefined);
    // The sidebar may still be revealing the row.
    await until('no row', async () => !(await rows()).includes('Harbour report'));
    await readingLog.markRead(itemKeys(node.entry.outline), false);
  });

  it('counts unread briefings in its badge', async () => {
    const { sidebar, readingLog, library } = await parts();
    const all = [...library.entries].flatMap((entry) =>
      entry.kind === 'briefing' ? itemKeys(entry.outline) : [],
    );
    await readingLog.markRead(all, false);
    // The badge follows the library with a delay.
    await until('all in the badge', () => sidebar.view.badge?.value === library.size);
    const node = await nodeAt(file('briefings/2026-03-02-harbour-report.md'));
    assert.ok(node.kind === 'briefing');
    await readingLog.markRead(itemKeys(node.entry.outline));
    assert.equal(sidebar.view.badge?.value, library.size - 1);
    await readingLog.markRead(all, false);
  });

  it('refreshes only the briefing that was read', async () => {
    const { tree, readingLog } = await parts();
    const node = await nodeAt(file('briefings/2026-03-02-harbour-report.md'));
    assert.ok(node.kind === 'briefing');
    const drawn: unknown[] = [];
    const listening = tree.onDidChangeTreeData((nodes) => drawn.push(nodes));
    await readingLog.markRead(itemKeys(node.entry.outline).slice(0, 1));
    assert.deepEqual(drawn, [[node]]);
    await readingLog.markRead(itemKeys(node.entry.outline).slice(0, 1), false);
    listening.dispose();
  });

  it('stores the choice, and ignores an invalid stored value', async () => {
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
    // Resets the context keys that the options have set.
    options.set({});
  });

  it('refreshes nothing for a place that changes', async () => {
    const { tree, readingLog } = await parts();
    let drawn = 0;
    const listening = vscode.Disposable.from(
      tree.onDidChangeTreeData(() => drawn++),
      tree.onDidArrange(() => drawn++),
    );
    const node = await nodeAt(file('briefings/2026-03-02-harbour-report.md'));
    assert.ok(node.kind === 'briefing');
    const [item = ''] = itemKeys(node.entry.outline);
    const { key } = node.entry.outline;
    const saved: Promise<void>[] = [];
    for (let i = 0; i < 20; i++) {
      saved.push(readingLog.stopAt(key, { item, number: 1, offset: Math.random() }));
      // Refreshes are fired with a delay.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await Promise.all(saved);
    // A refresh that an earlier test has caused may come now: once, not with each place.
    assert.ok(drawn < 5, `drawn ${drawn} times`);
    listening.dispose();
  });

  it('keeps its nodes when a file changes, so that nothing is collapsed', async () => {
    const { library } = await parts();
    const uri = file('briefings/kept.md');
    await write(uri, '# Kept\n\n## Highlights\n\n- a\n');
    await until('the briefing', () => library.get(uri.toString()));
    const before = await nodeAt(uri);
    await write(uri, '# Kept\n\n## Highlights\n\n- a\n- b, and more\n');
    await until('the change', () => {
      const entry = library.get(uri.toString());
      return entry?.kind === 'briefing' && itemKeys(entry.outline).length === 2;
    });
    assert.equal(await nodeAt(uri), before);
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
  });
});

/** The top-level rows. */
async function rows(): Promise<string[]> {
  const { tree } = await parts();
  return (await tree.getChildren()).map((node) => tree.getTreeItem(node).label as string);
}

function folderName(): string {
  return vscode.workspace.workspaceFolders?.[0]?.name ?? '';
}
