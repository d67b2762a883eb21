import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { read } from '../support/fixture.ts';

describe('Code on the line below an item', () => {
  const code = ['```', 'stop(ferry)', '```'];
  const items = (...lines: string[]) =>
    readingItems(read('# Week', '', '## Ferries', '', ...lines)).map(({ kind, text }) => `${kind}: ${text}`);

  it('belongs to that item, whatever number comes next', () => {
    const stops = 'takeaway: The ferry stops.\nstop(ferry)';
    assert.deepEqual(items('1. The ferry stops.', ...code, '1. It is late.'), [
      stops,
      'takeaway: It is late.',
    ]);
    assert.deepEqual(items('- The ferry stops.', ...code), [stops]);
  });

  it('is on its own below a blank line', () => {
    assert.equal(items('- The ferry stops.', '', ...code).length, 2);
  });
});
