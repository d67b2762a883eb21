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

/** With none of these words common, and with those in more than two items common. */
const WAYS = [
  ['by the index', (texts: readonly string[]) => indexOf(texts)],
  [
    'among the common words',
    (texts: readonly string[]) => {
      const index = indexOf(texts, 2);
      for (const piece of index.moveCommonWords()) assert.equal(piece, undefined);
      return index;
    },
  ],
] as const;

const itemOf = (text: string): SearchItem => ({
  kind: 'takeaway',
  id: '',
  key: '',
  title: '',
  text,
  references: [],
});

const itemsOf = (index: WordIndex, word: string, isExact = false) => [
  ...new WordMatcher(index, word, isExact).items,
];

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

    const far: readonly (readonly [typed: string, word: string, isFound: boolean])[] = [
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
    ];
    for (const [typed, word, isFound] of far)
      it(`“${typed}” matches ${isFound ? '' : 'not '}“${word}” ${how}`, () => {
        assert.deepEqual(itemsOf(make(three(word)), typed), isFound ? [0, 1, 2] : []);
        assert.deepEqual(itemsOf(make(three(word)), typed, true), []);
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
    const index = indexOf(['porto and pert', 'pert', 'pert', 'else'], 2);
    for (const piece of index.moveCommonWords()) assert.equal(piece, undefined);
    const matcher = new WordMatcher(index, 'perto', false);
    assert.deepEqual([...matcher.items], [0, 1, 2]);
    assert.deepEqual(matcher.wordsIn(0, itemOf('porto and pert')), ['porto', 'pert']);
  });

  it('matches similar words if the common word is no longer in any item', () => {
    const index = indexOf(['porto', 'porto', 'porto', 'port'], 2);
    for (const piece of index.moveCommonWords()) assert.equal(piece, undefined);
    for (const id of [0, 1, 2]) assert.ok(index.remove({ id, title: '', text: 'porto' }));
    assert.deepEqual(itemsOf(index, 'porto'), [3]);
  });

  it('matches a common word and, unless exact, rare words that start with it', () => {
    const index = indexOf(['port', 'port', 'port', 'portal', 'else'], 2);
    for (const piece of index.moveCommonWords()) assert.equal(piece, undefined);
    assert.deepEqual(itemsOf(index, 'port'), [0, 1, 2, 3]);
    assert.deepEqual(itemsOf(index, 'port', true), [0, 1, 2]);
  });

  it('scores a common word above one that only starts with it, and an item without it 0', () => {
    const index = indexOf(['port', 'port', 'port', 'portal', 'else'], 2);
    for (const piece of index.moveCommonWords()) assert.equal(piece, undefined);
    const matcher = new WordMatcher(index, 'port', false);
    const [exact, , , begun, none] = [0, 1, 2, 3, 4].map((number) => matcher.scoreOf(number));
    assert.ok(exact !== undefined && begun !== undefined && exact > begun && begun > 0);
    assert.equal(none, 0);
  });
});
