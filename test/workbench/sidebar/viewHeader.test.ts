import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS, type ViewOptions } from '../../../src/library/tree/grouping.ts';
import { viewHeaderOf } from '../../../src/workbench/sidebar/viewHeader.ts';

function status({
  size = 2,
  waiting = 0,
  unread = 2,
  problem = undefined as string | undefined,
  options = {} as Partial<ViewOptions>,
  shown = 1,
  hasLooked = true,
}) {
  return viewHeaderOf(
    { size, waiting, hasLooked },
    { problem },
    { ...DEFAULT_OPTIONS, ...options },
    { unread, shown },
  );
}

describe('The texts around the tree', () => {
  it('count the briefings with something unread', () => {
    assert.deepEqual(
      [2, 1, 0].map((unread) => status({ unread }).badge?.value),
      [2, 1, undefined],
    );
    assert.equal(status({ unread: 1 }).badge?.tooltip, '1 unread briefing');
  });

  it('name filter and sort order', () => {
    const options = { filter: 'starred', words: 'fog', sorting: 'title' } as const;
    assert.equal(status({ options }).description, 'Starred · “fog” · by title');
    assert.equal(status({}).description, '');
  });

  it('show the progress of a long first reading', () => {
    assert.equal(status({ waiting: 99 }).message, undefined);
    assert.equal(status({ waiting: 1200 }).message, 'Loading briefings: 1200 left');
  });

  it('say first of all if marks cannot be saved', () => {
    const { message } = status({ waiting: 1200, problem: 'disk full' });
    assert.match(message ?? '', /^Your reading progress could not be saved \(disk full\)\./);
  });

  it('say why nothing is shown', () => {
    const unread = { filter: 'unread' } as const;
    assert.deepEqual(
      [
        status({ shown: 1 }),
        status({ shown: 0, size: 0, unread: 0, hasLooked: false }),
        status({ shown: 0, size: 0, unread: 0 }),
        status({ shown: 0, unread: 0, options: unread }),
        status({ shown: 0, unread: 0, options: { ...unread, words: 'x' } }),
        status({ shown: 0, options: { filter: 'starred' } }),
        status({ shown: 0, options: { filter: 'starred', words: 'x' } }),
      ].map(({ empty }) => empty),
      ['', '', 'nothing', 'read', 'filtered', 'unstarred', 'filtered'],
    );
  });
});
