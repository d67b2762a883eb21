import assert from 'node:assert/strict';
import { findDate } from '../../../../src/briefing/text/dates/date.ts';

describe('The name of a month', () => {
  it('is known in many languages', () => {
    for (const text of [
      '3 martie 2026',
      '3 de març de 2026',
      '3. maaliskuuta 2026',
      '2026. március 3.',
      '3 Μαρτίου 2026',
      '3 במרץ 2026',
      '3 มีนาคม 2569',
      'ngày 3 tháng 3 năm 2026',
      '3 maret 2026',
      '3. marts 2026',
      '3 maart 2026',
      '3 mars 2026',
    ])
      assert.equal(findDate(text), '2026-03-03', text);
    for (const text of ['3 tháng năm 2026', '3 . 2026', '3 maaliskuu'])
      assert.equal(findDate(text), undefined, text);
  });

  it('of Iran’s calendar has another year, as have numbers with such a year first', () => {
    for (const [text, date] of [
      ['سه‌شنبه ۱۲ اسفند ۱۴۰۴', '2026-03-03'],
      ['۱۴۰۴/۱۲/۱۲', '2026-03-03'],
      ['1399-12-30', '2021-03-20'],
      ['1400/01/01', '2021-03-21'],
      ['1404-07-31', undefined],
      ['1404-13-01', undefined],
      ['1447-09-14', '1447-09-14'],
      ['12 March 1404', '1404-03-12'],
      ['12 اسفند 2026', undefined],
      ['اسفند 2026', undefined],
    ] as const)
      assert.equal(findDate(text), date, text);
  });
});
