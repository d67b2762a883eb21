import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newEntries } from '../../../src/intake/files/newEntries.ts';
import type { FeedEntry } from '../../../src/intake/model.ts';
import { entryOf, feedOf } from './harbour.ts';
import { worked } from '../../support/clock.ts';

const NONE = new Map<string, string>();
const ids = (entries: readonly FeedEntry[]) => entries.map(({ id }) => id.replace('tag:harbour,', ''));

describe('The new entries of a feed', () => {
  it('are those that were not in it before, the oldest first', () => {
    const first = newEntries(feedOf(entryOf(2), entryOf(1)), NONE);
    assert.deepEqual([ids(first.fresh), ids(first.changed)], [['1', '2'], []]);
    const later = newEntries(feedOf(entryOf(3), entryOf(2)), first.seen);
    assert.deepEqual([ids(later.fresh), ids(later.changed)], [['3'], []]);
    assert.deepEqual(newEntries(feedOf(entryOf(1), entryOf(3)), later.seen).fresh, []);
  });

  it('include those with other words, but not those that only look different', () => {
    const { seen } = newEntries(feedOf(entryOf(1), entryOf(2), entryOf(3)), NONE);
    const again = feedOf(
      entryOf(1, {
        html: '<div><b>Ferry 1</b> does not run, on Monday.</div>',
        url: 'https://harbour.example/1?utm_source=a',
      }),
      entryOf(2, { html: '<p>Ferry 2 does run on Monday.</p>' }),
      entryOf(3, { title: 'Ferry 3 runs' }),
    );
    const { fresh, changed } = newEntries(again, seen);
    assert.deepEqual([ids(fresh), ids(changed)], [[], ['2', '3']]);
  });

  it('do not include an entry of which only the id is new', () => {
    const { seen } = newEntries(feedOf(entryOf(1), entryOf(2)), NONE);
    const renamed = feedOf(entryOf(1, { id: 'a' }), entryOf(2, { id: 'b' }));
    assert.deepEqual(newEntries(renamed, seen).fresh, []);
  });

  it('are limited to the newest ones of a feed with all it ever had', () => {
    const many = Array.from({ length: 50_000 }, (_, i) =>
      entryOf(0, {
        id: String(i),
        title: `Story ${i}`,
        url: `https://harbour.example/s${i}`,
        date: new Date(i * 1e7).toISOString(),
      }),
    );
    const begun = worked();
    const { fresh, seen } = newEntries(feedOf(...many), NONE);
    assert.deepEqual([fresh.length, fresh.at(-1)?.id, seen.size], [100, '49999', 1000]);
    assert.deepEqual(newEntries(feedOf(...many), seen).fresh, []);
    assert.ok(worked() - begun < 2000);
  });

  it('are none at the second time, for any feed', () => {
    const entry = fc.record(
      {
        id: fc.string({ minLength: 1 }),
        title: fc.string(),
        html: fc.string(),
        date: fc.constantFrom('2026-11-26', 'x'),
      },
      { requiredKeys: ['id', 'title'] },
    );
    const feed = fc
      .uniqueArray(entry, { selector: ({ id }) => id })
      .map((entries) => feedOf(...(entries as FeedEntry[])));
    fc.assert(
      fc.property(feed, (given) => {
        const { seen } = newEntries(given, NONE);
        const { fresh, changed } = newEntries(given, seen);
        assert.deepEqual([fresh, changed], [[], []]);
      }),
    );
  });
});
