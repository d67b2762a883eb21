import assert from 'node:assert/strict';
import type { Briefing } from '../../../src/briefing/model.ts';
import { findLandmark, type Landmark, relocate } from '../../../src/library/progress/place.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { allSections, read } from '../../briefing/support/fixture.ts';
import { worked } from '../../support/clock.ts';

function words(landmark: Landmark | undefined): string | undefined {
  return landmark?.kind === 'section' ? landmark.section.title : landmark?.text;
}

/** The id of the first section with this title, or else of the first item with this text. */
function idOf(briefing: Briefing, title: string): string {
  const landmarks = [
    ...allSections(briefing.sections).map((section) => ({ id: section.id, title: section.title })),
    ...itemsIn(briefing).map(({ id, text }) => ({ id, title: text })),
  ];
  const found = landmarks.find((one) => one.title === title);
  assert.ok(found, title);
  return found.id;
}

describe('A place in a briefing that is edited', () => {
  const before = read('# T', '## A', '- one', '- two', '- three', '## B', '- four', '- **Five:** 5');

  const check = (
    cases: readonly (readonly [
      about: string,
      after: readonly string[],
      from: string,
      to: string | undefined,
    ])[],
  ) => {
    for (const [about, after, from, to] of cases)
      assert.equal(words(relocate(before, read('# T', ...after), idOf(before, from))), to, about);
  };

  it('stays at its label while its words are corrected and others are added', () => {
    check([
      [
        'a takeaway above',
        ['## A', '- zero', '- one', '## B', '- four', '- **Four:** 4', '- **Five:** 55'],
        '5',
        '55',
      ],
      ['in another section', ['## A', '- **Five:** 55', '- one', '## B', '- four', '- six'], '5', '55'],
      [
        'with two of its name',
        ['## A', '- one', '## B', '- four', '- **Five:** 55', '- **Five:** 6'],
        '5',
        'four',
      ],
    ]);
  });

  it('stays at its words, wherever they move', () => {
    check([
      ['nothing', ['## A', '- one', '- two'], 'two', 'two'],
      ['a takeaway above', ['## A', '- zero', '- one', '- two', '- three'], 'two', 'two'],
      ['a section above', ['## N', '- n', '## A', '- one', '- two', '- three'], 'two', 'two'],
      ['a move', ['## A', '- two', '- three', '- one'], 'two', 'two'],
      ['another dress', ['## A', '- one', '- _Two!_ ✅', '- three'], 'two', 'Two!'],
      ['a label that is one no longer', ['## A', '- x', '## B', '- Five 5'], '5', 'Five 5'],
      ['a section that moved', ['## B', '- x', '## A'], 'B', 'B'],
      ['words that are a section’s now', ['## Two', '- one'], 'two', 'one'],
    ]);
  });

  it('stays at a takeaway or section that is corrected', () => {
    const [one, two, three, b] = ['- one', '- two', '- three', '## B'];
    const rest = ['- four', '- **Five:** 5'];
    check([
      ['a typo', ['## A', one, '- twoo', three, b, ...rest], 'two', 'twoo'],
      ['the first of its section', ['## A', '- won', two, three, b, ...rest], 'one', 'won'],
      ['the last of its section', ['## A', one, two, '- tree', b, ...rest], 'three', 'tree'],
      ['the last of all', ['## A', one, two, three, b, '- four', '- **Five:** V'], '5', 'V'],
      ['the first section', ['## Z', one, two, three, b, ...rest], 'A', 'Z'],
      ['another section', ['## A', one, two, three, '## Z', ...rest], 'B', 'Z'],
      ['a new level as well', ['## A', one, '- twoo', three, `#${b}`, ...rest], 'two', 'twoo'],
    ]);
  });

  it('stays at a passage that is moved or corrected', () => {
    const passages = read('# T', 'Lede.', '## A', 'Fog.', '', '- one', '', 'Rain.', '## B', 'Sun.');
    const cases: readonly (readonly [about: string, after: Briefing, from: string, to: string])[] = [
      ['nothing', passages, 'Rain.', 'Rain.'],
      ['a move', read('# T', 'Lede.', '## A', '- one', '## B', 'Rain.'), 'Rain.', 'Rain.'],
      [
        'more above',
        read('# T', 'Lede.', '## N', 'n', '## A', 'Fog.', '', '- one', '', 'Rain.'),
        'Fog.',
        'Fog.',
      ],
      ['a typo', read('# T', 'Lede.', '## A', 'Fogg.', '', '- one', '', 'Rain.'), 'Fog.', 'Fogg.'],
      ['more of it', read('# T', 'Lede. And.', '## A', 'Fog.', '', '- one'), 'Lede.', 'Lede. And.'],
      ['its end', read('# T', 'Lede.', '## A', 'Fog.', '', '- one', '## B', 'Sun.'), 'Rain.', 'one'],
    ];
    for (const [about, after, from, to] of cases)
      assert.equal(words(relocate(passages, after, idOf(passages, from))), to, about);
  });

  it('stays at a passage that gets other words below another heading', () => {
    const stories = ['## A', 'Fog.', '## B', 'Rain.', '## C', 'Sun.'];
    const old = read('# T', ...stories);
    const now = read('# T', ...stories.with(2, '## Z').with(3, 'Hail.'));
    assert.equal(words(relocate(old, now, idOf(old, 'Rain.'))), 'Hail.');
  });

  it('moves to the nearest remaining item before it if it is removed', () => {
    const [one, two, three, b] = ['- one', '- two', '- three', '## B'];
    const rest = ['- four', '- **Five:** 5'];
    check([
      ['a takeaway', ['## A', one, three, b, ...rest], 'two', 'one'],
      ['the first of its section', ['## A', two, three, b, ...rest], 'one', 'A'],
      ['the last of all', ['## A', one, two, three, b, '- four'], '5', 'four'],
      ['two in a row', ['## A', one, b, ...rest], 'three', 'one'],
      ['a section and all in it', ['## A', one, two, three], 'four', 'three'],
      ['it, while one is new behind', ['## A', one, three, b, ...rest, '- six'], 'two', 'one'],
      ['it, and one is new at another place', ['## A', '- zero', one, three, b, ...rest], 'two', 'one'],
      [
        'it, with another moved to its number',
        ['## A', one, '- four', three, b, '- x', '- **Five:** 5'],
        'two',
        'one',
      ],
      ['it, with a section at its number', ['## A', one, '## N', three, b, ...rest], 'two', 'one'],
      [
        'it, with its neighbour corrected as well',
        ['## A', one, '- twoo', '- tree', b, ...rest],
        'two',
        'one',
      ],
    ]);
  });

  it('moves to the first item if nothing before it remains', () => {
    check([
      ['all before it', ['## N', '- three'], 'two', 'N'],
      ['all', ['## X', '- y'], 'two', 'X'],
      ['all, and there is but a passage', ['Words.'], 'two', 'Words.'],
      ['all, and there is nothing', [], 'two', undefined],
    ]);
    assert.equal(words(relocate(before, before, 't-other')), 'A');
  });

  it('stays nowhere if there was none', () => {
    assert.equal(relocate(before, before, undefined), undefined);
  });

  it('stays at the remaining one of two items with the same words', () => {
    const twice = read('# T', '## A', '- one', '- two', '- one');
    const second = twice.sections[0]?.takeaways[2]?.id;
    const after = read('# T', '## A', '- one', '- two');
    assert.equal(relocate(twice, after, second)?.id, findLandmark(after, idOf(after, 'one'))?.id);
  });

  it('is found at once if ten thousand items before it are removed', () => {
    const many = (word: string) =>
      read('# T', '## A', ...Array.from({ length: 10_000 }, (_, i) => `- ${word} ${i}`));
    const [old, now] = [many('old'), many('new')];
    const start = worked();
    assert.equal(words(relocate(old, now, old.sections[0]?.takeaways.at(-1)?.id)), 'A');
    assert.ok(worked() - start < 1000);
  });
});
