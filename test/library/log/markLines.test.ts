import assert from 'node:assert/strict';
import { crc32 } from '../../../src/base/crc32.ts';
import { decodeLines, encodeMark, slicesOf } from '../../../src/library/log/markLines.ts';
import { LAST_STAMP, type Mark } from '../../../src/library/log/marks.ts';
import { flipped } from '../support/random.ts';
import { worked } from '../../support/clock.ts';

const READ: Mark = { kind: 'read', key: '4fQ9cA1x', value: true, stamp: 1_770_000_000_000 };
const STARRED: Mark = { kind: 'starred', key: '_-', value: false, stamp: 1 };
const PLACE: Mark = {
  kind: 'place',
  key: 'B7_x',
  place: { item: '4fQ9cA1x', number: 3, offset: 0.25 },
  stamp: 36,
};
const NOWHERE: Mark = { kind: 'place', key: 'J', place: { item: '', number: 0, offset: 1 / 3 }, stamp: 35 };
const ALL = [READ, STARRED, PLACE, NOWHERE];

/** A line with any content and the right checksum. */
function line(body: string): string {
  return `${body} ${crc32(new TextEncoder().encode(body)).toString(36).padStart(7, '0')}\n`;
}

function encoded(marks: readonly Mark[]): string {
  return marks.map(encodeMark).join('');
}

describe('A mark as a line', () => {
  const cases: readonly (readonly [mark: Mark, line: string])[] = [
    [READ, '~1 ml4kasqo r 4fQ9cA1x 1 1k9ldjd\n'],
    [STARRED, line('~1 1 s _- 0')],
    [PLACE, line('~1 10 p B7_x 4fQ9cA1x 3 0.25')],
    [NOWHERE, line('~1 z p J . 0 0.3333333333333333')],
  ];

  it('is words and a checksum', () => {
    for (const [mark, text] of cases) assert.equal(encodeMark(mark), text);
  });

  it('is the same mark when it is read', () => {
    assert.deepEqual(decodeLines(encoded(ALL)), { marks: ALL, damaged: 0, newer: 0 });
    assert.deepEqual(decodeLines(new TextEncoder().encode(encoded(ALL))).marks, ALL);
  });
});

describe('Lines', () => {
  const [one, two] = [encodeMark(READ), encodeMark(STARRED)];
  const cases: readonly (readonly [what: string, text: string, marks: readonly Mark[], damaged: number])[] = [
    ['none', '', [], 0],
    ['a last one without its newline', one + two.slice(0, -1), [READ, STARRED], 0],
    ['a last one that is torn', one + two.slice(0, -2), [READ], 1],
    ['an empty one', `${one}\n${two}`, [READ, STARRED], 1],
    ['one of NULs', `${one}${'\0'.repeat(512)}`, [READ], 1],
    ['one that is not ours', `${one}hello ~ world\n${two}`, [READ, STARRED], 1],
    ['a newline that became another character', `${one.slice(0, -1)}J${two}`, [READ, STARRED], 1],
    ['a newline that is gone', one.slice(0, -1) + two, [READ, STARRED], 1],
    ['newlines of Windows', (one + two).replaceAll('\n', '\r\n'), [READ, STARRED], 2],
    ['a newline inside', `${one.slice(0, 12)}\n${one.slice(12)}${two}`, [STARRED], 2],
    ['a byte order mark', `\ufeff${one}${two}`, [READ, STARRED], 1],
    ['a small letter made big', two.replace(/[a-z](?=[^a-z]*\n)/, (c) => c.toUpperCase()) + one, [READ], 1],
    ['a version 0', line('~0 1 r a 1'), [], 1],
    ['a version that is no number', line('~x 1 r a 1'), [], 1],
    ['a stamp of 0', line('~1 0 r a 1'), [], 1],
    ['a stamp that no clock has', line(`~1 ${(LAST_STAMP + 10).toString(36)} r a 1`), [], 1],
    ['a kind that there is not', line('~1 1 x a 1'), [], 1],
    ['a value that there is not', line('~1 1 r a 2'), [], 1],
    ['no words', line('~1'), [], 1],
    ['a key that is too long', line(`~1 1 r ${'x'.repeat(41)} 1`), [], 1],
    ['a place without an item', line('~1 1 p a'), [], 1],
    ['a place at no number', line('~1 1 p a b c 0'), [], 1],
    ['a place beyond its item', line('~1 1 p a b 0 1.5'), [], 1],
    ['a place with a wrong item', line('~1 1 p a b~ 0 1'), [], 1],
  ];

  for (const [what, text, marks, damaged] of cases)
    it(`are read as far as they are valid: ${what}`, () => {
      assert.deepEqual(decodeLines(text), { marks, damaged, newer: 0 });
    });

  it('of a later version are counted', () => {
    const text = `${one}${line('~2 anything, with whatever words')}${line('~10')}${two}`;
    assert.deepEqual(decodeLines(text), { marks: [READ, STARRED], damaged: 0, newer: 2 });
  });

  it('reveal each flipped bit, and lose at most one mark by it', () => {
    const bytes = new TextEncoder().encode(encoded(ALL));
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const { marks, damaged, newer } = decodeLines(flipped(bytes, bit));
      assert.deepEqual([damaged > 0, newer, marks.length >= ALL.length - 1], [true, 0, true], `bit ${bit}`);
      // Only marks that were written, each once.
      const rest = ALL.filter((mark) => marks.some(({ key }) => key === mark.key));
      assert.deepEqual(marks, rest, `bit ${bit}`);
    }
  });

  it('that are whole are all read, wherever the file is cut off', () => {
    const text = encoded(ALL);
    for (let length = 0; length <= text.length; length++) {
      // The last newline is optional.
      const whole = ALL.filter((_, i) => encoded(ALL.slice(0, i + 1)).length - 1 <= length);
      assert.deepEqual(decodeLines(text.slice(0, length)).marks, whole, `${length}`);
    }
  });
});

describe('Slices of lines', () => {
  const many = Array.from({ length: 10_000 }, (_, i): Mark => ({ ...READ, key: `k${i}` }));

  it('are cut between lines', () => {
    const bytes = new TextEncoder().encode(encoded(many));
    const slices = [...slicesOf(bytes)];
    assert.ok(slices.length > 4);
    assert.deepEqual(
      slices.flatMap((slice) => decodeLines(slice).marks),
      many,
    );
    assert.ok(slices.every((slice) => decodeLines(slice).damaged === 0));
  });

  it('are one slice if there is no newline', () => {
    const bytes = new Uint8Array(200_000);
    assert.deepEqual([...slicesOf(bytes)], [bytes]);
    assert.deepEqual([...slicesOf(new Uint8Array())], []);
  });

  it('of 100,000 lines are decoded in less than a second, also on a slow machine', () => {
    const bytes = new TextEncoder().encode(encoded(many).repeat(10));
    const begun = worked();
    let count = 0;
    for (const slice of slicesOf(bytes)) count += decodeLines(slice).marks.length;
    assert.equal(count, 100_000);
    assert.ok(worked() - begun < 1000);
  });

  it('that are all damaged take no long time', () => {
    const begun = worked();
    for (const line of ['a', '', '~', '~~']) {
      const bytes = new TextEncoder().encode(`${line}\n`.repeat(200_000));
      let damaged = 0;
      for (const slice of slicesOf(bytes)) damaged += decodeLines(slice).damaged;
      assert.equal(damaged, 200_000);
    }
    assert.ok(worked() - begun < 10_000);
  });
});
