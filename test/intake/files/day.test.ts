import assert from 'node:assert/strict';
import { entryDay, isoTime } from '../../../src/intake/files/day.ts';
import { NOON } from './harbour.ts';

describe('The day of an entry', () => {
  it('is its own in UTC, or else the day of the request', () => {
    const days = [
      ['2026-11-25T23:59:59.000Z', '2026-11-25'],
      ['2026-11-25T23:30:00-05:00', '2026-11-26'],
      ['2026-11-26T23:00:00Z', '2026-11-26'],
      [undefined, '2026-11-26'],
      ['soon', '2026-11-26'],
      ['1970-01-01T00:00:00Z', '2026-11-26'],
      ['2099-01-01T00:00:00Z', '2026-11-26'],
      ['+012026-01-01T00:00:00Z', '2026-11-26'],
      ['-000001-01-01T00:00:00Z', '2026-11-26'],
    ] as const;
    for (const [date, day] of days) assert.equal(entryDay(date, NOON), day, date);
  });

  it('never throws', () => {
    assert.equal(isoTime(NaN), '1970-01-01T00:00:00Z');
    assert.equal(isoTime(Infinity), '1970-01-01T00:00:00Z');
  });
});
