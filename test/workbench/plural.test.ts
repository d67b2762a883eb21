import assert from 'node:assert/strict';
import { plural } from '../../src/workbench/plural.ts';

describe('A message with a count', () => {
  it('has a large number in groups of digits', () => {
    assert.equal(plural('{0} items', 1177), '1,177 items');
  });
});
