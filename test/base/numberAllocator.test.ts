import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NumberAllocator } from '../../src/base/numberAllocator.ts';

describe('Allocated numbers', () => {
  it('are consecutive, and are reused after they are given back', () => {
    const numbers = new NumberAllocator();
    const firstOf = (...counts: number[]) => [...counts.map((count) => numbers.allocate(count)), numbers.end];
    assert.deepEqual(firstOf(3, 2, 4), [0, 3, 5, 9]);
    numbers.free(0, 3);
    assert.deepEqual(firstOf(4, 2, 1), [9, 0, 2, 13]);
  });

  it('that are given back side by side become one run, and are no longer there at the end', () => {
    for (const [freed, count, result] of [
      [[0, 4, 2], 6, { before: 8, first: 0, end: 8 }],
      [[4, 6], 5, { before: 4, first: 4, end: 9 }],
    ] as const) {
      const numbers = new NumberAllocator();
      for (let i = 0; i < 4; i++) numbers.allocate(2);
      for (const first of freed) numbers.free(first, 2);
      assert.deepEqual({ before: numbers.end, first: numbers.allocate(count), end: numbers.end }, result);
    }
  });

  it('are never in use twice, and are compact if all runs have one length', () => {
    const steps = fc.array(fc.nat(20), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), steps, (count, runs) => {
        const numbers = new NumberAllocator();
        const inUse = new Map<number, number>();
        let most = 0;
        for (const run of runs) {
          const first = inUse.get(run);
          if (first === undefined) inUse.set(run, numbers.allocate(count));
          else {
            numbers.free(first, count);
            inUse.delete(run);
          }
          most = Math.max(most, inUse.size);
          const used = [...inUse.values()].flatMap((from) =>
            Array.from({ length: count }, (_, i) => from + i),
          );
          assert.equal(new Set(used).size, used.length);
          assert.equal(numbers.end, Math.max(-1, ...used) + 1);
        }
        assert.ok(numbers.end <= most * count);
      }),
    );
  });
});
