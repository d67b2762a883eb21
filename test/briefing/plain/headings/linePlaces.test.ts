import assert from 'node:assert/strict';
import { itemLinesIn } from '../../../../src/briefing/text/bullets/listMarks.ts';
import { isWrapped, LinePlaces } from '../../../../src/briefing/plain/headings/linePlaces.ts';

describe('A text', () => {
  it('is hard-wrapped if none of its lines is long', () => {
    assert.equal(isWrapped(['a', 'b'.repeat(100)]), true);
    assert.equal(isWrapped(['a', 'b'.repeat(101)]), false);
    assert.equal(isWrapped(['a', 'b'.repeat(80) + ' '.repeat(30)]), true);
    assert.equal(isWrapped([`a https://a.example/${'b'.repeat(101)}`]), true);
    assert.equal(isWrapped([`<a title="${'b'.repeat(101)}">b</a>`]), true);
  });

  it('is not if a line of letters with two columns is as wide as a long one', () => {
    assert.equal(isWrapped(['渡輪停航。'.repeat(10)]), true);
    assert.equal(isWrapped(['渡輪停航。'.repeat(12)]), false);
    assert.equal(isWrapped([`배가 멈춘다. ${'https://a.example/'.repeat(9)}`]), true);
  });

  it('is also hard-wrapped if its long lines are few among those that go on with a small letter', () => {
    const lines = Array.from({ length: 21 }, () => `goes on ${'b'.repeat(60)}`);
    assert.equal(isWrapped([...lines, 'b'.repeat(101)]), true);
    assert.equal(isWrapped([...lines, 'b'.repeat(101), 'c'.repeat(101)]), false);
    assert.equal(isWrapped([...lines.map((line) => line.toUpperCase()), 'b'.repeat(101)]), false);
  });
});

describe('The place of a line', () => {
  const placesOf = (...lines: string[]) => new LinePlaces(lines, itemLinesIn(lines));

  it('is between the lines with words above and below', () => {
    const places = placesOf('A', '', '---', 'B', 'C', '');
    assert.deepEqual([places.above(0), places.below(0)], [-1, 3]);
    assert.deepEqual([places.above(3), places.below(3), places.below(4)], [0, 4, -1]);
    assert.deepEqual(
      [places.beginsApart(3), places.beginsApart(4), places.beginsApart(0)],
      [true, false, true],
    );
    assert.deepEqual([places.endsApart(0), places.endsApart(3)], [true, false]);
  });

  it('may be in an item, on further lines that are indented', () => {
    const places = placesOf('* a', '  goes', '  on', '* b', 'ends', '  c', '', '* d', '', '  e');
    assert.deepEqual(
      [...Array(10).keys()].filter((i) => places.isInItem(i)),
      [1, 2],
    );
  });

  it('may be above a list, or above its introduction', () => {
    assert.equal(placesOf('A', '- b').headsList(0), true);
    assert.equal(placesOf('A', '', 'These stop:', '', '- b').headsList(0), true);
    assert.equal(placesOf('A', 'These stop.', '- b').headsList(0), false);
  });

  it('may be above an agenda, whose lines have a day or a time each', () => {
    for (const lines of [
      ['28.11. Ferry day', '1.12.  The crane'],
      ['28/11 – Ferry day', '1/12: The crane'],
      ['2026-11-28 Ferry day', '2026-12-01 The crane'],
      ['14:30 Ferry', '3:30 p.m. Crane'],
    ])
      assert.equal(placesOf('A', '', ...lines).headsList(0), true, lines[0]);
    for (const lines of [
      ['28.11. Ferry day'],
      ['28.11. Ferry day', 'The crane'],
      ['28.11 Ferry days', '1.12 cranes'],
      ['28.11. 14', '1.12. 15'],
    ])
      assert.equal(placesOf('A', '', ...lines).headsList(0), false, lines[0]);
  });

  it('may be above longer prose', () => {
    assert.equal(placesOf('Ferry', '', 'It stops.').headsProse(0), true);
    assert.equal(placesOf('Ferry', '', 'It goes').headsProse(0), false);
    assert.equal(placesOf('The ferry', '', 'It goes.').headsProse(0), false);
    assert.equal(placesOf('The ferry', 'goes at nine.').headsProse(0), false);
  });

  it('is tight if fewer than one line in ten is blank, except at the start and end of the text', () => {
    assert.equal(placesOf('', 'a', 'b', '', '').isTight, true);
    assert.equal(placesOf('a', '', 'b').isTight, false);
    assert.equal(placesOf('').isTight, false);
  });
});
