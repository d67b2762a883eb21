import assert from 'node:assert/strict';
import type { ReadableEntry } from '../../src/library/entry.ts';
import { FirstSeen } from '../../src/library/firstSeen.ts';
import { at, entryOf } from './support/entries.ts';

const FOLDER = 'file:///news';
const NOON = at(2026, 3, 5);

/** A record whose clock is set by the test. */
function looked() {
  const clock = { time: NOON, now: () => clock.time };
  const seen = new FirstSeen(clock);
  seen.recordScan(FOLDER);
  return { clock, seen };
}

describe('The time when a briefing was first seen', () => {
  it('is set for what comes into a known folder', () => {
    const { seen } = looked();
    assert.equal(seen.firstSeenOf(entryOf('A').outline, FOLDER, undefined), NOON);
    assert.deepEqual([seen.hasScanned(FOLDER), seen.hasScanned('file:///other')], [true, false]);
  });

  it('is not set when a folder is first listed, except for briefings of today', () => {
    const { seen, clock } = looked();
    const ofDay = (date: string) =>
      seen.firstSeenOf(entryOf(date, { date }).outline, 'file:///other', undefined);
    assert.deepEqual(['2026-03-04', '2026-03-05', '2026-03-06'].map(ofDay), [0, NOON, 0]);
    assert.equal(seen.firstSeenOf(entryOf('Undated').outline, 'file:///other', undefined), 0);
    clock.time = at(2026, 3, 6, 0);
    assert.equal(
      seen.firstSeenOf(entryOf('Late', { date: '2026-03-05' }).outline, 'file:///other', undefined),
      0,
    );
  });

  it('counts as today also in the last hour of a day with 25 hours', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Europe/Berlin';
    try {
      const { seen, clock } = looked();
      clock.time = new Date(2026, 9, 25, 23, 30).getTime();
      const ofDay = (date: string) =>
        seen.firstSeenOf(entryOf(date, { date }).outline, 'file:///other', undefined);
      assert.deepEqual(['2026-10-24', '2026-10-25'].map(ofDay), [0, clock.time]);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('is next to that of the first briefing for all that the first scan of a folder finds, however long it takes', () => {
    const { seen, clock } = looked();
    const other = 'file:///other';
    const find = (title: string) =>
      seen.firstSeenOf(entryOf(title, { date: '2026-03-05' }).outline, other, undefined);
    const first = find('A');
    clock.time += 90_000;
    assert.equal(find('B'), first + 1);
    seen.recordScan(other);
    assert.equal(find('C'), clock.time);
  });

  it('is kept under another name and in another folder; of several times, the earliest', () => {
    const { seen, clock } = looked();
    const { outline } = entryOf('A', { items: ['one'] });
    const first = seen.firstSeenOf(outline, FOLDER, undefined);
    clock.time += 1000;
    assert.equal(seen.firstSeenOf(outline, FOLDER, undefined), first);
    assert.equal(seen.firstSeenOf(outline, 'file:///other', undefined), first);
    assert.equal(seen.record(outline, first - 500), first - 500);
    assert.equal(seen.record(outline, first), first - 500);
  });

  it('is kept if another file with the same words is edited', () => {
    const { seen, clock } = looked();
    const shared = entryOf('A', { items: ['one'] });
    const first = seen.firstSeenOf(shared.outline, FOLDER, undefined);
    seen.firstSeenOf(shared.outline, FOLDER, undefined);
    seen.firstSeenOf(entryOf('A', { items: ['other'] }).outline, FOLDER, { ...shared, seen: first });
    clock.time += 1000;
    assert.equal(
      seen.firstSeenOf(shared.outline, FOLDER, undefined),
      first,
      'the other file under another name',
    );
  });

  it('is forgotten with the last file that has the words', () => {
    const { seen, clock } = looked();
    const held = entryOf('A', { items: ['one'] });
    const first = seen.firstSeenOf(held.outline, FOLDER, undefined);
    seen.firstSeenOf(entryOf('A', { items: ['other'] }).outline, FOLDER, { ...held, seen: first });
    clock.time += 1000;
    assert.equal(seen.firstSeenOf(held.outline, FOLDER, undefined), clock.time);
  });

  it('is kept after an edit, unless none of the items is left', () => {
    const { seen, clock } = looked();
    const of = (...items: string[]) => entryOf('A', { items }).outline;
    let before: ReadableEntry = { ...entryOf('A', { items: ['one', 'two'] }), seen: 7 };
    const edit = (...items: string[]) => {
      const outline = of(...items);
      const time = seen.firstSeenOf(outline, FOLDER, before);
      before = { ...before, outline, seen: time };
      return time;
    };
    assert.equal(edit('two', 'three'), 7);
    assert.equal(edit('three'), 7);
    clock.time += 1000;
    assert.equal(edit('four'), NOON + 1000);
    const fromTheStart = entryOf('Old', { items: ['one'] });
    assert.equal(seen.firstSeenOf(of('one', 'two'), FOLDER, fromTheStart), 0);
  });

  it('is later than all earlier times, even if the clock was set back', () => {
    const { seen, clock } = looked();
    seen.record(entryOf('A').outline, NOON + 5000);
    assert.equal(seen.latest, NOON + 5000);
    clock.time -= 3_600_000;
    assert.equal(seen.firstSeenOf(entryOf('B').outline, FOLDER, undefined), NOON + 5001);
    assert.equal(seen.firstSeenOf(entryOf('C').outline, FOLDER, undefined), NOON + 5002);
    assert.equal(seen.latest, NOON + 5002);
  });
});
