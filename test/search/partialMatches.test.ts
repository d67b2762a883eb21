import assert from 'node:assert/strict';
import { BitSet } from '../../src/base/collections/bitSet.ts';
import { groupPartialMatches, isDistinctive } from '../../src/search/partialMatches.ts';
import { isStopWord } from '../../src/search/stopWords.ts';

const words = (all: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(all).map(([word, items]) => ({ word, items: new BitSet(items) }));

describe('Partial matches', () => {
  it('are grouped by their words, most words first', () => {
    const groups = groupPartialMatches(
      new BitSet([1, 2, 3, 4, 5]),
      words({ ferry: [1, 2, 3], stops: [2, 3, 5], today: [4, 3, 5] }),
    );
    assert.deepEqual(groups, [
      { numbers: [3], without: [], count: 3 },
      { numbers: [2], without: ['today'], count: 2 },
      { numbers: [5], without: ['ferry'], count: 2 },
      { numbers: [1], without: ['stops', 'today'], count: 1 },
      { numbers: [4], without: ['ferry', 'stops'], count: 1 },
    ]);
  });

  it('include only candidates, and one of four words is enough, apart from words that no item contains', () => {
    const four = words({ a: [1, 9], b: [2], c: [3], d: [4], none: [] });
    assert.deepEqual(
      groupPartialMatches(new BitSet([1]), four).map(({ numbers }) => numbers),
      [[1]],
    );
    assert.deepEqual(groupPartialMatches(new BitSet([1]), [...four, ...words({ e: [5] })]), []);
  });
});

describe('A distinctive word', () => {
  it('is in at most half of the items, and no stop word', () => {
    assert.deepEqual([isDistinctive('ferry', 50, 100), isDistinctive('ferry', 51, 100)], [true, false]);
    assert.equal(isDistinctive('that', 1, 100), false);
  });
});

describe('A stop word', () => {
  it('is folded, and has no meaning in another of the languages', () => {
    for (const word of ['the', 'uber', 'etait', 'mas', 'nao', 'що', '什么'])
      assert.ok(isStopWord(word), word);
    for (const word of ['über', 'war', 'die', 'ferry']) assert.ok(!isStopWord(word), word);
  });
});
