import assert from 'node:assert/strict';
import type { Entry, ReadableEntry } from '../../../src/library/entry.ts';
import { Arrangement } from '../../../src/library/tree/arrangement.ts';
import { arrange, DEFAULT_OPTIONS, type Group } from '../../../src/library/tree/grouping.ts';
import { isNew, type NewsLog } from '../../../src/library/tree/news.ts';
import { at, drawn, entryOf, options, stateOf, TODAY } from '../support/entries.ts';
import { randomFrom } from '../support/random.ts';
import { itemKeys } from '../../../src/library/outline.ts';

const NOON = at(2026, 3, 5);
const MINUTE = 60_000;

/** A reading log in which keys were read, and reading stopped in briefings, at some times. */
function logOf(read: Readonly<Record<string, number>> = {}, placed: Readonly<Record<string, number>> = {}) {
  const log: NewsLog = {
    isRead: (key) => key in read,
    readMark: (key) =>
      read[key] === undefined ? undefined : { kind: 'read', key, value: true, stamp: read[key] },
    placedAt: (key) => placed[key],
  };
  return { isStarred: () => false, ...log };
}

const keysOf = ({ outline }: ReadableEntry) => itemKeys(outline);

describe('A new briefing', () => {
  const fresh = entryOf('Fresh', { items: ['one', 'two'], date: '2026-03-01', seen: NOON });
  const [first = '', second = ''] = keysOf(fresh);

  it('was first seen after all was taken as seen', () => {
    assert.equal(isNew(fresh, 0, logOf()), true);
    assert.equal(isNew(fresh, NOON - 1, logOf()), true);
    assert.equal(isNew(fresh, NOON, logOf()), false);
    assert.equal(isNew(entryOf('Old', { date: TODAY }), 0, logOf()), false);
  });

  it('has nothing in it that was read since it came', () => {
    assert.equal(isNew(fresh, 0, logOf({ [first]: NOON + 1 })), false);
    assert.equal(
      isNew(fresh, 0, logOf({ [first]: NOON - 1, [second]: NOON - 1 })),
      false,
      'a copy of what is read',
    );
    assert.equal(isNew(fresh, 0, logOf({ [first]: NOON - 1 })), true, 'a line that each issue has');
  });

  it('is none in which reading has stopped', () => {
    const { key } = fresh.outline;
    assert.equal(isNew(fresh, 0, logOf({}, { [key]: NOON - 1 })), false, 'as on another machine');
    const undated = entryOf('Morning', { items: ['one'], seen: NOON });
    const stopped = (time: number) => logOf({}, { [undated.outline.key]: time });
    assert.equal(isNew(undated, 0, stopped(NOON + 1)), false);
    assert.equal(isNew(undated, 0, stopped(NOON - 1)), true, 'in another one of that title');
  });
});

describe('The news', () => {
  const isFresh = (entry: ReadableEntry) => (entry.seen ?? 0) > 0;
  const groupsOf = (entries: readonly Entry[], more = {}, before: readonly Group[] = []) =>
    arrange(entries, options(more), stateOf(), TODAY, { isNew: isFresh, before });

  it('stand on top, the newest arrival first, whatever their date; what comes at once as in all groups', () => {
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

  it('stand in one group only, thirty at most; the others by their date', () => {
    const many = Array.from({ length: 42 }, (_, i) =>
      entryOf(`News ${i}`, { date: TODAY, seen: NOON + i * MINUTE }),
    );
    const [news, today] = groupsOf(many);
    assert.deepEqual([news?.id, news?.entries.length, news?.more], ['new', 30, 12]);
    assert.deepEqual([today?.id, today?.entries.length], ['today', 12]);
    assert.equal(news?.entries[0], many[41]);
    assert.equal(today?.entries[0], many[11]);
  });

  it('when they were seen, stand by date, and within a day the newest arrival first', () => {
    const entries = ['a', 'b', 'c'].map((title, i) =>
      entryOf(title, { date: TODAY, seen: NOON + i * MINUTE }),
    );
    assert.deepEqual(drawn(arrange(entries, DEFAULT_OPTIONS, stateOf(), TODAY)), ['today: c, b, a']);
  });

  it('are arranged again as for the first time, and are the same group where they are the same', () => {
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

  it('are found and put in order at once where ten thousand come together', () => {
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

describe('An arrangement', () => {
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
  const arrangement = new Arrangement(library, log);
  const news = () => arrangement.news?.entries.map((entry) => entry.uri.slice(8, -3)) ?? [];

  it('keeps what was opened among the news until the next look', () => {
    arrangement.arrange(by, { keepsNews: true });
    assert.deepEqual([news().length, arrangement.news?.more, arrangement.shown], [30, 3, 34]);
    for (const one of fresh.slice(0, 2)) for (const key of keysOf(one)) read[key] = NOON + 1;
    arrangement.arrange(by, { keepsNews: true, only: new Set(fresh.slice(0, 2).map(({ uri }) => uri)) });
    assert.deepEqual([news()[0], news().length, arrangement.news?.more], ['News 0', 30, 3]);
    // The one that is being read does not move away because another window was looked at meanwhile.
    arrangement.arrange({ ...by, kept: fresh[1]?.uri }, { keepsNews: false });
    assert.deepEqual([news()[0], news().length, arrangement.news?.more], ['News 1', 30, 2]);
    arrangement.arrange(by, { keepsNews: false });
    assert.deepEqual([news()[0], news().length, arrangement.news?.more], ['News 2', 30, 1]);
  });

  it('lets another one in where a filter hides one of the news', () => {
    const unread = { ...by, options: options({ filter: 'unread' }) };
    arrangement.arrange(unread, { keepsNews: false });
    const [hidden] = fresh.slice(2);
    assert.ok(hidden);
    for (const key of keysOf(hidden)) read[key] = NOON + 1;
    arrangement.arrange(unread, { keepsNews: true, only: new Set([hidden.uri]) });
    assert.deepEqual([news()[0], news().length, arrangement.news?.more], ['News 3', 30, 0]);
  });

  it('has no news after all was taken as seen, not even the one that is being read', () => {
    const kept = news()[0];
    assert.ok(kept);
    const seen = { ...by, kept: `file:///${kept}.md`, newsSeen: NOON };
    assert.equal(arrangement.arrange(seen, { keepsNews: false }), true);
    assert.equal(arrangement.news, undefined);
    assert.equal(arrangement.arrange({ ...by, newsSeen: NOON }, { keepsNews: true }), false);
  });
});
