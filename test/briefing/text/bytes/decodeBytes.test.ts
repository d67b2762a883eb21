import assert from 'node:assert/strict';
import { decodeBytes } from '../../../../src/briefing/text/bytes/decodeBytes.ts';
import { show, slice } from '../../support/ranges.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), order === 'little');
  return new Uint8Array(view.buffer);
}

describe('The text of a file', () => {
  const text = 'Zürich → 東京 🤝\r\nb\n';
  const cases: readonly (readonly [about: string, bytes: Uint8Array, text: string])[] = [
    ['UTF-8', utf8(text), text],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${text}`), text],
    ['UTF-16, the low byte first', utf16(`\ufeff${text}`, 'little'), text],
    ['UTF-16, the high byte first', utf16(`\ufeff${text}`, 'big'), text],
    ['nothing', bytes(), ''],
    ['a byte order mark alone', bytes(0xef, 0xbb, 0xbf), ''],
    ['a replacement character of its own', utf8('a\ufffdb'), 'a\ufffdb'],
    ['a NUL among its characters', utf8('a\0b c d'), 'ab c d'],
    [
      'a pasted line of two bytes a character',
      utf8('Sent on Monday:\nA\0b\0c\0\n'),
      'Sent on Monday:\nAbc\n',
    ],
    ['a terminal’s colours', utf8('\u001b[31mred\u001b[0m\f\n'), '\u001b[31mred\u001b[0m\f\n'],
    ['a NUL far behind the beginning', utf8(`${'a'.repeat(9000)}\0`), 'a'.repeat(9000)],
  ];

  it('is decoded from UTF-8 and UTF-16', () => {
    for (const [about, from, expected] of cases) {
      assert.deepEqual(decodeBytes(from), { kind: 'text', text: expected, problems: [] }, about);
    }
  });

  it('is rejected if there are many null characters near the start, or one in invalid UTF-8', () => {
    for (const from of [
      bytes(0),
      utf8('a\0b'),
      bytes(0xe9, ...utf8('cole'), 0, ...utf8('et la suite')),
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0),
      utf16('ab', 'little'),
      // UTF-32, which begins as UTF-16 does.
      new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]),
      utf8(`\u007fELF${'\u0001'.repeat(200)}`),
    ]) {
      assert.deepEqual(decodeBytes(from), { kind: 'binary' });
    }
  });
});

describe('Invalid UTF-8', () => {
  const cases: readonly (readonly [about: string, bytes: Uint8Array, text: string, range: string])[] = [
    ['an é of one byte', bytes(0x61, 0xe9, 0x62), 'aéb', '[0, 1)–[0, 2)'],
    ['in the first place', bytes(0xff), 'ÿ', '[0, 0)–[0, 1)'],
    ['on a later line', bytes(0x61, 0x0d, 0x0a, 0x0a, 0xe9), 'a\r\n\né', '[2, 0)–[2, 1)'],
    ['cut off at the end', bytes(0x61, 0xf0, 0xbf, 0xbf), 'að¿¿', '[0, 1)–[0, 2)'],
    ['two of them', bytes(0xe9, 0x20, 0xe9), 'é é', '[0, 0)–[0, 1)'],
    ['behind a character of two bytes', bytes(0xc3, 0xa9, 0xe9), 'Ã©é', '[0, 2)–[0, 3)'],
    ['behind a replacement character', bytes(0xef, 0xbf, 0xbd, 0x0a, 0x61, 0xe9), 'ï¿½\naé', '[1, 1)–[1, 2)'],
    ['behind a byte order mark', bytes(0xef, 0xbb, 0xbf, 0x61, 0xe9), 'ï»¿aé', '[0, 4)–[0, 5)'],
  ];

  it('is decoded as letters of windows-1252, but not its controls', () => {
    const decoded = decodeBytes(bytes(0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0x80, 0xe9));
    assert.equal(decoded.kind === 'text' && decoded.text, '“A” – €é');
  });

  it('is decoded as windows-1252, with a problem at the first invalid byte', () => {
    for (const [about, from, text, range] of cases) {
      const decoded = decodeBytes(from);
      assert.ok(decoded.kind === 'text', about);
      assert.equal(decoded.text, text, about);
      assert.deepEqual(
        decoded.problems.map((problem) => [problem.code, show(problem.range)]),
        [['undecodable', range]],
        about,
      );
    }
  });

  it('has a problem that points at the right bytes', () => {
    const decoded = decodeBytes(bytes(...utf8('Où? À côté.\nDéjà '), 0xe9, 0x21));
    assert.ok(decoded.kind === 'text');
    assert.deepEqual(
      decoded.problems.map(({ range }) => slice(decoded.text, range)),
      ['é'],
    );
  });
});

describe('UTF-16 that is cut off', () => {
  it('has a problem', () => {
    for (const from of [bytes(0xff, 0xfe, 0x61, 0x00, 0x62), bytes(0xfe, 0xff, 0x00, 0x61, 0xd8, 0x3c)]) {
      const decoded = decodeBytes(from);
      assert.ok(decoded.kind === 'text');
      assert.equal(decoded.text[0], 'a');
      const [{ message } = { message: '' }, ...others] = decoded.problems;
      assert.match(message, /^The file is not valid UTF-8 or UTF-16\. It is read as UTF-16,/);
      assert.deepEqual(others, []);
    }
  });
});
