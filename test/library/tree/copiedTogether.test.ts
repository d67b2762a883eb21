import assert from 'node:assert/strict';
import type { Entry } from '../../../src/library/entry.ts';
import { copiedTogether } from '../../../src/library/tree/copiedTogether.ts';
import { groupEntries } from '../../../src/library/tree/grouping.ts';
import type { Group } from '../../../src/library/tree/group.ts';
import { at, brokenAt, drawn, entryOf, options, stateOf, TODAY } from '../support/entries.ts';
import { randomFrom } from '../support/random.ts';

const NOON = at(2026, 3, 5);
const SECOND = 1000;

/** Undated briefings that were written at these seconds after noon. */
function writtenAt(...seconds: readonly number[]): Entry[] {
  return seconds.map((second, i) => entryOf(`Issue ${i + 1}`, { modified: NOON + second * SECOND }));
}

function copied(entries: readonly Entry[]): number[] {
  const found = copiedTogether(entries);
  return entries.flatMap(({ uri }, i) => (found.has(uri) ? [i + 1] : []));
}

describe('Undated briefings that were copied together', () => {
  it('are three or more, each written within a minute of the one before', () => {
    assert.deepEqual(copied(writtenAt(0, 0, 0)), [1, 2, 3]);
    assert.deepEqual(copied(writtenAt(0, 60, 120)), [1, 2, 3]);
    assert.deepEqual(copied(writtenAt(0, 61, 122)), []);
    assert.deepEqual(copied(writtenAt(0, 1)), []);
    assert.deepEqual(copied(writtenAt(500, 0, 400, 1, 2, 501)), [2, 4, 5]);
    assert.deepEqual(copied(writtenAt(900, 0, 1, 2, 300, 800, 801, 802)), [2, 3, 4, 6, 7, 8]);
    assert.deepEqual(copied([]), []);
  });

  it('have no date of their own, are valid, and are in one folder', () => {
    const [a, b, c] = writtenAt(0, 0, 0) as [Entry, Entry, Entry];
    assert.deepEqual(copied([a, b, entryOf('Dated', { modified: NOON, date: '2026-03-05' })]), []);
    assert.deepEqual(copied([a, b, brokenAt('file:///x.md')]), []);
    assert.deepEqual(copied([a, b, { ...c, root: 'file:///other' }]), []);
    assert.deepEqual(copied([a, b, entryOf('Never', { modified: Number.NaN })]), []);
  });

  it('come last, by their names and the numbers in them', () => {
    const clone = ['Issue 10', 'Issue 9', 'About'].map((title) => entryOf(title, { modified: NOON }));
    const others = [
      entryOf('Alone', { modified: at(2026, 3, 4) }),
      entryOf('Old', { date: '1999-01-01' }),
      entryOf('Now', { date: TODAY }),
    ];
    const all = [...clone, ...others];
    const shown = (more: object) =>
      drawn(groupEntries(all, options(more), stateOf(), TODAY, { copied: copiedTogether(all) }));
    const dated = ['today: Now', 'yesterday: Alone', '1999-01: Old'];
    for (const sorting of ['newest', 'title'] as const)
      assert.deepEqual(shown({ sorting }), [...dated, 'no-date: About, Issue 9, Issue 10']);
    assert.deepEqual(shown({ grouping: 'none' }), [': Now, Alone, Old, About, Issue 9, Issue 10']);
  });

  it('are updated to the same result as a new arrangement', () => {
    const random = randomFrom(3);
    let before: readonly Group[] = [];
    for (let round = 0; round < 20; round++) {
      const all = writtenAt(...Array.from({ length: 12 }, (_, i) => i * 55)).filter(() => random() < 0.8);
      const hints = { copied: copiedTogether(all) };
      before = groupEntries(all, options(), stateOf(), TODAY, { ...hints, before });
      assert.deepEqual(before, groupEntries(all.toReversed(), options(), stateOf(), TODAY, hints));
    }
  });
});
