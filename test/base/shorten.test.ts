import assert from 'node:assert/strict';
import { truncate, ellipsizeStart, ellipsize } from '../../src/base/shorten.ts';

describe('A text that is too long', () => {
  it('is cut between characters', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 9].map((length) => truncate('a🚢🚢', length)),
      ['a', 'a', 'a🚢', 'a🚢', 'a🚢🚢'],
    );
  });

  it('ends with an ellipsis without a space before it', () => {
    assert.deepEqual(
      [3, 4, 5, 6].map((length) => ellipsize('ab 🚢🚢', length)),
      ['ab…', 'ab…', 'ab…', 'ab 🚢…'],
    );
    assert.equal(ellipsize('ab 🚢🚢', 7), 'ab 🚢🚢');
  });

  it('starts with an ellipsis if its start is cut off', () => {
    assert.deepEqual(
      [3, 4, 5].map((length) => ellipsizeStart('🚢🚢b', length)),
      ['…b', '…🚢b', '🚢🚢b'],
    );
  });
});
