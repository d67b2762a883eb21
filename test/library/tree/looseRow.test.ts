import assert from 'node:assert/strict';
import { withLooseRow } from '../../../src/library/tree/looseRow.ts';
import type { GroupNode, LooseNode } from '../../../src/library/tree/nodes.ts';

const FOLDERS = ['file:///a', 'file:///b'];

/** The ids of the rows, with the row of the loose files among the groups with these ids. */
function rowsWith(count: number, ...ids: readonly string[]): string[] {
  const row: LooseNode = { kind: 'loose', id: 'loose', parent: undefined, count };
  const groups = ids.map((id): GroupNode => ({
    kind: 'group',
    id,
    parent: undefined,
    children: [],
    unread: 0,
  }));
  return withLooseRow(groups, row, FOLDERS).map(({ id }) => id);
}

describe('The row of the loose files', () => {
  it('is below the folders that they are in', () => {
    const own = 'folder:file:///a-other';
    for (const last of ['folder:file:///a', 'folder:file:///b/deep'])
      assert.deepEqual(rowsWith(62, 'search', 'folder:file:///a/x', last, own), [
        'search',
        'folder:file:///a/x',
        last,
        'loose',
        own,
      ]);
  });

  it('is below everything if there are no such folders', () => {
    assert.deepEqual(rowsWith(1, 'date:new', 'date:no-date'), ['date:new', 'date:no-date', 'loose']);
    assert.deepEqual(rowsWith(1), ['loose']);
  });

  it('is not there if there are none', () => {
    assert.deepEqual(rowsWith(0, 'date:new'), ['date:new']);
  });
});
