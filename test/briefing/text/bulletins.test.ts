import assert from 'node:assert/strict';
import { bulletinHead, isBulletinCode, withBulletinMarks } from '../../../src/briefing/text/bulletins.ts';
import { drawn, read } from '../support/fixture.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';

const BULLETIN = [
  ...['000', 'FXXX61 KHBR 031145', 'AFDHBR', '', 'Forecast of the Harbour', 'Office of the Winds', ''],
  ...['.Synopsis...', 'A front comes from the west on Wednesday, and brings rain to the bay.', '', '&&', ''],
  ...['.NEAR TERM /UNTIL SIX/...', 'Fog in the harbour until nine. It lifts then.', ''],
];

describe('A bulletin of a weather service', () => {
  it('has its title below its code, and its parts below their names', () => {
    const briefing = read(...BULLETIN);
    assert.equal(briefing.title, 'Forecast of the Harbour');
    assert.deepEqual(drawn(briefing.sections), ['2 Synopsis', '2 NEAR TERM /UNTIL SIX/']);
    assert.equal(readingItems(briefing).at(-1)?.text, 'Fog in the harbour until nine. It lifts then.');
  });

  it('says right below the name of a part when that was written', () => {
    const part = (name: string) => [
      ...[name, 'ISSUED AT 340 AM TUE MAR 3 2026', '', 'FOG IN THE HARBOUR UNTIL NINE.  IT LIFTS THEN.', ''],
    ];
    const parts = ['.SHORT TERM /TODAY/...', '.LONG TERM /UNTIL MONDAY/...', '.AVIATION...03/12Z'];
    const { sections } = read(...BULLETIN.slice(0, 7), ...parts.flatMap(part));
    assert.deepEqual(drawn(sections), ['2 SHORT TERM /TODAY/', '2 LONG TERM /UNTIL MONDAY/', '2 AVIATION']);
  });

  it('has headings with a subtitle, and labels before the text', () => {
    const briefing = read(
      ...['FXXX61 KHBR 031145', 'HWOHBR', '', 'OUTLOOK OF THE HARBOUR', 'OFFICE OF THE WINDS'],
      ...['940 AM GMT TUE MAR 3 2026', '', '.DAY ONE...TODAY AND TONIGHT.', ''],
      ...['.FLOODING...THE CREEK MAY RISE. IT', 'FALLS AT NINE.', '', '.FOG...NONE. IT LIFTS.', ''],
      ...[
        '.DAYS TWO TO SIX...UNTIL SUNDAY.',
        '',
        'THE WIND IS LOW.',
        '',
        '.SPOTTERS...',
        '',
        'NONE ARE NEEDED.',
      ],
    );
    assert.deepEqual([briefing.title, briefing.date], ['OUTLOOK OF THE HARBOUR', '2026-03-03']);
    assert.deepEqual(drawn(briefing.sections), [
      ...['2 DAY ONE...TODAY AND TONIGHT', '2 DAYS TWO TO SIX...UNTIL SUNDAY', '2 SPOTTERS'],
    ]);
    assert.deepEqual(
      briefing.sections[0]?.takeaways.map(({ label, text }) => [label, text]),
      [
        ['FLOODING', 'THE CREEK MAY RISE. IT FALLS AT NINE.'],
        ['FOG', 'NONE. IT LIFTS.'],
      ],
    );
  });

  it('has such labels only below blank lines, and at least two', () => {
    for (const lines of [
      ['.FOG...It lifts.', '', 'More.'],
      ['.FOG...It lifts.', '.RAIN...It goes on.'],
      ['.fog...It lifts.', '', '.Rain ... It goes on.', '', '.net...and more'],
      ['...Fog...It lifts.', '', '.. note:: It lifts.', '', '. Fog ... it lifts.'],
    ])
      assert.equal(withBulletinMarks(lines), lines);
  });

  it('is recognized by the whole form of its code', () => {
    for (const code of ['FXXX61 KHBR 031145', '106 FXXX61 KHBR 031145 AFDHBR', 'FXXX61 KHBR 031145 COR'])
      assert.equal(isBulletinCode(code), true, code);
    for (const words of ['', '106', 'AFDHBR', 'FERRY 61', 'FXXX61 KHBR 031145 and more'])
      assert.equal(isBulletinCode(words), false, words);
  });

  it('has parts with headings of a special form', () => {
    assert.equal(bulletinHead('.Fire Weather...'), 'Fire Weather');
    assert.equal(bulletinHead('.AVIATION...03/12Z'), 'AVIATION');
    for (const line of [
      '...',
      '.net ...',
      '.Ferry...9 of 10',
      'Wait...',
      '.Synopsis...A front comes',
      '. . .',
    ])
      assert.equal(bulletinHead(line), undefined, line);
  });
});
