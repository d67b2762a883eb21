import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BitSet } from '../../../src/base/collections/bitSet.ts';

/** The edges of 32-bit words, the edge of the initial capacity, and a number far beyond. */
const EDGES = [0, 1, 30, 31, 32, 63, 64, 1023, 1024, 1025, 2048, 100_000];
const numbers = fc.array(fc.oneof(fc.constantFrom(...EDGES), fc.nat(3000)), { maxLength: 60 });

const sorted = (set: Iterable<number>) => [...set].sort((a, b) => a - b);

describe('A bit set', () => {
  it('holds what a Set holds', () => {
    fc.assert(
      fc.property(numbers, numbers, (added, removed) => {
        const [bits, set] = [new BitSet(added), new Set(added)];
        for (const number of removed) {
          bits.delete(number);
          set.delete(number);
        }
        assert.deepEqual([[...bits], bits.size, bits.isEmpty], [sorted(set), set.size, set.size === 0]);
        for (const number of [...added, ...removed, ...EDGES])
          assert.equal(bits.has(number), set.has(number));
      }),
    );
  });

  it('adds and intersects another set of any length, without changing that one', () => {
    fc.assert(
      fc.property(numbers, numbers, (ones, others) => {
        const [one, other] = [new Set(ones), new Set(others)];
        const bits = new BitSet(others);
        assert.deepEqual([...new BitSet(ones).addAll(bits)], sorted(new Set([...one, ...other])));
        assert.deepEqual([...new BitSet(ones).keepOnly(bits)], sorted([...one].filter((n) => other.has(n))));
        assert.deepEqual([...bits], sorted(other));
      }),
    );
  });

  it('survives serialization, and copies are independent', () => {
    fc.assert(
      fc.property(numbers, (ones) => {
        const bits = new BitSet(ones);
        const back = BitSet.fromText(bits.toText());
        assert.deepEqual([...back], [...bits]);
        back.add(5000);
        assert.ok(back.has(5000));
        const copy = bits.copy();
        copy.add(7000);
        copy.delete(ones[0] ?? 7000);
        assert.deepEqual([...bits], sorted(new Set(ones)));
      }),
    );
  });

  it('rejects malformed text', () => {
    for (const text of ['?', 'AAA']) assert.throws(() => BitSet.fromText(text), text);
  });
});
