import assert from 'node:assert/strict';
import type { Briefing } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { takeawayKey, wordsKey } from '../../src/briefing/text/wordsKey.ts';
import {
  findItem,
  firstItem,
  type Item,
  neighbour,
  parentOf,
  placeIn,
  storedPlace,
} from '../../src/library/place.ts';

function read(...lines: string[]): Briefing {
  return parseBriefing(lines.join('\n'), '1.md');
}

function words(item: Item | undefined): string | undefined {
  return item?.kind === 'takeaway' ? item.takeaway.text : item?.section.title;
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

/** The item with these words. */
function item(title: string, briefing = BRIEFING): Item {
  const ids = ['s', 't'].flatMap((kind) => allIds(briefing).filter((id) => id.startsWith(kind)));
  const found = ids.map((id) => findItem(briefing, id)).find((one) => words(one) === title);
  assert.ok(found, title);
  return found;
}

function allIds({ sections }: Briefing): string[] {
  return sections.flatMap((section) => [
    section.id,
    ...section.takeaways.map(({ id }) => id),
    ...section.sections.flatMap((inner) => [inner.id, ...inner.takeaways.map(({ id }) => id)]),
  ]);
}

describe('An item of a briefing', () => {
  it('is found by its id, section or takeaway, at any depth', () => {
    for (const title of ['A', 'B', 'C', 'a1', 'k1']) assert.equal(words(item(title)), title);
    assert.equal(item('A').kind, 'section');
    assert.equal(item('a1').kind, 'takeaway');
  });

  it('is not found by another id, or by none', () => {
    assert.equal(findItem(BRIEFING, 's-nothing'), undefined);
    assert.equal(findItem(BRIEFING, undefined), undefined);
  });
});

describe('Reading', () => {
  it('begins with the first key takeaway, or the first takeaway, or the first section', () => {
    const cases: readonly (readonly [lines: readonly string[], first: string | undefined])[] = [
      [['# T', '## A', '- a', '## Key takeaways', '- k'], 'k'],
      [['# T', '## A', '- a', '## Key takeaways', 'Prose.'], 'Prose.'],
      [['# T', '## A', 'Prose.', '### B', '- b'], 'b'],
      [['# T', '## A', 'Prose.', '## B'], 'A'],
      [['# T', 'Prose.'], undefined],
    ];
    for (const [lines, first] of cases)
      assert.equal(words(firstItem(read(...lines))), first, lines.join('|'));
  });

  it('goes from takeaway to takeaway, and has two ends', () => {
    const way = ['a1', 'a2', 'k1', 'c1'];
    way.forEach((title, i) => {
      assert.equal(neighbour(BRIEFING, item(title), 1)?.text, way[i + 1]);
      assert.equal(neighbour(BRIEFING, item(title), -1)?.text, way[i - 1]);
    });
  });

  it('goes on from a section to what stands behind or before its heading', () => {
    const cases: readonly (readonly [
      from: string,
      next: string | undefined,
      previous: string | undefined,
    ])[] = [
      ['A', 'a1', undefined],
      ['B', 'k1', 'a2'],
      ['Key takeaways', 'k1', 'a2'],
      ['C', 'c1', 'k1'],
    ];
    for (const [from, next, previous] of cases) {
      assert.equal(neighbour(BRIEFING, item(from), 1)?.text, next, from);
      assert.equal(neighbour(BRIEFING, item(from), -1)?.text, previous, from);
    }
    const last = read('# T', '## A', '- a', '## B', 'Prose.');
    assert.equal(neighbour(last, item('B', last), 1), undefined);
  });

  it('starts at the first takeaway where it is nowhere yet', () => {
    assert.equal(neighbour(BRIEFING, undefined, 1)?.text, 'a1');
    assert.equal(neighbour(BRIEFING, undefined, -1), undefined);
  });
});

describe('What an item stands in', () => {
  it('is its section, and the one that this nests in', () => {
    const cases: readonly (readonly [title: string, parent: string | undefined])[] = [
      ['a1', 'A'],
      ['a2', 'A'],
      ['k1', 'Key takeaways'],
      ['B', 'A'],
      ['A', undefined],
      ['C', undefined],
    ];
    for (const [title, parent] of cases) assert.equal(words(parentOf(BRIEFING, item(title))), parent, title);
  });

  it('is nothing for an item of another briefing', () => {
    assert.equal(parentOf(BRIEFING, item('x', read('# T', '## Other', '- x'))), undefined);
  });
});

describe('A place that is remembered', () => {
  it('is its words, its number among the items, and how far into it', () => {
    assert.deepEqual(storedPlace(BRIEFING, item('A'), 0.25), {
      item: wordsKey('a'),
      number: 0,
      offset: 0.25,
    });
    const [a2, c] = [item('a2'), item('C')];
    assert.ok(a2.kind === 'takeaway');
    assert.deepEqual(storedPlace(BRIEFING, a2, 0), { item: takeawayKey(a2.takeaway), number: 2, offset: 0 });
    assert.deepEqual(storedPlace(BRIEFING, c, 1), { item: wordsKey('c'), number: 6, offset: 1 });
    assert.deepEqual(storedPlace(BRIEFING, undefined, 0.5), { item: '', number: 0, offset: 0.5 });
    const other = item('x', read('# T', '## A', '- x'));
    assert.deepEqual(storedPlace(BRIEFING, other, 0), { item: wordsKey('x'), number: 0, offset: 0 });
  });

  it('is found again in the briefing that it was left in, each item', () => {
    for (const title of ['A', 'a1', 'a2', 'B', 'Key takeaways', 'k1', 'C', 'c1']) {
      const place = placeIn(BRIEFING, storedPlace(BRIEFING, item(title), 0.25));
      assert.deepEqual(place, { item: item(title), offset: 0.25 });
    }
  });

  it('is found by its words wherever they are, or else at its number from the start', () => {
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
      ['a section that moved', read('# T', '## B', '## A'), 'B', 'B', 0.5],
      ['other words at its number', read('# T', '## A', '- one', '- two', '- 3', '## B'), 'three', '3', 0],
      ['no words of a section', read('# T', '## A', '- 1', '- 2', '- 3', '## D'), 'B', 'D', 0],
      ['fewer items', read('# T', '## A', '- one'), 'four', 'one', 0],
      ['one section', read('# T', '## Z'), 'three', 'Z', 0],
      ['no items', read('# T', 'Prose.'), 'three', undefined, 0],
      ['nothing at all', read(''), 'three', undefined, 0],
    ];
    for (const [about, after, from, to, offset] of cases) {
      const place = placeIn(after, storedPlace(before, item(from, before), 0.5));
      assert.deepEqual([words(place.item), place.offset], [to, offset], about);
    }
  });

  it('is, of two with the same words, the one at its number, or else the first', () => {
    const twice = read('# T', '## A', '- one', '- two', '- one', '## B', '- A');
    const ids = allIds(twice);
    const at = (index: number) => findItem(twice, ids[index]);
    for (const index of ids.keys()) {
      const place = placeIn(twice, storedPlace(twice, at(index), 0.5));
      assert.deepEqual([place.item?.id, place.offset], [ids[index], 0.5], String(index));
    }
    const second = storedPlace(twice, at(3), 0.5);
    const after = read('# T', '## A', '- zero', '- one', '- two', '- one');
    const { item: found } = placeIn(after, second);
    assert.equal(found?.id, allIds(after)[2]);
  });

  it('that was at no item is at none', () => {
    for (const briefing of [BRIEFING, read('# T', 'Prose.')]) {
      const stored = storedPlace(briefing, undefined, 0.5);
      assert.deepEqual(placeIn(briefing, stored), { item: undefined, offset: 0.5 });
      assert.deepEqual(placeIn(BRIEFING, stored), { item: undefined, offset: 0.5 });
    }
  });

  it('with a number that is beyond all is at the last item', () => {
    const stored = { item: 'gone', number: 1e9, offset: 0.5 };
    assert.deepEqual(placeIn(BRIEFING, stored), { item: item('c1'), offset: 0 });
  });

  it('is found among ten thousand items', () => {
    const many = read('# T', '## A', ...Array.from({ length: 10_000 }, (_, i) => `- item ${i}`));
    const last = storedPlace(many, findItem(many, many.sections[0]?.takeaways.at(-1)?.id), 0.5);
    const moved = { ...last, number: 0 };
    assert.equal(words(placeIn(many, moved).item), 'item 9999');
  });
});
