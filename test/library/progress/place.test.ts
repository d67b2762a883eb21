import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import {
  findLandmark,
  firstOf,
  itemAtLine,
  neighbour,
  parentOf,
} from '../../../src/library/progress/place.ts';
import { read } from '../../briefing/support/fixture.ts';
import { BRIEFING, landmark, words } from '../support/landmarks.ts';

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
