import assert from 'node:assert/strict';
import { BitSet } from '../../src/base/collections/bitSet.ts';
import { groupPartialMatches, isDistinctive, weightOf } from '../../src/search/partialMatches.ts';
import { isStopWord } from '../../src/search/stopWords.ts';

const words = (weights: Readonly<Record<string, readonly [weight: number, ...items: number[]]>>) =>
  Object.entries(weights).map(([word, [weight, ...items]]) => ({ word, weight, items: new BitSet(items) }));

describe('Partial matches', () => {
  it('are grouped by their words, the greatest weight first', () => {
    const groups = groupPartialMatches(
      new BitSet([1, 2, 3, 4]),
      words({ ferry: [3, 1, 2, 3], stops: [2, 2, 3], today: [1, 4, 3] }),
    );
    assert.deepEqual(groups, [
      { numbers: [3], without: [], weight: 6 },
      { numbers: [2], without: ['today'], weight: 5 },
      { numbers: [1], without: ['stops', 'today'], weight: 3 },
    ]);
  });

  it('include only candidates, and one of three equal words is enough', () => {
    const equal = words({ a: [1, 1, 9], b: [1, 2], c: [1, 3] });
    assert.deepEqual(
      groupPartialMatches(new BitSet([1]), equal).map(({ numbers }) => numbers),
      [[1]],
    );
    assert.deepEqual(groupPartialMatches(new BitSet([1]), [...equal, ...words({ d: [1, 4] })]), []);
  });
});

describe('The weight of a word', () => {
  it('is greater for a rarer word, small for a stop word, and 0 for one that no item contains', () => {
    assert.ok(weightOf('ferry', 1, 100) > weightOf('ferry', 50, 100));
    assert.ok(weightOf('that', 1, 100) < weightOf('ferry', 10, 100));
    assert.equal(weightOf('ferry', 0, 100), 0);
  });

  it('makes it distinctive if at most half of the items contain it, and it is no stop word', () => {
    assert.deepEqual([isDistinctive('ferry', 50, 100), isDistinctive('ferry', 51, 100)], [true, false]);
    assert.equal(isDistinctive('that', 1, 100), false);
  });
});

describe('A stop word', () => {
  it('is folded, and has no meaning in another of the languages', () => {
    for (const word of ['the', 'uber', 'etait', 'mas', 'nao']) assert.ok(isStopWord(word), word);
    for (const word of ['über', 'war', 'die', 'ferry']) assert.ok(!isStopWord(word), word);
  });
});
