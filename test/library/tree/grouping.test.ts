import assert from 'node:assert/strict';
import { groupEntries, DEFAULT_OPTIONS } from '../../../src/library/tree/grouping.ts';
import type { Group } from '../../../src/library/tree/group.ts';
import { localDay } from '../../../src/library/days.ts';
import { type Entry, entryName, type ReadableEntry } from '../../../src/library/entry.ts';
import { at, brokenAt, drawn, entryOf, options, shown, stateOf, TODAY } from '../support/entries.ts';
import { randomFrom } from '../support/random.ts';
import { itemKeys } from '../../../src/library/outline.ts';
import { fixtureCases } from '../../support/fixtureCases.ts';

/** The group of a briefing with this date, written at this time. */
function groupOf(date: string | undefined, today = TODAY, modified = 0): string | undefined {
  const entry = entryOf('A', { modified, ...(date !== undefined && { date }) });
  return groupEntries([entry], DEFAULT_OPTIONS, stateOf(), today)[0]?.id;
}

describe('Briefings grouped by date', () => {
  it('are below relative dates, and older ones below their month', () => {
    const dates = '2026-02-01 2026-03-05 2025-08-19 2026-03-04 2026-02-22 2026-03-02 2026-02-23 2025-08-01';
    const entries = dates.split(' ').map((date) => entryOf(`of ${date.slice(5)}`, { date }));
    assert.deepEqual(drawn(groupEntries(entries, DEFAULT_OPTIONS, stateOf(), TODAY)), [
      'today: of 03-05',
      'yesterday: of 03-04',
      'this-week: of 03-02',
      'last-week: of 02-23',
      '2026-02: of 02-22, of 02-01',
      '2025-08: of 08-19, of 08-01',
    ]);
  });

  describe('use weeks that start on Monday, and calendar months and years', () => {
    fixtureCases('library/days', (lines) => {
      const [today = '', ...dates] = lines.split('\n');
      return dates.map((date) => `${date}: ${groupOf(date, today.replace('today is ', ''))}`).join('\n');
    });
  });

  it('of tomorrow count as today because of time zones, and later dates are ignored', () => {
    assert.equal(groupOf('2026-03-06'), 'today');
    const later = (modified: number) => groupOf('2026-03-07', TODAY, modified);
    assert.equal(later(at(2026, 2, 1)), '2026-02');
    assert.equal(later(at(2026, 3, 4)), 'yesterday');
    assert.equal(later(at(2027, 1, 1)), 'today');
  });

  it('without a date use the local day of their file time', () => {
    const cases: readonly (readonly [modified: number, group: string])[] = [
      [at(2026, 3, 5, 23), 'today'],
      [at(2026, 3, 5, 0), 'today'],
      [at(2026, 3, 4, 23), 'yesterday'],
      [at(2026, 3, 4, 0), 'yesterday'],
      [at(2026, 3, 2, 0), 'this-week'],
      [at(2026, 3, 1, 23), 'last-week'],
      [at(2025, 12, 31, 23), '2025-12'],
      [at(2026, 1, 1, 0), '2026-01'],
      [at(2030, 1, 1), 'today'],
      [Number.NaN, '1970-01'],
    ];
    for (const [modified, group] of cases)
      assert.equal(groupOf(undefined, TODAY, modified), group, String(new Date(modified)));
  });

  it('come after files that are not briefings, and after those of today if their time is in the future', () => {
    const later = [entryOf('b', { modified: at(2030, 1, 1) }), entryOf('a', { date: TODAY })];
    assert.deepEqual(shown(later, { grouping: 'date' }), ['today: a, b']);
    const entries = [entryOf('A', { date: '2026-03-04' }), brokenAt('file:///x/My%20brief.md')];
    assert.deepEqual(shown(entries, { grouping: 'date' }), ['today: My brief.md', 'yesterday: A']);
  });
});

describe('The order of briefings', () => {
  const entries = [
    entryOf('Week 10', { date: '2026-03-01' }),
    entryOf('week 9', { date: '2026-03-03' }),
    entryOf('Été', { date: '2026-03-03' }),
    entryOf('Harbour', { date: '2026-01-01', uri: 'file:///1.md' }),
    entryOf('Harbour', { date: '2026-02-01', uri: 'file:///9.md' }),
  ];

  it('is newest first, and by file name within a day', () => {
    assert.deepEqual(shown(entries), [': Été, week 9, Week 10, Harbour, Harbour']);
  });

  it('by title sorts numbers as numbers, ignores case, and puts the newest first', () => {
    assert.deepEqual(shown(entries, { sorting: 'title' }), [': Été, Harbour, Harbour, week 9, Week 10']);
    const [group] = groupEntries(entries, options({ grouping: 'none', sorting: 'title' }), stateOf(), TODAY);
    assert.deepEqual(group?.entries.map(({ uri }) => uri).slice(1, 3), ['file:///9.md', 'file:///1.md']);
  });

  it('within a group of a day is by file name or title', () => {
    const ofToday = ['b', 'C', 'a'].map((title, i) =>
      entryOf(title, { uri: `file:///${10 - i}.md`, date: TODAY }),
    );
    assert.deepEqual(shown(ofToday, { grouping: 'date', sorting: 'newest' }), ['today: a, C, b']);
    assert.deepEqual(shown(ofToday, { grouping: 'date', sorting: 'title' }), ['today: a, b, C']);
  });

  it('is by file if everything else is equal, with numbers as numbers, whichever came first', () => {
    const same = ['10', '9', '531'].map((name) => entryOf('A', { uri: `file:///${name}.md`, date: TODAY }));
    for (const sorting of ['newest', 'title'] as const) {
      const [group] = groupEntries(same, options({ sorting }), stateOf(), TODAY);
      assert.deepEqual(group?.entries.map(fileNumberOf), [9, 10, 531], sorting);
    }
  });

  it('of ten thousand is complete and correct', () => {
    const random = randomFrom(1);
    const days = Array.from({ length: 10_000 }, () =>
      localDay(new Date(at(2020, 1, 1) + random() * 2200 * 864e5)),
    );
    const model = entryOf('A');
    const many = days.map((date, i): ReadableEntry => {
      const title = `Briefing ${Math.floor(random() * 500)}`;
      return { ...model, uri: `file:///${i}.md`, outline: { ...model.outline, title, date } };
    });
    const groups = groupEntries(many, DEFAULT_OPTIONS, stateOf(), TODAY);
    const all = groups.flatMap((group) => group.entries);
    assert.equal(new Set(all).size, 10_000);
    assert.equal(new Set(groups.map(({ id }) => id)).size, groups.length);
    // By day, the latest first, then by file.
    const dayOf = (entry: Entry) => (entry.kind === 'briefing' ? (entry.outline.date ?? '') : '');
    for (const [i, entry] of all.slice(1).entries()) {
      const [before, after] = [all[i] ?? entry, entry].map(
        (one) => [dayOf(one), -fileNumberOf(one)] as const,
      );
      assert.ok(
        before && after && (before[0] > after[0] || (before[0] === after[0] && before[1] > after[1])),
      );
    }
    const months = groups.filter(({ id }) => /^\d/.test(id)).map(({ id }) => id);
    assert.deepEqual(months, months.toSorted().toReversed());
    const byTitle = groupEntries(many, options({ grouping: 'none', sorting: 'title' }), stateOf(), TODAY);
    const numbers = byTitle[0]?.entries.map(numberOf) ?? [];
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => a - b),
    );
    assert.equal(numbers.length, 10_000);
  });
});

describe('Briefings that are arranged again', () => {
  const entries = [
    entryOf('A', { date: TODAY }),
    entryOf('B', { date: TODAY }),
    entryOf('C', { date: '2026-01-09' }),
    entryOf('D', { date: '2026-01-08' }),
  ];

  it('reuse groups that are unchanged', () => {
    const before = groupEntries(entries, DEFAULT_OPTIONS, stateOf(), TODAY);
    const [a, b, c, d] = entries as [ReadableEntry, ReadableEntry, ReadableEntry, ReadableEntry];
    const renamed = { ...a, outline: { ...a.outline, title: 'X' } };
    const after = groupEntries([renamed, b, c, d], DEFAULT_OPTIONS, stateOf(), TODAY, { before });
    // No row moves while its title is being edited.
    assert.deepEqual(drawn(after), ['today: X, B', '2026-01: C, D']);
    assert.deepEqual([after[0] === before[0], after[1] === before[1]], [false, true]);
    const gone = groupEntries([a, c], DEFAULT_OPTIONS, stateOf(), TODAY, { before });
    assert.deepEqual(drawn(gone), ['today: A', '2026-01: C']);
  });

  it('match a new arrangement, whatever has changed', () => {
    const random = randomFrom(7);
    const some = (count: number) => Math.floor(random() * count);
    let all: readonly ReadableEntry[] = Array.from({ length: 60 }, (_, i) => entryOf(`${i}`));
    const change = (entry: ReadableEntry): ReadableEntry => {
      const [title, date] = [`Briefing ${some(9)}`, `2026-0${1 + some(3)}-0${1 + some(5)}`];
      return { ...entry, root: `file:///${some(3)}`, outline: { ...entry.outline, title, date } };
    };
    for (const grouping of ['date', 'folder', 'none'] as const)
      for (const sorting of ['newest', 'title'] as const) {
        const by = options({ grouping, sorting });
        let before: readonly Group[] = [];
        for (let round = 0; round < 20; round++) {
          all = all.map((entry) => (some(20) === 0 ? change(entry) : entry));
          const now = all.filter(() => some(20) > 0);
          before = groupEntries(now, by, stateOf(), TODAY, { before });
          assert.deepEqual(before, groupEntries(now.toReversed(), by, stateOf(), TODAY));
        }
      }
  });

  it('match a new arrangement if only those that were marked are examined', () => {
    const random = randomFrom(5);
    const some = (count: number) => Math.floor(random() * count);
    const all = Array.from({ length: 60 }, (_, i) =>
      entryOf(`${i % 9}`, {
        uri: `file:///${i}.md`,
        date: `2026-0${1 + (i % 3)}-0${1 + (i % 5)}`,
        items: [`${i}`],
      }),
    );
    for (const filter of ['all', 'unread', 'starred'] as const)
      for (const grouping of ['date', 'folder', 'none'] as const) {
        const by = options({ filter, grouping });
        const [read, starred] = [new Set<string>(), new Set<string>()];
        let before: readonly Group[] = groupEntries(all, by, stateOf(), TODAY);
        for (let round = 0; round < 25; round++) {
          const marked = all.filter(() => some(15) === 0);
          const set = some(2) === 0 ? read : starred;
          for (const { outline } of marked)
            for (const key of itemKeys(outline)) if (!set.delete(key)) set.add(key);
          const state = stateOf(read, starred);
          before = groupEntries(marked, by, state, TODAY, { before, keepsOthers: before.length > 0 });
          const anew = groupEntries(all, by, state, TODAY);
          if (before.length > 0) assert.deepEqual(before, anew);
          else before = anew;
        }
      }
  });
});

/** `file:///12.md` */
function fileNumberOf({ uri }: Entry): number {
  return Number(/\d+/.exec(uri)?.[0]);
}

function numberOf(entry: Entry): number {
  return Number(entryName(entry).split(' ')[1]);
}
