import assert from 'node:assert/strict';
import { groupBy } from '../../../src/base/collections/groupBy.ts';

describe('Values grouped by a key', () => {
  it('are in order, and so are the groups by their first members', () => {
    const groups = groupBy(['tug', 'ferry', 'tide', 'fog'], (word) => word[0]);
    assert.equal(JSON.stringify([...groups]), '[["t",["tug","tide"]],["f",["ferry","fog"]]]');
    assert.equal(groupBy([], String).size, 0);
  });
});
