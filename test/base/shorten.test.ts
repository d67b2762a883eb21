import assert from 'node:assert/strict';
import { cut, endOf, shorten } from '../../src/base/shorten.ts';

describe('A text that is too long', () => {
  it('is cut between its characters', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 9].map((length) => cut('a🚢🚢', length)),
      ['a', 'a', 'a🚢', 'a🚢', 'a🚢🚢'],
    );
  });

  it('has an ellipsis for its end, with no space before it', () => {
    assert.deepEqual(
      [3, 4, 5, 6].map((length) => shorten('ab 🚢🚢', length)),
      ['ab…', 'ab…', 'ab…', 'ab 🚢…'],
    );
    assert.equal(shorten('ab 🚢🚢', 7), 'ab 🚢🚢');
  });

  it('has one for its beginning', () => {
    assert.deepEqual(
      [3, 4, 5].map((length) => endOf('🚢🚢b', length)),
      ['…b', '…🚢b', '🚢🚢b'],
    );
  });
});
