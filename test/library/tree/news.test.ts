import assert from 'node:assert/strict';
import type { Entry, ReadableEntry } from '../../../src/library/entry.ts';
import { GroupCache } from '../../../src/library/tree/groupCache.ts';
import { groupEntries, DEFAULT_OPTIONS } from '../../../src/library/tree/grouping.ts';
import type { Group } from '../../../src/library/tree/group.ts';
import { isNew, type NewsLog } from '../../../src/library/tree/news.ts';
import { at, drawn, entryOf, options, stateOf, TODAY } from '../support/entries.ts';
import { randomFrom } from '../support/random.ts';
import { itemKeys } from '../../../src/library/outline.ts';

const NOON = at(2026, 3, 5);
const MINUTE = 60_000;

/** A reading log in which keys were read, and reading stopped in briefings, at the given times. */
function logOf(read: Readonly<Record<string, number>> = {}, placed: Readonly<Record<string, number>> = {}) {
  const log: NewsLog = {
    isRead: (key) => key in read,
    readMark: (key) =>
      read[key] === undefined ? undefined : { kind: 'read', key, value: true, stamp: read[key] },
    placeStamp: (key) => placed[key],
  };
  return { isStarred: () => false, ...log };
}

const keysOf = ({ outline }: ReadableEntry) => itemKeys(outline);

describe('A new briefing', () => {
  const fresh = entryOf('Fresh', { items: ['one', 'two'], date: '2026-03-01', seen: NOON });
  const [first = '', second = ''] = keysOf(fresh);

  it('was first seen after everything was last marked as seen', () => {
    assert.equal(isNew(fresh, 0, logOf()), true);
    assert.equal(isNew(fresh, NOON - 1, logOf()), true);
    assert.equal(isNew(fresh, NOON, logOf()), false);
    assert.equal(isNew(entryOf('Old', { date: TODAY }), 0, logOf()), false);
  });

  it('has no item that was read since it came', () => {
    assert.equal(isNew(fresh, 0, logOf({ [first]: NOON + 1 })), false);
    assert.equal(
      isNew(fresh, 0, logOf({ [first]: NOON - 1, [second]: NOON - 1 })),
      false,
      'a copy of what is read',
    );
    assert.equal(isNew(fresh, 0, logOf({ [first]: NOON - 1 })), true, 'a line that each issue has');
  });

  it('has no place where reading stopped', () => {
    const { key } = fresh.outline;
    assert.equal(isNew(fresh, 0, logOf({}, { [key]: NOON - 1 })), false, 'as on another machine');
    const undated = entryOf('Morning', { items: ['one'], seen: NOON });
    const stopped = (time: number) => logOf({}, { [undated.outline.key]: time });
    assert.equal(isNew(undated, 0, stopped(NOON + 1)), false);
    assert.equal(isNew(undated, 0, stopped(NOON - 1)), true, 'in another one of that title');
  });
});

describe('The group of new briefings', () => {
  const isFresh = (entry: ReadableEntry) => (entry.seen ?? 0) > 0;
  const groupsOf = (entries: readonly Entry[], more = {}, before: readonly Group[] = []) =>
    groupEntries(entries, options(more), stateOf(), TODAY, { isNew: isFresh, before });

  it('is on top, with the latest arrival first whatever the dates; those of one moment by title', () => {
    const entries = [
      entryOf('Today', { date: TODAY }),
      entryOf('Old', { date: '2020-01-01', seen: NOON }),
      entryOf('Issue 9', { date: '2020-01-01', seen: NOON + 5 * MINUTE + 1 }),
      entryOf('Issue 10', { date: '2020-01-02', seen: NOON + 5 * MINUTE }),
    ];
    const drawnBy = (sorting: 'newest' | 'title') => drawn(groupsOf(entries, { sorting }));
    assert.deepEqual(drawnBy('newest'), ['new: Issue 10, Issue 9, Old', 'today: Today']);
    assert.deepEqual(drawnBy('title'), ['new: Issue 9, Issue 10, Old', 'today: Today']);
    assert.deepEqual(drawn(groupsOf(entries, { grouping: 'none' })), [': Today, Issue 10, Issue 9, Old']);
  });

  it('has each briefing once, at most thirty; the others are by date', () => {
    const many = Array.from({ length: 42 }, (_, i) =>
      entryOf(`News ${i}`, { date: TODAY, seen: NOON + i * MINUTE }),
    );
    const [news, today] = groupsOf(many);
    assert.deepEqual([news?.id, news?.entries.length, news?.more], ['new', 30, 12]);
    assert.deepEqual([today?.id, today?.entries.length], ['today', 12]);
    assert.equal(news?.entries[0], many[41]);
    assert.equal(today?.entries[0], many[11]);
  });

  it('is sorted by date once it was seen, and within a day by latest arrival', () => {
    const entries = ['a', 'b', 'c'].map((title, i) =>
      entryOf(title, { date: TODAY, seen: NOON + i * MINUTE }),
    );
    assert.deepEqual(drawn(groupEntries(entries, DEFAULT_OPTIONS, stateOf(), TODAY)), ['today: c, b, a']);
  });

  it('is the same after an update as in a new arrangement, and is reused if unchanged', () => {
    const random = randomFrom(11);
    const all = Array.from({ length: 50 }, (_, i) =>
      entryOf(`${i}`, {
        date: `2026-03-0${1 + (i % 5)}`,
        ...(i % 3 > 0 && { seen: NOON + (i % 7) * MINUTE }),
      }),
    );
    let before: readonly Group[] = [];
    for (let round = 0; round < 60; round++) {
      const now = all.filter(() => random() < 0.9);
      const after = groupsOf(now, {}, before);
      assert.deepEqual(after, groupsOf(now.toReversed()));
      assert.equal(groupsOf(now, {}, after)[0], after[0]);
      before = after;
    }
  });

  it('is found and sorted at once if ten thousand arrive together', () => {
    const model = entryOf('A', { date: TODAY, seen: NOON });
    const many = Array.from({ length: 10_000 }, (_, i): ReadableEntry => {
      const number = (i * 7919) % 10_000;
      return {
        ...model,
        uri: `file:///${number}.md`,
        outline: { ...model.outline, title: `News ${number}` },
      };
    });
    const [news] = groupsOf(many);
    assert.equal(news?.more, 9970);
    assert.deepEqual(
      news.entries.map((entry) => entry.kind === 'briefing' && entry.outline.title),
      Array.from({ length: 30 }, (_, i) => `News ${i}`),
    );
  });
});

describe('A group cache', () => {
  const read: Record<string, number> = {};
  const fresh = Array.from({ length: 33 }, (_, i) =>
    entryOf(`News ${i}`, { date: TODAY, items: [`item ${i}`], seen: NOON - i * MINUTE }),
  );
  const entries = new Map<string, Entry>(
    [entryOf('Old', { date: TODAY }), ...fresh].map((one) => [one.uri, one]),
  );
  const library = { entries: [...entries.values()], get: (uri: string) => entries.get(uri) };
  const by = { options: DEFAULT_OPTIONS, today: TODAY, folders: [], kept: undefined, newsSeen: 0 };
  const log = { ...logOf(read), isStarred: () => false };
  const cache = new GroupCache(library, log);
  const news = () => cache.news?.entries.map((entry) => entry.uri.slice(8, -3)) ?? [];

  it('keeps what was opened in the group until the next look', () => {
    cache.update(by, { keepsNews: true });
    assert.deepEqual([news().length, cache.news?.more, cache.visibleCount], [30, 3, 34]);
    for (const one of fresh.slice(0, 2)) for (const key of keysOf(one)) read[key] = NOON + 1;
    cache.update(by, { keepsNews: true, only: new Set(fresh.slice(0, 2).map(({ uri }) => uri)) });
    assert.deepEqual([news()[0], news().length, cache.news?.more], ['News 0', 30, 3]);
    // The briefing that is being read does not move because another window was looked at meanwhile.
    cache.update({ ...by, kept: fresh[1]?.uri }, { keepsNews: false });
    assert.deepEqual([news()[0], news().length, cache.news?.more], ['News 1', 30, 2]);
    cache.update(by, { keepsNews: false });
    assert.deepEqual([news()[0], news().length, cache.news?.more], ['News 2', 30, 1]);
  });

  it('adds another one if a filter hides one of the new ones', () => {
    const unread = { ...by, options: options({ filter: 'unread' }) };
    cache.update(unread, { keepsNews: false });
    const [hidden] = fresh.slice(2);
    assert.ok(hidden);
    for (const key of keysOf(hidden)) read[key] = NOON + 1;
    cache.update(unread, { keepsNews: true, only: new Set([hidden.uri]) });
    assert.deepEqual([news()[0], news().length, cache.news?.more], ['News 3', 30, 0]);
  });

  it('has no new briefings after all were marked as seen, not even the one being read', () => {
    const kept = news()[0];
    assert.ok(kept);
    const seen = { ...by, kept: `file:///${kept}.md`, newsSeen: NOON };
    assert.equal(cache.update(seen, { keepsNews: false }), true);
    assert.equal(cache.news, undefined);
    assert.equal(cache.update({ ...by, newsSeen: NOON }, { keepsNews: true }), false);
  });
});
