import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { read } from '../support/fixture.ts';

describe('A bold label right below an item', () => {
  const texts = (...lines: string[]) =>
    readingItems(read('# T', '', '## A', '', ...lines)).map(({ text }) => text);

  it('is the heading of the items below it, and not part of the item above', () => {
    for (const label of ['**Results:**', '**Results**:'])
      assert.deepEqual(
        texts('- The ferry stops.', label, '- It is late.'),
        ['The ferry stops.', 'Results:\nIt is late.'],
        label,
      );
    const { sections } = read('# T', '', '## A', '', '- The ferry stops.', '🚢 **Results**', '- It is late.');
    assert.equal(sections[0]?.sections[0]?.title, '🚢 Results');
  });

  it('ends the list if it has text and no item follows', () => {
    assert.deepEqual(texts('- The ferry stops.', '**Results:** late.', '**Source:** Ann'), [
      'The ferry stops.',
      'Results: late. Source: Ann',
    ]);
    assert.deepEqual(texts('- The ferry stops.', '**结果**：很晚。'), ['The ferry stops.', '结果：很晚。']);
  });

  it('belongs to the last item if an item above has the same label', () => {
    for (const gap of [[], ['']])
      assert.deepEqual(
        texts('- The ferry stops.', '**Why:** late.', ...gap, '- The crane comes.', '**Why:** big.'),
        ['The ferry stops. Why: late.', 'The crane comes. Why: big.'],
      );
    const sections = texts('- Ferry.', '**Note:** late.', '', '## B', '', '- Crane.', '**Note:** big.');
    assert.deepEqual(sections, ['Ferry.', 'Note: late.', 'Crane.', 'Note: big.']);
  });

  it('continues the item if it is indented, has more words, or has no items below it', () => {
    assert.deepEqual(
      texts('- The ferry stops.', '  **Results:**', '- It is late.')[0],
      'The ferry stops. Results:',
    );
    assert.deepEqual(
      texts('- The ferry stops.', '**Results:** late.', '- The crane comes.')[0],
      'The ferry stops. Results: late.',
    );
    assert.deepEqual(
      texts('- The ferry stops.', '**Results:**', 'late.')[0],
      'The ferry stops. Results: late.',
    );
  });
});
