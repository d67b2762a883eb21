import assert from 'node:assert/strict';
import { compareStrings } from '../../src/base/compareStrings.ts';
import { directionOf, directionOfOwn } from '../../src/base/direction.ts';
import { escapeHtml, when } from '../../src/base/escapeHtml.ts';
import { fill } from '../../src/base/fill.ts';
import { formatTime, formatTimeLeft } from '../../src/base/formatTime.ts';
import { Hash } from '../../src/base/hash.ts';
import { hasWord } from '../../src/base/hasWord.ts';
import { isRecord } from '../../src/base/isRecord.ts';
import { joinBytes } from '../../src/base/joinBytes.ts';
import { joinFilled } from '../../src/base/joinFilled.ts';
import { parseJson } from '../../src/base/parseJson.ts';
import { parseUrl } from '../../src/base/parseUrl.ts';
import { ellipsizeAtWord } from '../../src/base/shorten.ts';
import { inSingleSpaces, tidy, withoutControls } from '../../src/base/tidy.ts';

const HEBREW = 'שלום';
const FORMATS = { minutes: '{0} min', hours: '{0} h' };

/** What each function makes of a value, in pairs. */
const CASES: Readonly<Record<string, () => readonly (readonly [actual: unknown, expected: unknown])[]>> = {
  'Texts are in the order of their UTF-16 units': () => [
    [['b', 'a', 'Z', 'ä', 'a'].sort(compareStrings), ['Z', 'a', 'a', 'b', 'ä']],
    [compareStrings('a', 'a'), 0],
  ],
  'The direction of a text is that of its first letter, or of most letters': () => [
    [directionOf('Ann'), 'auto'],
    [directionOf('123'), 'auto'],
    [directionOf(`1. ${HEBREW} Ann Ann Ann`), 'rtl'],
    [directionOf(`Ann ${HEBREW}`), 'rtl'],
    [directionOf(`Anna ${HEBREW}`), 'auto'],
    // The browser sees these letters first itself.
    [directionOfOwn(HEBREW), 'auto'],
    [directionOfOwn(`Ann ${HEBREW}`), 'rtl'],
    [directionOfOwn(`Ann ${'שלום '.repeat(100)}${'Ann '.repeat(1000)}`), 'rtl'],
    [directionOfOwn(`${'Ann '.repeat(125)}${'שלום '.repeat(1000)}`), 'auto'],
    [directionOfOwn('Ann'), 'auto'],
  ],
  'HTML shows the text': () => [
    [escapeHtml(`<a title="x">'&amp;'`), '&#60;a title=&#34;x&#34;&#62;&#39;&#38;amp;&#39;'],
    [
      [when(true, ' hidden'), when(false, ' hidden')],
      [' hidden', ''],
    ],
  ],
  'Placeholders are filled, and stay if there is no value': () => [
    [fill('{1} of {0}, {0}, {2}, {x}', 7, 'three'), 'three of 7, 7, {2}, {x}'],
  ],
  'Times are in minutes, and in hours from two on': () => [
    [
      [0, 29, 90, 119 * 60, 120 * 60, 150 * 60].map((seconds) => formatTime(FORMATS, seconds)),
      ['1 min', '1 min', '2 min', '119 min', '2 h', '3 h'],
    ],
    [[-1, 0, 1, 600].map((seconds) => formatTimeLeft(FORMATS, seconds)), ['', '', '1 min', '10 min']],
  ],
  'A word has a letter or a digit': () => [
    [['— …', '', 'é', '٣', '(a)', '_'].map(hasWord), [false, false, true, true, true, false]],
  ],
  'What others sent is a value or nothing': () => [
    [[null, 'a', undefined, {}, []].map(isRecord), [false, false, false, true, true]],
    [['{"a":[1]}', '{', ''].map(parseJson), [{ a: [1] }, undefined, undefined]],
    [
      [parseUrl('/b', 'https://a.example')?.href, parseUrl('/b'), parseUrl('https://a.example/ü')?.href],
      ['https://a.example/b', undefined, 'https://a.example/%C3%BC'],
    ],
  ],
  'Pieces are joined': () => [
    [joinFilled(['Gazette', '', undefined, false, 'May'], ' · '), 'Gazette · May'],
    [[...joinBytes([new Uint8Array([1, 2]), new Uint8Array(), new Uint8Array([3])])], [1, 2, 3]],
  ],
  'A text is cut after a word if one ends near the limit': () => [
    [ellipsizeAtWord('Harbour opens', 13), 'Harbour opens'],
    [ellipsizeAtWord('Harbour opens', 12), 'Harbour…'],
    [ellipsizeAtWord('Harbour', 5), 'Harb…'],
    [ellipsizeAtWord(`a ${'b'.repeat(60)}`, 50), `a ${'b'.repeat(47)}…`],
  ],
  'A tidy text has single spaces, and no controls or hidden characters': () => [
    [tidy(' Ferry\n  stops '), 'Ferry stops'],
    [tidy('Ferry  stops   here'), 'Ferry stops here'],
    [tidy('Ferry\u00a0stops\u2003\u2028here'), 'Ferry stops here'],
    [tidy('a\u001b[31mb\u0000\u007f\u0085c'), 'a[31mbc'],
    [tidy('a\fb\vc\rd'), 'a b c d'],
    [tidy('ad\u200bmin'), 'ad[U+200B]min'],
    [tidy('x\u{e0041}'), 'x[U+E0041]'],
    [tidy('Grüße – 東京 🚢'), 'Grüße – 東京 🚢'],
    [inSingleSpaces('\ta \n b '), 'a b'],
    [withoutControls('a\tb\nc\u0007'), 'a\tb\nc'],
  ],
  'A hash as a key or a number stays the same in every version, because stored data depends on it': () => [
    [new Hash().addText('Harbour').toKey(), 'eQvnO0g9IRu3'],
    [
      new Hash()
        .addUnits(
          Uint16Array.from('Harbours', (unit) => unit.charCodeAt(0)),
          7,
        )
        .toKey(),
      'eQvnO0g9IRu3',
    ],
    [new Hash().addText('Harbour').toNumber(), 3_697_013_774_849_704],
  ],
};

describe('In base', () => {
  for (const [title, cases] of Object.entries(CASES))
    it(title, () => {
      for (const [actual, expected] of cases()) assert.deepEqual(actual, expected);
    });
});
