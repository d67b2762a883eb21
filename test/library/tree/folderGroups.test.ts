import assert from 'node:assert/strict';
import { groupEntries } from '../../../src/library/tree/grouping.ts';
import { entryName } from '../../../src/library/entry.ts';
import { brokenAt, entryOf, options, shown, stateOf, TODAY } from '../support/entries.ts';

describe('Briefings grouped by folder', () => {
  it('are below their folder, with the folders sorted by name', () => {
    const entries = [
      entryOf('A', { root: 'file:///week 10' }),
      entryOf('B', { root: 'file:///week 9' }),
      brokenAt('file:///x.md', 'file:///Area'),
      entryOf('C', { root: 'file:///week 10', date: '2026-03-01' }),
    ];
    assert.deepEqual(shown(entries, { grouping: 'folder' }), [
      'file:///Area: x.md',
      'file:///week 9: B',
      'file:///week 10: C, A',
    ]);
  });

  it('are below the innermost folder, which comes after the one around it', () => {
    const root = 'file:///news';
    const inNews = (path: string) => entryOf(path, { root, uri: `${root}/${path}.md` });
    const entries = [
      ...['2026/11/b', 'c', '2026/11/a', '2026/9/d', '2026/e'].map(inNews),
      // A file that was opened alone has no folder of its own.
      entryOf('f', { root: 'opened', uri: 'file:///news/2026/f.md' }),
    ];
    const groups = groupEntries(
      entries,
      options({ grouping: 'folder', sorting: 'title' }),
      stateOf(),
      TODAY,
      {
        folders: [root],
      },
    );
    assert.deepEqual(
      groups.map(({ id, entries: own }) => [id, own.map(entryName).join(', ')]),
      [
        [root, 'c'],
        [`${root}/2026`, '2026/e'],
        [`${root}/2026/9`, '2026/9/d'],
        [`${root}/2026/11`, '2026/11/a, 2026/11/b'],
        ['opened', 'f'],
      ],
    );
  });

  it('start with the workspace folders, in their own order', () => {
    const entries = ['a', 'b', 'open 2', 'open 1'].map((name) => entryOf(name, { root: `file:///${name}` }));
    const folders = ['file:///open 2', 'file:///empty', 'file:///open 1'];
    const groups = groupEntries(entries, options({ grouping: 'folder' }), stateOf(), TODAY, { folders });
    assert.deepEqual(
      groups.map(({ id }) => id),
      ['file:///open 2', 'file:///open 1', 'file:///a', 'file:///b'],
    );
  });

  it('have the same order whichever folder came first, even if names differ only in case', () => {
    const entries = ['file:///Area', 'file:///area', 'file:///Área'].map((root, i) =>
      entryOf(`${i}`, { root }),
    );
    const order = shown(entries, { grouping: 'folder' });
    assert.equal(order.length, 3);
    assert.deepEqual(shown(entries.toReversed(), { grouping: 'folder' }), order);
  });
});
