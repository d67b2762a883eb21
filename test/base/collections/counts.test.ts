import assert from 'node:assert/strict';
import { addCount, countsOf } from '../../../src/base/collections/counts.ts';

describe('Counts', () => {
  it('say how often each value occurs', () => {
    const counts = countsOf(['tug', 'ferry', 'tug']);
    assert.equal(JSON.stringify([...counts]), '[["tug",2],["ferry",1]]');
    assert.deepEqual([addCount(counts, 'tug'), addCount(counts, 'crane')], [3, 1]);
  });
});
