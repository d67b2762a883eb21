import assert from 'node:assert/strict';
import type { Briefing } from '../../../src/briefing/model.ts';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { takeawayKey, wordsKey } from '../../../src/briefing/text/wordsKey.ts';
import {
  findLandmark,
  firstOf,
  itemAtLine,
  type Landmark,
  neighbour,
  parentOf,
  placeIn,
  storedPlace,
} from '../../../src/library/progress/place.ts';
import { allSections, read } from '../../briefing/support/fixture.ts';

function words(landmark: Landmark | undefined): string | undefined {
  return landmark?.kind === 'section' ? landmark.section.title : landmark?.text;
}

const BRIEFING = read(
  '# T',
  '## A',
  '- a1',
  '- a2',
  '### B',
  'prose',
  '## Key takeaways',
  '- k1',
  '## C',
  '- c1',
);

/** The section with this title, or else the item with this text. */
function landmark(title: string, briefing = BRIEFING): Landmark {
  const ids = [...allSections(briefing.sections), ...itemsIn(briefing)].map(({ id }) => id);
  const found = ids.map((id) => findLandmark(briefing, id)).find((one) => words(one) === title);
  assert.ok(found, title);
  return found;
}

describe('A place in a briefing', () => {
  it('is found by the id of a section, takeaway or passage, at any depth', () => {
    for (const title of ['A', 'B', 'C', 'a1', 'prose', 'k1']) assert.equal(words(landmark(title)), title);
    assert.equal(landmark('A').kind, 'section');
    assert.equal(landmark('a1').kind, 'takeaway');
    assert.equal(landmark('prose').kind, 'passage');
  });

  it('is not found by an unknown id, or without one', () => {
    assert.equal(findLandmark(BRIEFING, 's-nothing'), undefined);
    assert.equal(findLandmark(BRIEFING, undefined), undefined);
  });
});

describe('Reading', () => {
  it('starts at the first item, or at the first section if there is no item', () => {
    const cases: readonly (readonly [lines: readonly string[], first: string | undefined])[] = [
      [['# T', '## A', '- a', '## Key takeaways', '- k'], 'a'],
      [['# T', '## A', 'Prose.', '### B', '- b'], 'Prose.'],
      [['# T', 'Lede.', '## A', '- a'], 'Lede.'],
      [['# T', 'In this issue:', '- [A](#a)', '', '## A', '- a', '- b'], 'a'],
      [['# T', '## A', '## B'], 'A'],
      [['# T', 'Prose.'], 'Prose.'],
      [['# T'], undefined],
    ];
    for (const [lines, first] of cases) assert.equal(words(firstOf(read(...lines))), first, lines.join('|'));
  });

  it('of a section starts at the first item in it, or at its heading', () => {
    const cases: readonly (readonly [title: string, first: string])[] = [
      ['A', 'a1'],
      ['B', 'prose'],
      ['Key takeaways', 'k1'],
    ];
    for (const [title, first] of cases) assert.equal(words(firstOf(BRIEFING, landmark(title).id)), first);
    const nested = read('# T', '## A', '### B', 'x', '## C');
    assert.equal(words(firstOf(nested, landmark('A', nested).id)), 'x');
    assert.equal(words(firstOf(nested, landmark('C', nested).id)), 'C');
    assert.equal(firstOf(nested, 's-nothing'), undefined);
  });

  it('goes from item to item, and stops at both ends', () => {
    const way = ['a1', 'a2', 'prose', 'k1', 'c1'];
    way.forEach((title, i) => {
      assert.equal(neighbour(BRIEFING, landmark(title), 1)?.text, way[i + 1]);
      assert.equal(neighbour(BRIEFING, landmark(title), -1)?.text, way[i - 1]);
    });
  });

  it('continues from a section with what is after or before its heading', () => {
    const cases: readonly (readonly [
      from: string,
      next: string | undefined,
      previous: string | undefined,
    ])[] = [
      ['A', 'a1', undefined],
      ['B', 'prose', 'a2'],
      ['Key takeaways', 'k1', 'prose'],
      ['C', 'c1', 'k1'],
    ];
    for (const [from, next, previous] of cases) {
      assert.equal(neighbour(BRIEFING, landmark(from), 1)?.text, next, from);
      assert.equal(neighbour(BRIEFING, landmark(from), -1)?.text, previous, from);
    }
    const last = read('# T', '## A', '- a', '## B');
    assert.equal(neighbour(last, landmark('B', last), 1), undefined);
  });

  it('puts tables of contents and status lists last', () => {
    const briefing = read(
      ...['# T', 'In this issue:', '- [A](#a)', '', '## Feed health', '- [OK] Harbour', '- [ERR] Quay', ''],
      ...['## A', '- one', '- two'],
    );
    assert.deepEqual(
      itemsIn(briefing).map(({ text }) => text),
      ['one', 'two', 'In this issue:\nA', '[OK] Harbour\n[ERR] Quay'],
    );
    assert.equal(words(neighbour(briefing, landmark('two', briefing), 1)), 'In this issue:\nA');
    const health = landmark('Feed health', briefing);
    assert.equal(words(neighbour(briefing, health, 1)), '[OK] Harbour\n[ERR] Quay');
    assert.equal(words(neighbour(briefing, health, -1)), 'In this issue:\nA');
    assert.equal(words(neighbour(briefing, landmark('A', briefing), 1)), 'one');
    assert.equal(words(neighbour(briefing, undefined, 1)), 'one');
  });

  it('starts at the first item if there is no place yet', () => {
    assert.equal(neighbour(BRIEFING, undefined, 1)?.text, 'a1');
    assert.equal(neighbour(BRIEFING, undefined, -1), undefined);
  });
});

describe('A line of the text', () => {
  const lines = [
    ...[
      '# T',
      '',
      'Lede.',
      '',
      '## A',
      '',
      'These came in:',
      '',
      '- **L1:** a1',
      '',
      '  more of it',
      '- a2',
      '',
    ],
    ...['### B', '', 'Prose', 'on two lines.', '', '## Sources', '', '- [S](https://s.example)'],
  ];
  const briefing = parseBriefing(lines.join('\n'), 't.md');
  const found = lines.map((_, line) => itemAtLine(briefing, line)?.text);

  it('belongs to the item that it is in, including its introduction', () => {
    const item = ['a1\nmore of it', 'a1\nmore of it', 'a1\nmore of it'];
    assert.deepEqual(found.slice(8, 12), [...item, 'a2']);
    assert.equal(found[6], 'a1\nmore of it');
    assert.equal(found[2], 'Lede.');
    assert.deepEqual(found.slice(15, 17), ['Prose on two lines.', 'Prose on two lines.']);
  });

  it('in a heading leads to the first item below it, but not above a list of sources', () => {
    assert.equal(found[4], 'a1\nmore of it');
    assert.equal(found[13], 'Prose on two lines.');
    assert.deepEqual(
      [found[0], found[18], found[20], itemAtLine(briefing, 99)],
      [undefined, undefined, undefined, undefined],
    );
  });
});

describe('The sections around a place', () => {
  it('are its section and those around that', () => {
    const cases: readonly (readonly [title: string, parent: string | undefined])[] = [
      ['a1', 'A'],
      ['a2', 'A'],
      ['k1', 'Key takeaways'],
      ['B', 'A'],
      ['prose', 'B'],
      ['A', undefined],
      ['C', undefined],
    ];
    for (const [title, parent] of cases)
      assert.equal(words(parentOf(BRIEFING, landmark(title))), parent, title);
  });

  it('are none for an item of another briefing', () => {
    assert.equal(parentOf(BRIEFING, landmark('x', read('# T', '## Other', '- x'))), undefined);
  });
});

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
      const place = placeIn(BRIEFING, storedPlace(BRIEFING, landmark(title), 0.25));
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
      const place = placeIn(long, storedPlace(long, landmark(from, long), offset));
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
      const place = placeIn(after, storedPlace(before, landmark(from, before), 0.5));
      assert.deepEqual([words(place.item), place.offset], [to, offset], about);
    }
  });

  it('is found at its number if two items have the same words, or else at the first', () => {
    const twice = read('# T', '## A', '- one', '- two', '- one', '## B', '- A');
    const ids = itemsIn(twice).map(({ id }) => id);
    const at = (index: number) => findLandmark(twice, ids[index]);
    for (const index of ids.keys()) {
      const place = placeIn(twice, storedPlace(twice, at(index), 0.5));
      assert.deepEqual([place.item?.id, place.offset], [ids[index], 0.5], String(index));
    }
    const second = storedPlace(twice, at(2), 0.5);
    const after = read('# T', '## A', '- zero', '- one', '- two', '- one');
    const { item: found } = placeIn(after, second);
    assert.equal(found?.id, itemsIn(after)[1]?.id);
  });

  it('without an item is at the one that is at that fraction of the briefing', () => {
    const stored = storedPlace(BRIEFING, undefined, 0.5);
    const place = placeIn(BRIEFING, stored);
    assert.deepEqual([words(place.item), place.offset], ['prose', 1]);
    const passage = placeIn(read('# T', 'Prose.'), stored);
    assert.deepEqual([words(passage.item), passage.offset], ['Prose.', 0.5]);
    assert.deepEqual(placeIn(read('# T'), stored), { item: undefined, offset: 0 });
    // What is read last may come first in the text.
    const contents = read('# T', 'In this issue:', '- [A](#a)', '', '## A', '- one', '- two', '- three');
    assert.equal(words(placeIn(contents, { ...stored, offset: 0.6 }).item), 'one');
  });

  it('with a number that is too large is at the last item', () => {
    const stored = { item: 'gone', number: 1e9, offset: 0.5 };
    assert.deepEqual(placeIn(BRIEFING, stored), { item: landmark('c1'), offset: 0 });
  });

  it('is found among ten thousand items', () => {
    const many = read('# T', '## A', ...Array.from({ length: 10_000 }, (_, i) => `- item ${i}`));
    const last = storedPlace(many, findLandmark(many, itemsIn(many).at(-1)?.id), 0.5);
    const moved = { ...last, number: 0 };
    assert.equal(words(placeIn(many, moved).item), 'item 9999');
  });
});
