import assert from 'node:assert/strict';
import { uniqueIn } from '../../src/base/unique.ts';

describe('What is alone among others', () => {
  it('is what no other says the same of, also where that is nothing', () => {
    const all = [['a'], ['b'], ['a'], []];
    assert.deepEqual(all.map(uniqueIn(all, ([name]) => name)), [false, true, false, true]);
    assert.deepEqual([].map(uniqueIn([], () => 'a')), []);
  });
});
