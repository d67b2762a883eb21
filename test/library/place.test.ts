import assert from 'node:assert/strict';
import type { Briefing } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { findItem, firstItem, type Item, neighbour, survivingItem } from '../../src/library/place.ts';

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
      [['# T', '## A', '- a', '## Key takeaways', 'Prose.'], 'a'],
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

describe('A place in a briefing that is edited', () => {
  const before = read('# T', '## A', '- one', '- two', '- three');
  const cases: readonly (readonly [about: string, after: Briefing, from: string, to: string | undefined])[] =
    [
      ['nothing', before, 'two', 'two'],
      ['a new takeaway above', read('# T', '## A', '- zero', '- one', '- two', '- three'), 'two', 'two'],
      ['a new section above', read('# T', '## N', '- n', '## A', '- one', '- two', '- three'), 'two', 'two'],
      ['a move', read('# T', '## A', '- two', '- three', '- one'), 'two', 'two'],
      ['a typo that is corrected', read('# T', '## A', '- one', '- twoo', '- three'), 'two', 'twoo'],
      ['a section that is renamed', read('# T', '## B', '- one', '- two', '- three'), 'A', 'B'],
      [
        'the takeaway deleted, the next in its place',
        read('# T', '## A', '- one', '- three'),
        'two',
        'three',
      ],
      ['the last one deleted', read('# T', '## A', '- one', '- two'), 'three', 'two'],
      ['everything deleted', read('# T'), 'two', undefined],
    ];

  it('stays at its words, or else at its number', () => {
    for (const [about, after, from, to] of cases) {
      assert.equal(words(survivingItem(before, after, item(from, before).id)), to, about);
    }
  });

  it('is nowhere where it was nowhere, and at the first item where its id is of another briefing', () => {
    assert.equal(survivingItem(before, before, undefined), undefined);
    assert.equal(words(survivingItem(before, before, 't-other')), 'A');
  });
});
