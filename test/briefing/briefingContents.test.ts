import assert from 'node:assert/strict';
import { itemsIn } from '../../src/briefing/readingItems.ts';
import { nameOfItem } from '../../src/briefing/briefingContents.ts';
import { read } from './support/fixture.ts';

describe('The name of an item', () => {
  const names = (...lines: readonly string[]) => itemsIn(read('# T', '', '## A', ...lines)).map(nameOfItem);

  it('is its label, or its own first paragraph without nested items', () => {
    assert.deepEqual(
      names('- **Ferry:** late', '- The crane is late', '  - It stands still', '  - So be it'),
      ['Ferry', 'The crane is late'],
    );
    assert.deepEqual(names('- The crane', '  is **late**'), ['The crane is late']);
  });
});
