import assert from 'node:assert/strict';
import { compactDay } from '../../../../src/briefing/text/dates/compactDay.ts';
import { findDate } from '../../../../src/briefing/text/dates/date.ts';
import { read } from '../../support/fixture.ts';

describe('A date with spaces', () => {
  it('is a day if no other number is beside it', () => {
    for (const words of ['2026 03 03', 'Ferries 2026 03 03', '2026 03 03: ferries'])
      assert.equal(findDate(words), '2026-03-03', words);
    for (const words of [
      '+49 2026 03 03',
      '12 2026 03 03',
      '2026 03 03 12',
      '2026 13 03',
      '3026 03 03',
      '2026 3 3',
    ])
      assert.equal(findDate(words), undefined, words);
  });
});

describe('Eight digits in a title', () => {
  it('are its date at the start or end', () => {
    assert.equal(compactDay('20260303 Harbour news'), '2026-03-03');
    assert.equal(compactDay('港口日报20260303'), '2026-03-03');
    assert.equal(read('# 20260303 Harbour news', '', 'Words.').date, '2026-03-03');
  });

  it('are not a date between other words, or if no calendar has it', () => {
    for (const title of ['News of 20260303 and more', '20261303 News', '120260303 News', 'News'])
      assert.equal(compactDay(title), undefined, title);
  });
});
