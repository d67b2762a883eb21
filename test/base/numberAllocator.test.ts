import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NumberAllocator } from '../../src/base/numberAllocator.ts';

describe('Allocated numbers', () => {
  it('are consecutive, and are reused after they are given back', () => {
    const numbers = new NumberAllocator();
    assert.deepEqual(
      [numbers.allocate(3), numbers.allocate(2), numbers.allocate(4), numbers.end],
      [0, 3, 5, 9],
    );
    numbers.free(0, 3);
    assert.deepEqual(
      [numbers.allocate(4), numbers.allocate(2), numbers.allocate(1), numbers.end],
      [9, 0, 2, 13],
    );
  });

  it('that are given back side by side become one run', () => {
    const numbers = new NumberAllocator();
    for (let i = 0; i < 4; i++) numbers.allocate(2);
    numbers.free(0, 2);
    numbers.free(4, 2);
    numbers.free(2, 2);
    assert.deepEqual([numbers.allocate(6), numbers.end], [0, 8]);
  });

  it('end at the last one in use', () => {
    const numbers = new NumberAllocator();
    for (let i = 0; i < 3; i++) numbers.allocate(2);
    numbers.free(2, 2);
    numbers.free(4, 2);
    assert.deepEqual([numbers.end, numbers.allocate(5)], [2, 2]);
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
