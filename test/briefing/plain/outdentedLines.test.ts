import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { read } from '../support/fixture.ts';

/** The items of two bullets with a line between them. */
function items(between: string, first = '   + The ferry stops at nine.'): string[] {
  const lines = ['Harbour week', '', 'Ferries', '-------', '', first, between, '   + The crane comes.'];
  return readingItems(read(...lines)).map(({ text }) => text);
}

describe('A line between two items', () => {
  it('belongs to neither if it begins before their marks', () => {
    // A line with a colon is shown above the first item that it introduces.
    assert.deepEqual(items('From the town:'), [
      'The ferry stops at nine.',
      'From the town:\nThe crane comes.',
    ]);
    const [first, ...others] = items('The town says more, too.');
    assert.equal(first, 'The ferry stops at nine.');
    assert.equal(others.join('\n'), 'The town says more, too.\nThe crane comes.');
  });

  it('belongs to the first if it is wrapped', () => {
    assert.deepEqual(items('at the pier.', '   + The ferry stops'), [
      'The ferry stops at the pier.',
      'The crane comes.',
    ]);
    assert.equal(items('Monday on', '   + The ferry stops from').length, 2);
    assert.equal(items('     From Monday on.').length, 2);
  });
});
