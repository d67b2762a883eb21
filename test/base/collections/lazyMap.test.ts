import assert from 'node:assert/strict';
import { LazyMap } from '../../../src/base/collections/lazyMap.ts';

const MADE = [
  [1, 'a'],
  [2, 'b'],
] as const;

/** Each method of a map, with its result for {@link MADE}. */
const ASKED: readonly (readonly [(map: Map<number, string>) => unknown, unknown])[] = [
  [(map) => map.size, 2],
  [(map) => map.get(2), 'b'],
  [(map) => map.has(1), true],
  [(map) => map.delete(1), true],
  [(map) => [...map.set(1, 'c')], [[1, 'c'], MADE[1]]],
  [(map) => [...map], MADE],
  [(map) => [...map.entries()], MADE],
  [(map) => [...map.keys()], [1, 2]],
  [(map) => [...map.values()], ['a', 'b']],
  [
    (map) => {
      const told: unknown[] = [];
      map.forEach((value, key, of) => told.push([key, value, of === map]));
      return told;
    },
    MADE.map((pair) => [...pair, true]),
  ],
];

describe('A lazy map', () => {
  it('is filled once, whichever method is called first', () => {
    for (const [ask, answer] of ASKED) {
      let times = 0;
      const map = new LazyMap(() => {
        times++;
        return new Map<number, string>(MADE);
      });
      assert.equal(times, 0);
      assert.deepEqual(ask(map), answer);
      map.fill();
      assert.equal([...map].length, map.size);
      assert.equal(times, 1);
    }
  });

  it('is never filled if it was cleared before', () => {
    const map = new LazyMap<number, string>(() => assert.fail());
    map.clear();
    assert.deepEqual([...map.set(3, 'c')], [[3, 'c']]);
  });
});
