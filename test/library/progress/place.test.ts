import assert from 'node:assert/strict';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { takeawayKey, wordsKey } from '../../../src/briefing/text/wordsKey.ts';
import {
  findLandmark,
  firstOf,
  itemAtLine,
  type Landmark,
  neighbour,
  parentOf,
  relocate,
  resolvePlace,
  storedPlace,
} from '../../../src/library/progress/place.ts';
import { read } from '../../briefing/support/fixture.ts';
import { worked } from '../../support/clock.ts';
import { fixtureCases } from '../../support/fixtureCases.ts';
import { BRIEFING, landmark, landmarks, words } from '../support/landmarks.ts';

const name = (one: Landmark | undefined) => words(one)?.replaceAll('\n', ' ') ?? 'nowhere';

describe('The way through a briefing: its items, and what is beside and around each heading and item', () => {
  fixtureCases('library/ways', (text) => {
    const briefing = read(text);
    const beside = landmarks(briefing).map((one) => {
      const [next, previous] = [neighbour(briefing, one, 1), neighbour(briefing, one, -1)].map(name);
      const first = one.kind === 'section' ? `, begins at ${name(firstOf(briefing, one.id))}` : '';
      return `${one.kind} ${name(one)}: after ${previous}, before ${next}, in ${name(parentOf(briefing, one))}${first}`;
    });
    const items = itemsIn(briefing).map(name).join(' > ');
    assert.equal(neighbour(briefing, undefined, 1), itemsIn(briefing)[0]);
    assert.equal(neighbour(briefing, undefined, -1), undefined);
    return [`begins at ${name(firstOf(briefing))}: ${items}`, ...beside].join('\n');
  });

  it('has no place for an unknown id, or an item of another briefing', () => {
    assert.equal(findLandmark(BRIEFING, 's-nothing'), undefined);
    assert.equal(findLandmark(BRIEFING, undefined), undefined);
    assert.equal(firstOf(BRIEFING, 's-nothing'), undefined);
    assert.equal(parentOf(BRIEFING, landmark('x', read('# T', '## Other', '- x'))), undefined);
  });
});

describe('The item of each line', () => {
  fixtureCases('library/lines', (text) => {
    const briefing = read(text);
    assert.equal(itemAtLine(briefing, 99), undefined);
    return text
      .split('\n')
      .map((line, at) => `${line} | ${name(itemAtLine(briefing, at))}`)
      .join('\n');
  });
});

describe('A place in a briefing that changes, while it is open and when it is opened later', () => {
  fixtureCases('library/places', (text) => {
    const [at = '', ...texts] = text.split('\n---\n');
    const [before, after] = texts.map((one) => read(one));
    assert.ok(before && after);
    const from = landmark(at.slice('at '.length), before);
    const { item, offset } = resolvePlace(after, storedPlace(before, from, 0.5));
    return `while it is open: ${name(relocate(before, after, from.id))}\nlater: ${name(item)} ${offset}`;
  });

  it('is the first one if it was unknown, and none if there was none', () => {
    assert.equal(words(relocate(BRIEFING, BRIEFING, 't-other')), 'A');
    assert.equal(relocate(BRIEFING, BRIEFING, undefined), undefined);
  });

  it('stays at the remaining one of two items with the same words', () => {
    const twice = read('# T', '## A', '- one', '- two', '- one');
    const after = read('# T', '## A', '- one', '- two');
    assert.equal(relocate(twice, after, twice.sections[0]?.takeaways[2]?.id)?.id, landmark('one', after).id);
  });

  it('is found at once among ten thousand items that are removed, or that are the same', () => {
    const many = (word: string) =>
      read('# T', '## A', ...Array.from({ length: 10_000 }, (_, i) => `- ${word} ${i}`));
    const [old, now] = [many('old'), many('new')];
    const last = old.sections[0]?.takeaways.at(-1)?.id;
    const start = worked();
    assert.equal(words(relocate(old, now, last)), 'A');
    const moved = { ...storedPlace(old, findLandmark(old, last), 0.5), number: 0 };
    assert.equal(words(resolvePlace(old, moved).item), 'old 9999');
    assert.ok(worked() - start < 1500);
  });
});

describe('A stored place', () => {
  it('has the words, the number of the item, and an offset in it', () => {
    const [a2, other] = [landmark('a2'), landmark('x', read('# T', '## A', '- x'))];
    assert.ok(a2.kind === 'takeaway');
    for (const [at, offset, item, number] of [
      [landmark('A'), 0.25, wordsKey('a'), 0],
      [a2, 0, takeawayKey(a2), 2],
      [landmark('prose'), 0, wordsKey('B prose'), 4],
      [landmark('C'), 1, wordsKey('c'), 7],
      [undefined, 0.5, '', 0],
      [other, 0, wordsKey('x'), 0],
    ] as const)
      assert.deepEqual(storedPlace(BRIEFING, at, offset), { item, number, offset });
  });

  it('in a section or the whole briefing is at the item that is at that fraction of it', () => {
    const long = read('# T', '## A', '- a', '## B', 'One', 'two', 'three', 'four.', '', '- b', '## C');
    // What is read last may come first in the text.
    const contents = read('# T', 'In this issue:', '- [A](#a)', '', '## A', '- one', '- two', '- three');
    for (const [briefing, from, offset, to, into] of [
      [long, 'A', 0, 'a', 0],
      [long, 'A', 0.5, 'a', 0.5],
      [long, 'B', 0, 'One two three four.', 0],
      [long, 'B', 0.5, 'One two three four.', 0.75],
      [long, 'B', 0.75, 'One two three four.', 1],
      [long, 'B', 0.95, 'b', 0.7],
      [long, 'B', 1, 'b', 1],
      // The section is empty.
      [long, 'C', 0.5, 'a', 0],
      [BRIEFING, undefined, 0.5, 'prose', 1],
      [read('# T', 'Prose.'), undefined, 0.5, 'Prose.', 0.5],
      [read('# T'), undefined, 0.5, undefined, 0],
      [contents, undefined, 0.6, 'one', undefined],
    ] as const) {
      const at = from === undefined ? undefined : landmark(from, briefing);
      const place = resolvePlace(briefing, storedPlace(briefing, at, offset));
      assert.equal(words(place.item), to, `${from} ${offset}`);
      assert.ok(
        into === undefined || Math.abs(place.offset - into) < 1e-9,
        `${from} ${offset}: ${place.offset}`,
      );
    }
  });

  it('is found at its number if two items have the same words, or else at the first', () => {
    const twice = read('# T', '## A', '- one', '- two', '- one', '## B', '- A');
    const ids = itemsIn(twice).map(({ id }) => id);
    const at = (index: number) => storedPlace(twice, findLandmark(twice, ids[index]), 0.5);
    for (const index of ids.keys()) {
      const place = resolvePlace(twice, at(index));
      assert.deepEqual([place.item?.id, place.offset], [ids[index], 0.5], String(index));
    }
    const after = read('# T', '## A', '- zero', '- one', '- two', '- one');
    assert.equal(resolvePlace(after, at(2)).item?.id, itemsIn(after)[1]?.id);
  });

  it('with a number that is too large is at the last item', () => {
    const place = resolvePlace(BRIEFING, { item: 'gone', number: 1e9, offset: 0.5 });
    assert.deepEqual(place, { item: landmark('c1'), offset: 0 });
  });
});
