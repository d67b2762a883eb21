import assert from 'node:assert/strict';
import { uniqueIn } from '../../src/base/unique.ts';

describe('uniqueIn', () => {
  it('tells whether no other element has the same value, also if that is undefined', () => {
    const all = [['a'], ['b'], ['a'], []];
    assert.deepEqual(all.map(uniqueIn(all, ([name]) => name)), [false, true, false, true]);
    assert.deepEqual([].map(uniqueIn([], () => 'a')), []);
  });
});
