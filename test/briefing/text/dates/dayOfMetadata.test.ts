import assert from 'node:assert/strict';
import { dayOfMetadata } from '../../../../src/briefing/text/dates/dayOfMetadata.ts';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';

describe('The day in metadata', () => {
  it('may be written as in a text, as in a mail, or as a timestamp', () => {
    const cases: readonly (readonly [value: string, day: string | undefined])[] = [
      ['2026-03-03T07:00:00Z', '2026-03-03'],
      ['March 2026', '2026-03-01'],
      ['Wed, 1 Jul 92 02:34:48 CDT', '1992-07-01'],
      ['3 Mar 26 07:00', '2026-03-03'],
      ['3-Mar-26 07:00:00', '2026-03-03'],
      ['Sun, 18 Apr 93 3:41:00 EST', '1993-04-18'],
      ['1772521200', '2026-03-03'],
      ['1772521200000', '2026-03-03'],
      ['32 Mar 26 07:00', undefined],
      ['3 Mar 26', undefined],
      ['17725212', undefined],
      ['Wednesday', undefined],
    ];
    for (const [value, day] of cases) assert.equal(dayOfMetadata(value), day, value);
  });

  it('is the date of the briefing', () => {
    const date = (...lines: string[]) => parseBriefing(lines.join('\n'), 'x.md').date;
    assert.equal(date('Subject: Ferries', 'Date: Tue, 3 Mar 26 07:00:00 GMT', '', 'It stops.'), '2026-03-03');
    assert.equal(date('---', 'title: Ferries', 'date: 1772521200000', '---', 'It stops.'), '2026-03-03');
  });
});
