import assert from 'node:assert/strict';
import { read } from '../support/fixture.ts';

describe('A line that is indented below an item', () => {
  it('continues the item, even if the text has hardly any blank lines', () => {
    const { sections } = read(
      'Harbour brief',
      '',
      '   Changes since June:',
      '     * The crane is red.',
      '     * The tug is back.',
      '   Changes since May:',
      '     * Two boats that ran between the old pier and',
      '       Harbour',
      '     * Small changes:',
      '          + The pier is new.',
      '     * The bridge is shut.',
    );
    assert.deepEqual(
      sections.map(({ title }) => title),
      ['Changes since June', 'Changes since May'],
    );
    assert.match(sections[1]?.takeaways[0]?.text ?? '', /old pier and Harbour$/);
  });
});
