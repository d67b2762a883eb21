import assert from 'node:assert/strict';
import type { SearchItem } from '../../src/search/searchDocument.ts';
import { WordIndex } from '../../src/search/wordIndex.ts';
import { WordMatcher } from '../../src/search/wordMatcher.ts';

/** An index of items with one text each, numbered from 0. */
function indexOf(texts: readonly string[], leastCommon?: number): WordIndex {
  const index = new WordIndex(leastCommon);
  texts.forEach((text, id) => {
    index.add({ id, title: '', text });
  });
  return index;
}

/** An index in which words in more than two items are common. */
function commonIn(texts: readonly string[]): WordIndex {
  const index = indexOf(texts, 2);
  for (const piece of index.moveCommonWords()) assert.equal(piece, undefined);
  return index;
}

/** With none of these words common, and with those in more than two items common. */
const WAYS = [
  ['by the index', (texts: readonly string[]) => indexOf(texts)],
  ['among the common words', commonIn],
] as const;

const itemOf = (text: string): SearchItem => {
  return { kind: 'takeaway', id: '', key: '', title: '', text, references: [] };
};

const itemsOf = (index: WordIndex, word: string, isExact = false) => [
  ...new WordMatcher(index, word, isExact).items,
];

/** What is typed, a word, and whether that is found. */
const FAR = [
  ['prt', 'pot', false],
  ['prot', 'port', false],
  ['pert', 'port', true],
  ['quarys', 'quarry', false],
  ['harbuor', 'harbour', false],
  ['harbur', 'harbour', true],
  ['harbxxr', 'harbour', false],
  ['ministxx', 'ministry', true],
  ['minixxxy', 'ministry', false],
  ['4712', '4711', false],
  ['b4712xyz', 'b4711xyz', false],
] as const;

describe('A word of a query', () => {
  for (const [how, make] of WAYS) {
    const three = (word: string) => [word, word, word, 'else'];

    it(`matches ${how} the same word, and words that start with it`, () => {
      const index = make(['port', 'port', 'port', 'ports', 'airport', 'PORT']);
      assert.deepEqual(itemsOf(index, 'port'), [0, 1, 2, 3, 5]);
      assert.deepEqual(itemsOf(index, 'por'), [0, 1, 2, 3, 5]);
      assert.deepEqual(itemsOf(index, 'port', true), [0, 1, 2, 5]);
      assert.deepEqual(itemsOf(index, 'por', true), []);
    });

    it(`matches longer words ${how} from two letters on, or from one Chinese character`, () => {
      const index = make(['port', 'port', 'port', '安全', '安全', '安全']);
      assert.deepEqual(itemsOf(index, 'p'), []);
      assert.deepEqual(itemsOf(index, 'po'), [0, 1, 2]);
      assert.deepEqual(itemsOf(index, '安'), [3, 4, 5]);
    });

    it(`matches words with few typing errors ${how}: one from four letters on, two from eight on, none with a digit`, () => {
      for (const [typed, word, isFound] of FAR) {
        assert.deepEqual(itemsOf(make(three(word)), typed), isFound ? [0, 1, 2] : [], typed);
        assert.deepEqual(itemsOf(make(three(word)), typed, true), [], typed);
      }
    });

    it(`matches no similar words ${how} if the word itself is there`, () => {
      const index = make(['quart', 'quart', 'quart', 'quarz', 'quarz', 'quarz']);
      assert.deepEqual(itemsOf(index, 'quart'), [0, 1, 2]);
      assert.deepEqual(itemsOf(index, 'quarx'), [0, 1, 2, 3, 4, 5]);
    });

    it(`returns the words by which an item matches ${how}`, () => {
      const texts = ['Ports and Port', 'ports port', 'port ports', 'nothing'];
      const wordsIn = (word: string, number: number, isExact = false) => [
        ...new Set(new WordMatcher(make(texts), word, isExact).wordsIn(number, itemOf(texts[number] ?? ''))),
      ];
      assert.deepEqual(wordsIn('port', 0).sort(), ['port', 'ports']);
      assert.deepEqual(wordsIn('port', 0, true), ['port']);
      assert.deepEqual(wordsIn('prort', 0).sort(), ['port']);
      assert.deepEqual(wordsIn('port', 3), []);
    });
  }

  it('matches every similar word, common or not', () => {
    const index = commonIn(['porto and pert', 'pert', 'pert', 'else']);
    const matcher = new WordMatcher(index, 'perto', false);
    assert.deepEqual([...matcher.items], [0, 1, 2]);
    assert.deepEqual(matcher.wordsIn(0, itemOf('porto and pert')), ['porto', 'pert']);
  });

  it('matches similar words if the common word is no longer in any item', () => {
    const index = commonIn(['porto', 'porto', 'porto', 'port']);
    for (const id of [0, 1, 2]) assert.ok(index.remove({ id, title: '', text: 'porto' }));
    assert.deepEqual(itemsOf(index, 'porto'), [3]);
  });

  it('matches a common word and, unless exact, rare words that start with it, whose score is lower', () => {
    const index = commonIn(['port', 'port', 'port', 'portal', 'else']);
    assert.deepEqual(itemsOf(index, 'port'), [0, 1, 2, 3]);
    assert.deepEqual(itemsOf(index, 'port', true), [0, 1, 2]);
    const matcher = new WordMatcher(index, 'port', false);
    const [exact, , , begun, none] = [0, 1, 2, 3, 4].map((number) => matcher.scoreOf(number));
    assert.ok(exact !== undefined && begun !== undefined && exact > begun && begun > 0);
    assert.equal(none, 0);
  });
});
