import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LAST_STAMP, type Mark } from '../../../src/library/log/marks.ts';
import { decodeMarks, encodeMarks } from '../../../src/library/log/settingsSyncFormat.ts';

function mark(kind: 'read' | 'starred', key: string, stamp: number, value = true): Mark {
  return { kind, key, value, stamp };
}

const [A, B] = [mark('starred', 'a', 1000), mark('starred', 'b', 900)];
const C = mark('starred', 'c', 1500, false);
const [D, E, F] = [mark('read', 'd', 2000), mark('read', 'e', 1990, false), mark('read', 'f', 10)];
const PLACE: Mark = { kind: 'place', key: 'p', place: { item: '', number: 0, offset: 0 }, stamp: 5 };

function keys(marks: readonly Mark[]): string {
  return marks.map(({ key }) => key).join('');
}

describe('Marks for Settings Sync', () => {
  it('are one short text: stars first, then the latest reads, and no places', () => {
    const value = encodeMarks([F, E, PLACE, D, C, B, A], 1000);
    assert.deepEqual(value, { version: 1, marks: '*a,-rs*b,2s/c,-go+d,-dw.e,a+f,1j0' });
    assert.deepEqual(decodeMarks(value), [A, B, C, D, E, F]);
  });

  it('fit into the limit, with the oldest reads left out first', () => {
    const all = [A, B, C, D, E, F];
    const size = (marks: readonly Mark[]) => JSON.stringify(encodeMarks(marks, 1000)).length;
    for (let count = 0; count <= all.length; count++) {
      const least = size(all.slice(0, count));
      assert.equal(keys(decodeMarks(encodeMarks(all, least))), 'abcdef'.slice(0, count));
      if (count > 0)
        assert.equal(keys(decodeMarks(encodeMarks(all, least - 1))), 'abcdef'.slice(0, count - 1));
    }
    assert.deepEqual(encodeMarks(all, 0), { version: 1, marks: '' });
  });

  it('take about 16 bytes each', () => {
    const marks = Array.from({ length: 1000 }, (_, i) =>
      mark('read', `k${String(i).padStart(9, '0')}`, 1_770_000_000_000 + i * 60_000),
    );
    const length = JSON.stringify(encodeMarks(marks, 1e6)).length / 1000;
    assert.ok(length > 14 && length < 17, `${length}`);
  });

  const malformed: readonly (readonly [what: string, value: unknown, keys: string])[] = [
    ['nothing', undefined, ''],
    ['null', null, ''],
    ['a text', 'x', ''],
    ['no marks', { version: 1 }, ''],
    ['no version', { marks: '*a,-1' }, ''],
    ['a later version', { version: 2, marks: '*a,-1' }, ''],
    ['marks that are no text', { version: 1, marks: ['*a,-1'] }, ''],
    ['a torn end', { version: 1, marks: '*a,-1+b' }, 'a'],
    ['something between', { version: 1, marks: '*a,-1 +b,0' }, 'a'],
    ['a sign that there is not', { version: 1, marks: '*a,-1?b,0' }, 'a'],
    ['a key that is too long', { version: 1, marks: `*a,-1+${'x'.repeat(41)},0` }, 'a'],
    ['a stamp of 0', { version: 1, marks: '*a,-1+b,1' }, 'a'],
    [
      'a stamp that no clock has',
      { version: 1, marks: `*a,-1+b,-${LAST_STAMP.toString(36)}+c,${'z'.repeat(999)}` },
      'a',
    ],
    ['a first stamp that is missing', { version: 1, marks: '*a,1' }, ''],
  ];

  for (const [what, value, expected] of malformed)
    it(`that are malformed are read as far as possible: ${what}`, () => {
      assert.equal(keys(decodeMarks(value)), expected);
    });

  it('are the same when they are read', () => {
    const stamp = fc.integer({ min: 1, max: LAST_STAMP });
    const marks = fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom('read' as const, 'starred' as const),
        key: fc.stringMatching(/^[0-9A-Za-z_-]{1,40}$/),
        value: fc.boolean(),
        stamp,
      }),
      { selector: ({ kind, key }) => `${kind} ${key}` },
    );
    const sorted = (list: readonly Mark[]) => list.map((one) => JSON.stringify(one)).sort();
    fc.assert(
      fc.property(marks, (list) => {
        const value: unknown = JSON.parse(JSON.stringify(encodeMarks(list, 1e6)));
        assert.deepEqual(sorted(decodeMarks(value).map(plain)), sorted(list.map(plain)));
      }),
    );
  });
});

/** With its properties in a fixed order. */
function plain(one: Mark): Mark {
  return one.kind === 'place' ? one : { kind: one.kind, key: one.key, value: one.value, stamp: one.stamp };
}
