import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/event.ts';
import type { ReadableEntry } from '../../../src/library/entry.ts';
import { KeptStars } from '../../../src/library/progress/keptStars.ts';
import { entryOf } from '../support/entries.ts';
import { itemKeys } from '../../../src/library/outline.ts';

/** A library with one briefing and a log, changed by the test. */
function open(first: ReadableEntry, ...starred: readonly string[]) {
  let entry: ReadableEntry | undefined = first;
  const stars = new Set(starred);
  const changed = new Emitter<ReadonlySet<string>>();
  const marked = new Emitter<ReadonlySet<string>>();
  const kept = new KeptStars(
    { get: () => entry, onDidChange: changed.event },
    {
      isStarred: (key) => stars.has(key),
      get starred() {
        return [...stars];
      },
      star: (keys) => {
        for (const key of keys) stars.add(key);
        return Promise.resolve();
      },
    },
    { onDidMark: marked.event },
    0,
  );
  const uris = new Set([first.uri]);
  changed.fire(uris);
  return {
    kept,
    stars,
    star: (key: string) => {
      stars.add(key);
      marked.fire(uris);
    },
    change: async (next: ReadableEntry | undefined) => {
      entry = next;
      changed.fire(uris);
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}

const of = (...items: readonly string[]) => entryOf('A', { items });
const keyAt = ({ outline }: ReadableEntry, at: number) => itemKeys(outline)[at] ?? '';

describe('A star', () => {
  it('stays on an item whose words are corrected', async () => {
    const before = of('**Fed:** cuts by 25', 'two', 'three');
    for (const [after, at] of [
      [of('zero', '**Fed:** cuts by 50', 'two', 'three'), 1],
      [of('**Fed holds:** no cut', 'two', 'three'), 0],
    ] as const) {
      const { stars, change } = open(before, keyAt(before, 0));
      await change(after);
      assert.deepEqual([...stars], [keyAt(before, 0), keyAt(after, at)]);
    }
  });

  it('stays while the item is being edited, and while the file is away', async () => {
    const before = of('one', 'two');
    const { stars, star, change } = open(before);
    star(keyAt(before, 1));
    await change(of('one', 'two a'));
    await change(undefined);
    const last = of('one', 'two and a half');
    await change(of('one', 'two and'));
    await change(last);
    assert.ok(stars.has(keyAt(last, 1)));
  });

  it('stays on a briefing whose title is corrected', async () => {
    const [before, after] = [entryOf('A'), entryOf('B', { uri: 'file:///A.md' })];
    const { stars, change } = open(before, before.outline.key);
    await change(after);
    assert.ok(stars.has(after.outline.key));
  });

  it('does not move to another briefing that replaces the file', async () => {
    const [before, next] = [
      entryOf('A', { items: ['**Weather:** Storm', '**Ferry:** At noon'] }),
      entryOf('A', { items: ['**Crane:** Gone', '**Weather:** Sun'] }),
    ];
    for (const after of [next, { ...before, outline: { ...next.outline, date: '2026-03-05' } }]) {
      const { stars, change } = open(before, keyAt(before, 0), before.outline.key);
      await change(after);
      assert.equal(stars.size, 2);
    }
  });

  it('does not move to any other item', async () => {
    const before = of('one', 'two', 'three');
    const { stars, change, kept } = open(before, keyAt(before, 1));
    await change(of('one', 'three'));
    await change(of('one', 'three', 'four'));
    await change(of('one', 'two', 'three', 'four'));
    kept.dispose();
    await change(of('one', 'five', 'three', 'four'));
    assert.deepEqual([...stars], [keyAt(before, 1)]);
  });
});
