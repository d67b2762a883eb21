import assert from 'node:assert/strict';
import { itemsIn } from '../../src/briefing/readingItems.ts';
import { isBlank, nameOfItem } from '../../src/briefing/briefingContents.ts';
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

describe('A briefing', () => {
  it('is blank if it has nothing but a title, and no picture', () => {
    assert.ok(isBlank(read('# T')));
    assert.ok(!isBlank(read('# T', '', 'Words.')));
    assert.ok(!isBlank(read('# T', '', '![](a.png)')));
    // What is too complex to be read is an item in no section, and no lede.
    assert.ok(!isBlank(read('# T', '', `${'> '.repeat(5000)}words`)));
  });
});
