import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../src/workbench/extensionId.ts';
import { DEFAULT_OPTIONS } from '../../../src/library/tree/grouping.ts';
import { search } from '../../../src/workbench/commands/search.ts';
import { viewHeaderOf } from '../../../src/workbench/sidebar/viewHeader.ts';
import { parts } from '../support/parts.ts';

describe('A filter', () => {
  afterEach(async () => {
    const { options } = await parts();
    options.set(DEFAULT_OPTIONS);
  });

  const said = async () => {
    const { sidebar } = await parts();
    return [sidebar.view.title, sidebar.view.message];
  };

  it('is described above the tree with what it leaves', async () => {
    const { library, options } = await parts();
    assert.deepEqual(await said(), ['Library', undefined]);
    options.set({ words: 'QUAY' });
    assert.deepEqual(await said(), ['Library', `QUAY: 1 of ${library.size}`]);
    options.set(DEFAULT_OPTIONS);
    assert.deepEqual(await said(), ['Library', undefined]);
  });

  it('by words expands the groups of what it finds, and leaves the groups as they were before', async () => {
    const { tree, options } = await parts();
    const row = async () => {
      const group = (await tree.getChildren()).find(({ kind }) => kind === 'group');
      assert.ok(group?.kind === 'group');
      const { id, collapsibleState } = tree.getTreeItem(group);
      return { group, id, collapsibleState };
    };
    options.set({ words: 'quay' });
    const { group } = await row();
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    options.set(DEFAULT_OPTIONS);
    tree.recordExpansion(group, false);
    const before = tree.getTreeItem(group);
    assert.equal(before.collapsibleState, Collapsed);
    const ids = new Set([before.id]);
    for (const words of ['qua', 'quay']) {
      options.set({ words });
      const { id, collapsibleState } = await row();
      assert.equal(collapsibleState, Expanded, words);
      ids.add(id);
      tree.recordExpansion(group, true);
    }
    assert.equal(ids.size, 3, 'VS Code keeps the state of a row with the same id');
    options.set(DEFAULT_OPTIONS);
    const { id, collapsibleState } = tree.getTreeItem(group);
    assert.deepEqual([id, collapsibleState], [before.id, Collapsed]);
    tree.recordExpansion(group, true);
  });

  it('that matches nothing shows no message, which would hide the actions', async () => {
    const { library, options } = await parts();
    options.set({ words: 'zcash' });
    assert.deepEqual(await said(), [`zcash: 0 of ${library.size}`, undefined]);
    options.set({ words: '' });
    assert.deepEqual(await said(), ['Library', undefined]);
  });

  it('of ten thousand characters is named by the first of them', async () => {
    const { library, options } = await parts();
    options.set({ words: 'zcash '.repeat(1667) });
    const [title] = await said();
    assert.match(title ?? '', new RegExp(`^(zcash ){9}zcash…: 0 of ${library.size}$`));
  });

  it('that matches nothing passes its words on to Search', async () => {
    const { options, ...others } = await parts();
    const asked: string[] = [];
    const searches = { showBox: (query: string) => Promise.resolve(void asked.push(query)) };
    const context = { ...others, options, searches } as unknown as Parameters<typeof search>[0];
    for (const words of ['QUAY', 'zcash']) {
      options.set({ words });
      await search(context, undefined);
    }
    assert.deepEqual(asked, ['', 'zcash']);
    const { contributes } = vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON as {
      contributes: { viewsWelcome: { when: string; contents: string }[] };
    };
    const welcome = contributes.viewsWelcome.find(({ when }) => when === 'briefings.empty == filtered');
    assert.match(
      welcome?.contents ?? '',
      /\(command:briefings\.clearFilter\)[^]*\(command:briefings\.search\)/,
    );
  });

  it('is named by its own name, its words, or both, after any problem', () => {
    const status = (more: object, counts: object = {}, problem?: string) => {
      const of = { size: 63, pendingCount: 0, hasListedAll: true };
      const found = viewHeaderOf(
        of,
        { problem },
        { ...DEFAULT_OPTIONS, ...more },
        { unread: 3, shown: 3, ...counts },
      );
      return [found.title, found.message];
    };
    assert.deepEqual(status({}), [undefined, undefined]);
    assert.deepEqual(status({ sorting: 'title' }), [undefined, undefined]);
    assert.deepEqual(status({ filter: 'unread' }), [undefined, 'Unread: 3 of 63']);
    assert.deepEqual(status({ words: 'zcash' }), [undefined, 'zcash: 3 of 63']);
    assert.deepEqual(status({ filter: 'starred', words: 'fog' }), [undefined, 'Starred · fog: 3 of 63']);
    assert.deepEqual(status({ words: 'x' }, { shown: 0 }), ['x: 0 of 63', undefined]);
    assert.deepEqual(status({ words: 'x' }, { shown: 0, above: 1 }), [undefined, 'x: 0 of 63']);
    assert.match(
      status({ words: 'x' }, {}, 'disk full')[1] ?? '',
      /^Your reading progress could not be saved/,
    );
  });
});
