import assert from 'node:assert/strict';
import type { Briefing } from '../../../src/briefing/model.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { takeawayKey, wordsKey } from '../../../src/briefing/text/wordsKey.ts';
import { findLandmark, resolvePlace, storedPlace } from '../../../src/library/progress/place.ts';
import { read } from '../../briefing/support/fixture.ts';
import { BRIEFING, landmark, words } from '../support/landmarks.ts';

describe('A stored place', () => {
  it('has the words, the number of the item, and an offset in it', () => {
    assert.deepEqual(storedPlace(BRIEFING, landmark('A'), 0.25), {
      item: wordsKey('a'),
      number: 0,
      offset: 0.25,
    });
    const [a2, prose, c] = [landmark('a2'), landmark('prose'), landmark('C')];
    assert.ok(a2.kind === 'takeaway');
    assert.deepEqual(storedPlace(BRIEFING, a2, 0), { item: takeawayKey(a2), number: 2, offset: 0 });
    assert.deepEqual(storedPlace(BRIEFING, prose, 0), { item: wordsKey('B prose'), number: 4, offset: 0 });
    assert.deepEqual(storedPlace(BRIEFING, c, 1), { item: wordsKey('c'), number: 7, offset: 1 });
    assert.deepEqual(storedPlace(BRIEFING, undefined, 0.5), { item: '', number: 0, offset: 0.5 });
    const other = landmark('x', read('# T', '## A', '- x'));
    assert.deepEqual(storedPlace(BRIEFING, other, 0), { item: wordsKey('x'), number: 0, offset: 0 });
  });

  it('is found again at each item of an unchanged briefing', () => {
    for (const title of ['a1', 'a2', 'prose', 'k1', 'c1']) {
      const place = resolvePlace(BRIEFING, storedPlace(BRIEFING, landmark(title), 0.25));
      assert.deepEqual(place, { item: landmark(title), offset: 0.25 });
    }
  });

  it('in a section is at the item that is at that fraction of the section', () => {
    const long = read('# T', '## A', '- a', '## B', 'One', 'two', 'three', 'four.', '', '- b', '## C');
    const cases: readonly (readonly [from: string, offset: number, to: string, into: number])[] = [
      ['A', 0, 'a', 0],
      ['A', 0.5, 'a', 0.5],
      ['B', 0, 'One two three four.', 0],
      ['B', 0.5, 'One two three four.', 0.75],
      ['B', 0.75, 'One two three four.', 1],
      ['B', 0.95, 'b', 0.7],
      ['B', 1, 'b', 1],
      // The section is empty.
      ['C', 0.5, 'a', 0],
    ];
    for (const [from, offset, to, into] of cases) {
      const place = resolvePlace(long, storedPlace(long, landmark(from, long), offset));
      assert.equal(words(place.item), to, `${from} ${offset}`);
      assert.ok(Math.abs(place.offset - into) < 1e-9, `${from} ${offset}: ${place.offset}`);
    }
  });

  it('is found by its words wherever they are, or else at its number', () => {
    const before = read('# T', '## A', '- one', '- **Two:** two', '- three', '## B', '- four');
    const cases: readonly (readonly [
      about: string,
      after: Briefing,
      from: string,
      to: string | undefined,
      offset: number,
    ])[] = [
      ['nothing', before, 'three', 'three', 0.5],
      ['another order', read('# T', '## B', '- four', '- three', '## A', '- one'), 'three', 'three', 0.5],
      ['more above', read('# U', 'Lede.', '## N', '- n', '## A', '- three'), 'three', 'three', 0.5],
      ['another dress', read('# T', '## A', '- _three!_ ✅'), 'three', 'three!', 0.5],
      [
        'a label that is one no longer',
        read('# T', '## A', '- x', '- y', '- Two two'),
        'two',
        'Two two',
        0.5,
      ],
      ['a section that moved', read('# T', '## B', '- x', '## A', '- one'), 'B', 'x', 0.5],
      ['other words at its number', read('# T', '## A', '- one', '- two', '- 3', '## B'), 'three', '3', 0],
      ['no words of a section', read('# T', '## A', '- 1', '- 2', '- 3', '## D', 'd'), 'B', 'd', 0],
      ['fewer items', read('# T', '## A', '- one'), 'four', 'one', 0],
      ['one section', read('# T', '## Z'), 'three', undefined, 0],
      ['one passage', read('# T', 'Prose.'), 'three', 'Prose.', 0],
      ['nothing at all', read(''), 'three', undefined, 0],
    ];
    for (const [about, after, from, to, offset] of cases) {
      const place = resolvePlace(after, storedPlace(before, landmark(from, before), 0.5));
      assert.deepEqual([words(place.item), place.offset], [to, offset], about);
    }
  });

  it('is found at its number if two items have the same words, or else at the first', () => {
    const twice = read('# T', '## A', '- one', '- two', '- one', '## B', '- A');
    const ids = itemsIn(twice).map(({ id }) => id);
    const at = (index: number) => findLandmark(twice, ids[index]);
    for (const index of ids.keys()) {
      const place = resolvePlace(twice, storedPlace(twice, at(index), 0.5));
      assert.deepEqual([place.item?.id, place.offset], [ids[index], 0.5], String(index));
    }
    const second = storedPlace(twice, at(2), 0.5);
    const after = read('# T', '## A', '- zero', '- one', '- two', '- one');
    const { item: found } = resolvePlace(after, second);
    assert.equal(found?.id, itemsIn(after)[1]?.id);
  });

  it('without an item is at the one that is at that fraction of the briefing', () => {
    const stored = storedPlace(BRIEFING, undefined, 0.5);
    const place = resolvePlace(BRIEFING, stored);
    assert.deepEqual([words(place.item), place.offset], ['prose', 1]);
    const passage = resolvePlace(read('# T', 'Prose.'), stored);
    assert.deepEqual([words(passage.item), passage.offset], ['Prose.', 0.5]);
    assert.deepEqual(resolvePlace(read('# T'), stored), { item: undefined, offset: 0 });
    // What is read last may come first in the text.
    const contents = read('# T', 'In this issue:', '- [A](#a)', '', '## A', '- one', '- two', '- three');
    assert.equal(words(resolvePlace(contents, { ...stored, offset: 0.6 }).item), 'one');
  });

  it('with a number that is too large is at the last item', () => {
    const stored = { item: 'gone', number: 1e9, offset: 0.5 };
    assert.deepEqual(resolvePlace(BRIEFING, stored), { item: landmark('c1'), offset: 0 });
  });

  it('is found among ten thousand items', () => {
    const many = read('# T', '## A', ...Array.from({ length: 10_000 }, (_, i) => `- item ${i}`));
    const last = storedPlace(many, findLandmark(many, itemsIn(many).at(-1)?.id), 0.5);
    const moved = { ...last, number: 0 };
    assert.equal(words(resolvePlace(many, moved).item), 'item 9999');
  });
});
