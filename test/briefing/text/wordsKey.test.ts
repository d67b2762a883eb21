import fc from 'fast-check';
import assert from 'node:assert/strict';
import { briefingKey, takeawayKey, wordsKey } from '../../../src/briefing/text/wordsKey.ts';
import { keysOf } from '../../../src/library/outline.ts';
import { allTakeaways, read, takeawayOf } from '../support/fixture.ts';

/** Rows of texts that have the same key. */
const SAME: readonly (readonly [about: string, ...texts: readonly string[]])[] = [
  [
    'marks',
    'Tugs — two are back.',
    '**Tugs:** two are back',
    'Tugs: *two* are `back`!',
    '_Tugs_, (two) are "back"',
  ],
  ['quotation marks', 'The “quay’s” end', `The "quay's" end`, 'The «quay’s» end', 'The „quay‘s“ end'],
  ['accents that stand alone, as quotation marks', 'the quay´s end', 'the quay’s end', 'the quay`s end'],
  ['lists, headings, quotations', 'Tugs', '- Tugs', '* Tugs', '## Tugs', '## Tugs ##'],
  [
    'emoji',
    'Tugs are back',
    'Tugs are back ✅',
    '🚢 Tugs are back',
    '🇪🇺 Tugs 👩‍👩‍👧 are 🏴󠁧󠁢󠁳󠁣󠁴󠁿 back 👍🏽',
    '⚔️Tugs⚔are back',
  ],
  [
    'emoji that are letters in another form',
    'Tugs are back',
    'ℹ️ Tugs are back',
    'Ⓜ️ Tugs are back ㊗️',
    '🈁 Tugs are back',
  ],
  ['keycaps', 'Tugs are back', '1️⃣ Tugs are back', '#️⃣ Tugs are back'],
  [
    'spacing',
    'two tugs',
    ' two\t tugs ',
    'two\n\ntugs',
    'two\u00a0tugs',
    'two\u2003tugs',
    'two\r\ntugs',
    'two\u3000tugs',
  ],
  ['case', 'Two TUGS', 'two tugs', 'TWO tUGS', 'two tugs'],
  ['case beyond ASCII', 'ÉTÉ ΟΔΟΣ ДЕНЬ', 'été οδος день'],
  ['how letters are composed', 'café', 'cafe\u0301', 'CAFE\u0301'],
  ['how signs are composed', '\u21ae', '\u2194\u0338'],
  ['how marks are composed', '\u1fed', '\u00a8\u0300'],
  ['widths', 'ABC 12 ガ', 'ＡＢＣ　１２　ｶﾞ', 'abc 12 カ\u3099'],
  ['ligatures', 'office', 'oﬃce'],
  ['what shows nothing', 'harbour', 'har\u00adbour', 'har\u200bbour', '\ufeffharbour', 'har\u2060bour\u200e'],
  ['thousands', '1,000 tugs', '1 000 tugs', '1\u202f000 tugs', '1.000 tugs'],
  ['hyphens', 'Covid-19', 'Covid 19', 'Covid–19', 'Covid‑19'],
  ['dashes in front of a word', 'the tugs', '-the tugs', '— the tugs', '– the tugs'],
  ['Chinese marks', '港口：关闭。', '港口 关闭', '**港口**、关闭！'],
  [
    'right-to-left marks',
    'الميناء مغلق',
    '\u200fالميناء مغلق\u200f',
    '\u202bالميناء، مغلق\u202c!',
    '«الميناء» مغلق؟',
  ],
  ['Hebrew marks', 'הנמל סגור', 'הנמל: סגור.', '\u2067הנמל סגור\u2069'],
];

/** Rows of texts that all have different keys. */
const DIFFERENT: readonly (readonly [about: string, ...texts: readonly string[]])[] = [
  ['words', 'two tugs', 'two tug', 'three tugs', 'tugs', 'two tugs are back', 'twotugs'],
  ['order', 'man bites dog', 'dog bites man'],
  ['signs', 'down 5', 'down -5', 'down +5'],
  ['signs at the start', '-5 degrees', '5 degrees'],
  ['numbers', '1.5', '15', '1.6', '51'],
  ['per cent', '5', '5 %', '5 ‰'],
  ['currencies', '5', '$5', '€5', '£5', '¥5', '₿5'],
  ['relations', '5 6', '5 > 6', '5 < 6', '5 = 6', '5 + 6'],
  ['accents', 'pêche', 'péché', 'peche'],
  ['emoji alone', '✅', '❌', '⚠️'],
  ['marks alone', '?!', '!?', '…', ''],
  ['scripts', '港口', '港囗', '항구', 'الميناء', 'הנמל'],
];

const letters = [
  'tugs',
  'Two',
  'É',
  '字',
  '港口',
  'الميناء',
  'הנמל',
  '-5',
  '3,5',
  '7%',
  '€',
  'x2',
  'ß',
  'カ',
];
const emoji = ['🤝', '⚔️', '🇪🇺', '👩‍👩‍👧', '👍🏽', '1️⃣', 'ℹ️', '🈁', '㊙️', 'Ⓜ️', '❤', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'];
const marks = [
  '*',
  '**',
  '_',
  '`',
  '#',
  ':',
  '.',
  ',',
  '!',
  '?',
  '…',
  '(',
  ')',
  '[',
  ']',
  '"',
  '“',
  '’',
  '«',
  '—',
  '·',
  '、',
  '。',
  '؟',
];
const spaces = [' ', '\t', '\n', '\u00a0', '\u2003', '\u3000'];

/** A separator of two words without a meaning: a space, with any other such characters around it. */
const gap = fc
  .tuple(
    fc.array(fc.constantFrom(...emoji, ...marks, ...spaces, '\u200b', '\u200f'), { maxLength: 4 }),
    fc.constantFrom(...spaces),
    fc.constantFrom('', ...emoji, ...spaces, '**', '“', '\u200e'),
  )
  .map(([before, space, behind]) => before.join('') + space + behind);

describe('The key of a text', () => {
  it('is the same with any formatting', () => {
    for (const [about, first, ...others] of SAME)
      for (const other of others) assert.equal(wordsKey(other), wordsKey(first ?? ''), `${about}: ${other}`);
  });

  it('differs for other words, signs and units', () => {
    for (const [about, ...texts] of DIFFERENT)
      assert.equal(new Set(texts.map(wordsKey)).size, texts.length, about);
  });

  it('is the same with emoji, punctuation and spaces between any words', () => {
    const words = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, fc.array(gap, { minLength: 9, maxLength: 9 }), (all, gaps) => {
        const dressed = all.map((word, i) => (gaps[i] ?? '') + word).join('') + (gaps[8] ?? '');
        assert.equal(wordsKey(dressed), wordsKey(all.join(' ')));
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same in any Unicode normalization', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const form of ['NFC', 'NFD'] as const)
          assert.equal(wordsKey(text.normalize(form)), wordsKey(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('differs by a word more or less', () => {
    const words = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, fc.nat(), (all, at) => {
        const fewer = all.filter((_, i) => i !== at % all.length);
        assert.notEqual(wordsKey(fewer.join(' ')), wordsKey(all.join(' ')));
      }),
    );
  });

  it('is the same from the ASCII path and from the general one', () => {
    const signs = fc.string({
      unit: fc.constantFrom('a', 'B', '5', '-', ' ', '%', '$', '+', '.', '_'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: 'grapheme-ascii' })), (text) => {
        fc.pre(/[a-z\d$%+<=>|~]/i.test(text));
        // An invisible character that is not ASCII.
        assert.equal(wordsKey(`${text}\u200b`), wordsKey(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('exists for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.match(wordsKey(text), /^[\w-]{12}$/);
      }),
    );
  });
});

describe('The key of a takeaway', () => {
  it('is made from its label and its text, whatever is between them', () => {
    const key = takeawayKey(takeawayOf('**Quay:** closed for *good* 🚧'));
    assert.equal(key, wordsKey('quay closed for good'));
    for (const same of ['Quay: closed for good', '**Quay** — closed for good.', 'Quay closed for good'])
      assert.equal(takeawayKey(takeawayOf(same)), key, same);
    for (const other of ['**Quay:** open for good', '**Dock:** closed for good', 'closed for good'])
      assert.notEqual(takeawayKey(takeawayOf(other)), key, other);
  });

  it('does not depend on link targets and citations', () => {
    const keyOf = (item: string) => {
      const sources = ['', '## Sources', '', '1. One', '2. Two', '', '[^1]: A note.'];
      const [first] = allTakeaways(read('# T', '## A', `- ${item}`, ...sources));
      assert.ok(first);
      return takeawayKey(first);
    };
    const key = keyOf('The [quay](https://a.example/1) is closed');
    for (const same of [
      'The [quay](https://b.example/other "hint") is closed',
      'The quay is closed [1]',
      'The quay is closed [2]',
      'The quay[^1] is closed',
      'The **quay** is ~~closed~~',
    ])
      assert.equal(keyOf(same), key, same);
    assert.notEqual(keyOf('The [dock](https://a.example/1) is closed'), key);
  });
});

describe('The key of a briefing', () => {
  it('is made from its title and date', () => {
    const key = briefingKey({ title: 'Harbour news', date: '2026-03-04' });
    assert.equal(briefingKey({ title: '⚓ *Harbour* NEWS!', date: '2026-03-04' }), key);
    for (const other of [
      { title: 'Harbour news', date: '2026-03-05' },
      { title: 'Harbour news' },
      { title: 'Harbour', date: '2026-03-04' },
    ])
      assert.notEqual(briefingKey(other), key);
    assert.equal(briefingKey({ title: 'Harbour news' }), wordsKey('harbour news'));
  });

  it('does not depend on its text, which has keys of its own', () => {
    const [one, two] = [read('# T', 'Fog.'), read('# T', 'Rain.')];
    assert.equal(briefingKey(one), briefingKey(two));
    assert.notDeepEqual(keysOf(one), keysOf(two));
    assert.deepEqual(keysOf(read('# T', '', 'The [fog](https://a.example) **lifts** ✅')), [
      wordsKey('T the fog lifts'),
    ]);
  });
});
