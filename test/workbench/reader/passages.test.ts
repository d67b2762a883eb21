import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../src/workbench/extensionId.ts';
import { starredDocument, starredIn } from '../../../src/workbench/commands/share/exportStarred.ts';
import type { TreeNode } from '../../../src/library/tree/nodes.ts';
import { choose, closeAll, file, nodeAt, parts, run, text, until, writeAndHear } from '../support/parts.ts';
import {
  begin,
  click,
  dragged,
  end,
  HERRING,
  HERRING_QUOTED,
  items,
  keys,
  marked,
  section,
  WEIGHED,
} from '../support/weighed.ts';

describe('A passage', () => {
  before(() => vscode.workspace.getConfiguration('briefings').update('markRead', 'manual'));
  beforeEach(begin);
  after(async () => {
    await vscode.workspace.getConfiguration('briefings').update('markRead', undefined);
    await end();
  });

  it('can be marked and starred in the reader', async () => {
    await openHerring();
    await run('markAsRead');
    assert.deepEqual(await marked(), ['', 'read', '', '', '']);
    await run('star');
    assert.deepEqual(await marked(), ['', 'read starred', '', '', '']);
    await run('markAsUnread');
    await run('unstar');
    assert.deepEqual(await marked(), ['', '', '', '', '']);
  });

  it('is a row below its briefing if only stars are shown, and opens from there', async () => {
    const { tree, readers, readingLog } = await parts();
    const [lede = '', herring = ''] = await keys();
    await readingLog.star([lede, herring]);
    const rows = await starredRows();
    assert.deepEqual(
      rows.map((row) => tree.getTreeItem(row).accessibilityInformation?.label),
      ['Weighed', 'Weights'].map((name) => `${name}, unread, starred, briefings/2026-03-08-weighed.md`),
    );
    const [, row] = rows;
    assert.ok(row?.kind === 'item');
    assert.equal(tree.getTreeItem(row).contextValue, 'item+link+unread+starred');
    assert.equal(tree.getParent(row), await nodeAt(WEIGHED));
    assert.equal(await nodeAt(WEIGHED, row.item.id), row);
    await click(row);
    assert.equal(text(readers), HERRING);
    await run('unstar', row);
    assert.equal((await starredRows()).length, 1);
  });

  it('is such a row in a briefing without sections, too', async () => {
    const { tree, library, options } = await parts();
    const uri = file('briefings/2026-03-08-letter.md');
    await writeAndHear(uri, '# Letter\n\nWords alone, and nothing else.\n');
    await until('the briefing', () => library.get(uri.toString()));
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    assert.equal(tree.getTreeItem(await nodeAt(uri)).collapsibleState, None);
    await run('openBriefing', uri);
    await run('star');
    // It is the only briefing that is shown, before and after.
    options.set({ words: 'letter' });
    const drawn: unknown[] = [];
    const listener = tree.onDidChangeTreeData((nodes) => drawn.push(nodes));
    const [row, ...others] = await starredRows(uri);
    listener.dispose();
    assert.deepEqual(drawn, [undefined]);
    assert.ok(row?.kind === 'item' && others.length === 0);
    assert.equal(row.item.text, 'Words alone, and nothing else.');
    assert.equal(tree.getTreeItem(await nodeAt(uri)).collapsibleState, Collapsed);
    await run('unstar', row);
    await closeAll();
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
  });

  it('is selected in the sidebar as its section, and the lede as its briefing', async () => {
    const { tree } = await parts();
    const [lede, herring] = await items();
    assert.equal(await tree.find(WEIGHED.toString(), herring?.id), await section('s-weights'));
    assert.equal(await tree.find(WEIGHED.toString(), lede?.id), await nodeAt(WEIGHED));
  });

  it('is copied with its sources, in the chosen format', async () => {
    // Before there is a page: one that has just opened takes the focus, which closes a box.
    await choose(run('copyTakeawayAs', (await section('s-weights')).passages[0]), 0);
    assert.equal(await vscode.env.clipboard.readText(), HERRING_QUOTED);
    await openHerring();
    await run('copyTakeaway');
    const copied = await vscode.env.clipboard.readText();
    assert.equal(
      copied,
      `Weights\n${HERRING}\n— Weighed, 2026-03-08\n— the office (https://fish.example/herring)`,
    );
  });

  it('is exported with everything that is starred', async () => {
    await run('star', await section('s-weights'));
    const exported = starredDocument(await starredIn(await parts()), 'date');
    assert.match(
      exported,
      /^# Starred\n\n## [^\n]*2026\n\n### Weighed\n\n> \*\*Weights\*\*\n>\n> Of herring/,
    );
    assert.equal(exported.match(/^> \*\*/gm)?.length, 1);
  });

  it('has a link that opens it', async () => {
    const { links, readers } = await parts();
    await openHerring();
    await run('copyLink');
    const copied = decodeURIComponent(await vscode.env.clipboard.readText());
    const [path = ''] = /\/read\/[\w-]{12}\/[\w-]{12}\/Weighed\/Weights/.exec(copied) ?? [];
    await closeAll();
    const { uriScheme: scheme } = vscode.env;
    await links.handleUri(vscode.Uri.from({ scheme, authority: EXTENSION_ID, path }));
    assert.equal(text(readers), HERRING);
  });

  it('is found by a saved search, and can be opened and dragged from there', async () => {
    const { searches, tree, readers } = await parts();
    await searches.finder.index.complete();
    await searches.savedSearches.save({ name: 'Fish', query: 'herring tons' });
    const [row] = await until('what it finds', async () => {
      const [first] = await tree.getChildren();
      if (first?.kind !== 'search' || first.count !== 1) return undefined;
      return tree.getChildren(first);
    });
    assert.ok(row?.kind === 'found' && row.of === 'passage');
    const { label, contextValue } = tree.getTreeItem(row);
    assert.deepEqual([label, contextValue], ['Weights', 'item+link+unread']);
    await click(row);
    await until('it is open', () => text(readers) === HERRING);
    await run('star', row);
    assert.deepEqual(await marked(), ['', 'starred', '', '', '']);
    assert.equal(await dragged(row), HERRING_QUOTED);
    const settings = vscode.workspace.getConfiguration();
    await settings.update('briefings.savedSearches', undefined, vscode.ConfigurationTarget.Global);
    await until('no search', async () => (await tree.getChildren())[0]?.kind !== 'search');
  });

  it('is marked when everything shown is marked, and counts for Next Unread', async () => {
    const { readers, readingLog, options } = await parts();
    options.set({ words: 'weighed' });
    const [lede = '', herring = '', cod = '', crabs = '', scale = ''] = await keys();
    await readingLog.markRead([lede, cod]);
    const seen: (string | undefined)[] = [];
    for (let i = 0; i < 3; i++) {
      await run('nextUnread');
      seen.push(readers.item?.key);
    }
    assert.deepEqual(seen, [herring, crabs, scale]);
    await run('markAllAsRead');
    assert.deepEqual(await marked(), ['read', 'read', 'read', 'read', 'read']);
  });
});

async function openHerring(): Promise<void> {
  const { readers } = await parts();
  await run('openTakeaway', (await section('s-weights')).passages[0]);
  assert.equal(text(readers), HERRING);
}

async function starredRows(uri = WEIGHED): Promise<TreeNode[]> {
  const { tree, options } = await parts();
  options.set({ filter: 'starred' });
  return tree.getChildren(await nodeAt(uri));
}
