import assert from 'node:assert/strict';
import { decodeEncodedWords } from '../../../../src/briefing/text/bytes/encodedWords.ts';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';

describe('An encoded word', () => {
  it('is decoded by its charset and its encoding', () => {
    const cases: readonly (readonly [value: string, words: string])[] = [
      ['=?utf-8?Q?Caf=C3=A9?=', 'Café'],
      ['=?UTF-8?q?Caf=c3=a9_au_lait?=', 'Café au lait'],
      ['=?utf-8?Q?a=5Fb?=', 'a_b'],
      ['=?utf-8?B?Q2Fmw6k=?=', 'Café'],
      ['=?utf-8?b?Q2Fmw6k?=', 'Café'],
      ['=?iso-8859-1?Q?Caf=E9?=', 'Café'],
      ['=?iso-8859-1*fr?Q?Caf=E9?=', 'Café'],
      ['=?windows-1252?Q?=93Late=94_=96_=80_5?=', '“Late” – € 5'],
      ['=?iso-8859-1?Q?it=92s?=', 'it’s'],
      ['=?gb2312?B?xOO6ww==?=', '你好'],
      ['=?utf-8?Q??=', ''],
      ['Re: =?utf-8?Q?a?= (=?utf-8?Q?b?=)', 'Re: a (b)'],
    ];
    for (const [value, words] of cases) assert.equal(decodeEncodedWords(value), words, value);
  });

  it('is joined to another encoded word without the space between, but not to other words', () => {
    assert.equal(decodeEncodedWords('=?utf-8?Q?a?= =?utf-8?Q?b?='), 'ab');
    assert.equal(decodeEncodedWords('=?utf-8?Q?a?= \t  =?utf-8?B?Yg==?='), 'ab');
    assert.equal(decodeEncodedWords('=?utf-8?Q?a_?= =?utf-8?Q?b?='), 'a b');
    assert.equal(decodeEncodedWords('=?utf-8?Q?a?= b =?utf-8?Q?c?='), 'a b c');
    assert.equal(decodeEncodedWords('=?utf-8?B?8J+k?= =?UTF-8?B?nQ==?='), '🤝');
    assert.equal(decodeEncodedWords('=?iso-8859-1?Q?=E9?= =?utf-8?Q?=C3=A9?='), 'éé');
  });

  it('stays as it is if it is invalid', () => {
    for (const value of [
      '=?utf-8?Q?Caf=E9?=', // no UTF-8
      '=?no-charset?Q?a?=',
      '=?utf-8?B?%%?=', // no Base64
      '=?utf-8?X?a?=',
      '=?utf-8?Q?a b?=',
      '=?utf-8?Q?a?',
      'a = b? c',
      'a ?= =? b',
      '=?utf-8?Q?字?=',
      '',
    ]) {
      assert.equal(decodeEncodedWords(value), value);
    }
    assert.equal(decodeEncodedWords('=?utf-8?Q?a=ZZ?='), 'a=ZZ');
  });

  it('is decoded in a mail’s subject', () => {
    const mail = (subject: string) => `Subject: ${subject}\nDate: 3 Mar 2026\n\nIt struck.\n`;
    assert.equal(parseBriefing(mail('=?utf-8?Q?Caf=C3=A9?=\n =?utf-8?Q?_Lumen?='), '').title, 'Café Lumen');
    assert.equal(parseBriefing(mail('=?utf-8?Q?=E2=80=AEa?='), '').title, '[U+202E]a');
    assert.equal(parseBriefing(`---\ntitle: "=?utf-8?Q?a?="\n---\n\nb`, '').title, '=?utf-8?Q?a?=');
  });
});
