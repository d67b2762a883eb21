import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS, type ViewOptions } from '../../src/library/arrangement.ts';
import type { ReadableEntry } from '../../src/library/entry.ts';
import { statusOf } from '../../src/workbench/sidebar/status.ts';

function entry(...keys: string[]): ReadableEntry {
  const outline = {
    title: 'T',
    key: 'k',
    keys,
    takeaways: keys.length,
    labels: '',
    parts: 1,
    text: '',
    sources: [],
  };
  return { kind: 'briefing', uri: `file:///${keys.join('-')}.md`, root: 'file://', outline, modified: 0 };
}

function status({
  entries = [entry('a', 'b'), entry('c')],
  waiting = 0,
  read = '',
  problem = undefined as string | undefined,
  options = {} as Partial<ViewOptions>,
  shown = 1,
}) {
  const library = { entries, size: entries.length, waiting };
  const log = { isRead: (key: string) => read.includes(key), problem };
  return statusOf(library, log, { ...DEFAULT_OPTIONS, ...options }, shown);
}

describe('What stands around the tree', () => {
  it('counts the briefings in which something is unread', () => {
    assert.deepEqual(
      ['', 'a', 'ab', 'abc'].map((read) => status({ read }).badge?.value),
      [2, 2, 1, undefined],
    );
    assert.equal(status({ read: 'ab' }).badge?.tooltip, '1 unread briefing');
  });

  it('says how it is filtered and sorted', () => {
    const options = { filter: 'starred', words: 'fog', sorting: 'title' } as const;
    assert.equal(status({ options }).description, 'Starred · “fog” · by title');
    assert.equal(status({}).description, '');
  });

  it('says how far the first reading is, where it is long', () => {
    assert.equal(status({ waiting: 99 }).message, undefined);
    assert.equal(status({ waiting: 1200 }).message, 'Reading briefings: 1200 to go, 2 there.');
  });

  it('says that marks cannot be saved, before all else', () => {
    const { message } = status({ waiting: 1200, problem: 'disk full' });
    assert.match(message ?? '', /^What you have read cannot be saved \(disk full\)\./);
  });

  it('knows why nothing is shown', () => {
    const unread = { filter: 'unread' } as const;
    assert.deepEqual(
      [
        status({ shown: 1 }),
        status({ shown: 0, entries: [] }),
        status({ shown: 0, read: 'abc', options: unread }),
        status({ shown: 0, read: 'abc', options: { ...unread, words: 'x' } }),
        status({ shown: 0, options: { filter: 'starred' } }),
      ].map(({ empty }) => empty),
      ['', 'nothing', 'read', 'filtered', 'filtered'],
    );
  });
});
