import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isKey, LAST_STAMP, type Mark, Marks } from '../../../src/library/log/marks.ts';

function read(key: string, stamp: number, value = true): Mark {
  return { kind: 'read', key, value, stamp };
}

function place(key: string, stamp: number, item = 'a', offset = 0): Mark {
  return { kind: 'place', key, place: { item, number: 0, offset }, stamp };
}

function folded(...marks: readonly Mark[]): Marks {
  const all = new Marks();
  for (const mark of marks) all.add(mark);
  return all;
}

/** Sorted, because the order of marks does not matter. */
function contents(marks: Marks): unknown {
  return [
    [...marks].map((mark) => JSON.stringify(mark)).sort(),
    marks.newest,
    marks.size,
    JSON.stringify(marks.lastPlace),
    marks.starred,
  ];
}

/** Few keys and stamps, so that many collide. */
const someMarks = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('read' as const, 'starred' as const),
      key: fc.constantFrom('a', 'b', 'c'),
      value: fc.boolean(),
      stamp: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({
      kind: fc.constant('place' as const),
      key: fc.constantFrom('a', 'b', 'c'),
      place: fc.record({
        item: fc.constantFrom('', 'x'),
        number: fc.integer({ min: 0, max: 1 }),
        offset: fc.constantFrom(0, 0.5, 1),
      }),
      stamp: fc.integer({ min: 1, max: 4 }),
    }),
  ),
);

describe('Marks', () => {
  const cases: readonly (readonly [what: string, marks: readonly Mark[], added: readonly boolean[]])[] = [
    ['the latest wins', [read('a', 1), read('a', 2, false)], [true, true]],
    ['an earlier one does not', [read('a', 2), read('a', 1, false)], [true, false]],
    ['the same is nothing new', [read('a', 1), read('a', 1)], [true, false]],
    ['the same value, later, is', [read('a', 1), read('a', 2)], [true, true]],
    ['true wins over false', [read('a', 1, false), read('a', 1), read('a', 1, false)], [true, true, false]],
    ['kinds are apart', [read('a', 2), { ...read('a', 1), kind: 'starred' } as Mark], [true, true]],
    ['the latest place wins', [place('a', 1), place('a', 2, 'b'), place('a', 1)], [true, true, false]],
    ['the greater text wins', [place('a', 1, 'a'), place('a', 1, 'b'), place('a', 1)], [true, true, false]],
    ['the offset counts', [place('a', 1, 'a', 0.5), place('a', 1, 'a', 0.25)], [true, false]],
  ];

  for (const [what, marks, added] of cases)
    it(`say what they change: ${what}`, () => {
      const all = new Marks();
      assert.deepEqual(
        marks.map((mark) => all.add(mark)),
        added,
      );
    });

  it('return what was added', () => {
    const all = folded(read('a', 1), read('b', 2, false), { ...read('a', 3), kind: 'starred' } as Mark);
    assert.deepEqual([all.get('read', 'a'), all.isSet('read', 'a')], [read('a', 1), true]);
    assert.deepEqual([all.get('read', 'b'), all.isSet('read', 'b')], [read('b', 2, false), false]);
    assert.deepEqual([all.get('starred', 'b'), all.isSet('starred', 'b')], [undefined, false]);
    assert.deepEqual([all.get('starred', 'a')?.value, all.size, all.newest], [true, 3, 3]);
  });

  it('return the places, and the latest of them', () => {
    const all = folded(place('a', 2, 'x'), place('b', 1, 'y'), place('d', 2, 'z'), place('c', 2, 'z'));
    assert.deepEqual([all.get('place', 'b'), all.get('place', 'q')], [place('b', 1, 'y'), undefined]);
    assert.deepEqual(all.lastPlace, place('d', 2, 'z'));
    all.add(place('b', 3, 'w'));
    all.add(place('b', 4, 'v'));
    assert.deepEqual(all.lastPlace, place('b', 4, 'v'));
  });

  it('return the stars, the latest first', () => {
    const star = (key: string, stamp: number, value = true): Mark => ({ kind: 'starred', key, value, stamp });
    const all = folded(star('a', 1), star('d', 2), star('b', 3, false), star('c', 2), star('e', 5));
    assert.deepEqual(all.starred, ['e', 'c', 'd', 'a']);
  });

  it('get a stamp above all known ones, whatever the clock says', () => {
    const all = folded(read('a', 1000));
    assert.deepEqual(
      [2000.7, 1000, 999, -5, Infinity].map((now) => all.nextStamp(now)),
      [2000, 1001, 1001, 1001, LAST_STAMP],
    );
    assert.equal(new Marks().nextStamp(0), 1);
  });

  it('give the same result in any order, however often they are added', () => {
    fc.assert(
      fc.property(someMarks, someMarks, someMarks, (a, b, c) => {
        const [ab, bc] = [folded(...a, ...b), folded(...b, ...c)];
        const expected = contents(folded(...a, ...b, ...c));
        for (const marks of [
          [...c, ...b, ...a],
          [...ab, ...c],
          [...a, ...bc],
          [...bc, ...ab],
          [...ab, ...ab, ...bc],
        ])
          assert.deepEqual(contents(folded(...marks)), expected);
      }),
    );
  });
});

describe('A key', () => {
  const cases: readonly (readonly [text: string, isOne: boolean])[] = [
    ['a', true],
    ['4fQ9_cA-1x', true],
    ['x'.repeat(40), true],
    ['x'.repeat(41), false],
    ['', false],
    ['a b', false],
    ['a\n', false],
    ['ä', false],
  ];

  it('has 1 to 40 characters that are safe in a line', () => {
    for (const [text, isOne] of cases) assert.equal(isKey(text), isOne, text);
  });
});
