import assert from 'node:assert/strict';
import { latestFirst } from '../../src/intake/latestFirst.ts';

describe('The latest entries of a feed', () => {
  const order = (...dates: (string | undefined)[]) =>
    latestFirst(dates.map((date, at) => ({ at, ...(date !== undefined && { date }) }))).map(({ at }) => at);

  it('come first, also if the feed lists its oldest entry first', () => {
    const [first, second] = ['2026-11-25T08:00:00.000Z', '2026-11-26T07:30:00.000Z'];
    assert.deepEqual(order(first, second), [1, 0]);
    assert.deepEqual(order(second, first), [0, 1]);
  });

  it('stay as listed if they have the same date or none, and those without a date come last', () => {
    const day = '2026-11-25T08:00:00.000Z';
    assert.deepEqual(order(undefined, day, undefined, day), [1, 3, 0, 2]);
    assert.deepEqual(order(undefined, undefined), [0, 1]);
  });
});
