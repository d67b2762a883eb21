import assert from 'node:assert/strict';
import MiniSearch from 'minisearch';

/** The members of MiniSearch that `WordIndex` reads and writes, and that its types do not promise. */
class Inside extends MiniSearch<{ readonly id: number; readonly title: string; readonly text: string }> {
  get members() {
    return {
      index: this._index,
      fieldLength: this._fieldLength,
      documentIds: this._documentIds,
      idToShortId: this._idToShortId,
      averages: this._avgFieldLength,
      count: this._documentCount,
    };
  }

  addAs(id: number, title: string, text: string): void {
    this._nextId = id;
    this.add({ id, title, text });
  }
}

describe('MiniSearch, in the version that the index uses', () => {
  const open = () => {
    const search = new Inside({ fields: ['title', 'text'], autoVacuum: false });
    search.addAs(3, 'ferry', 'ferry stops ferry');
    search.addAs(7, '', 'ferries wait');
    return search;
  };

  it('numbers items from its next id on, and maps ids to these numbers', () => {
    const { documentIds, idToShortId, count } = open().members;
    assert.equal(JSON.stringify([[...documentIds], [...idToShortId]]), '[[[3,3],[7,7]],[[3,3],[7,7]]]');
    assert.equal(count, 2);
  });

  it('keeps postings by word, field and item, and finds words by prefix', () => {
    const { index } = open().members;
    const postings = [...(index.get('ferry') ?? [])].map(([field, items]) => [field, [...items]]);
    assert.equal(JSON.stringify(postings), '[[0,[[3,1]]],[1,[[3,2]]]]');
    assert.deepEqual([...index.atPrefix('ferr')].map(([word]) => word).sort(), ['ferries', 'ferry']);
  });

  it('finds a word that was set directly, and not one that was deleted', () => {
    const search = open();
    search.members.index.set('harbour', new Map([[1, new Map([[7, 1]])]]));
    search.members.index.delete('stops');
    assert.deepEqual(
      ['harbour', 'stops'].map((word) => search.search(word).map(({ id }) => id as number)),
      [[7], []],
    );
  });

  it('keeps the number of different words of each field, and their average', () => {
    const { fieldLength, averages } = open().members;
    assert.deepEqual(fieldLength.get(3), [1, 2]);
    assert.deepEqual(averages, [1, 2]);
  });

  it('forgets an item that is discarded, but not its words', () => {
    const search = open();
    search.discard(3);
    const { documentIds, idToShortId, fieldLength, count, index } = search.members;
    assert.deepEqual(
      [documentIds, idToShortId, fieldLength].map((one) => one.has(3)),
      [false, false, false],
    );
    assert.equal(count, 1);
    assert.ok(index.get('stops'));
  });
});
