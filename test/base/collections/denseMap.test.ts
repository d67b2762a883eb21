import assert from 'node:assert/strict';
import { DenseMap } from '../../../src/base/collections/denseMap.ts';
import { randomFrom } from '../../library/support/random.ts';

describe('A dense map', () => {
  it('holds what a Map holds, and nothing after clear', () => {
    const random = randomFrom(7);
    const dense = new DenseMap<string>();
    const map = new Map<number, string>();
    for (let i = 0; i < 2000; i++) {
      const key = Math.floor(random() * 40);
      if (random() < 0.4) assert.equal(dense.delete(key), map.delete(key));
      else {
        dense.set(key, `${i}`);
        map.set(key, `${i}`);
      }
      assert.equal(dense.size, map.size);
      assert.equal(dense.get(key), map.get(key));
      assert.equal(dense.has(key), map.has(key));
    }
    const inOrder = [...map].sort(([a], [b]) => a - b);
    assert.ok(inOrder.length > 10);
    assert.deepEqual([...dense], inOrder);
    assert.deepEqual(
      [[...dense.keys()], [...dense.values()]],
      [0, 1].map((at) => inOrder.map((pair) => pair[at])),
    );
    const told: (readonly [number, string])[] = [];
    dense.forEach((value, key, of) => {
      assert.equal(of, dense);
      told.push([key, value]);
    });
    assert.deepEqual(told, inOrder);
    dense.clear();
    assert.deepEqual([dense.size, [...dense], dense.has(inOrder[0]?.[0] ?? 0)], [0, [], false]);
  });
});
