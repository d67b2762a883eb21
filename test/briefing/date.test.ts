import assert from 'node:assert/strict';
import { findDate, isDateline } from '../../src/briefing/date.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';

type Case = readonly [input: string, expected: string | undefined];

describe('A date', () => {
  const cases: readonly Case[] = [
    ['2025-08-19', '2025-08-19'],
    ['2025_08_19', '2025-08-19'],
    ['2025.08.19', '2025-08-19'],
    ['2025/08/19', '2025-08-19'],
    ['2025-08-19T23:59:00+14:00', '2025-08-19'],
    ['News of 2025-08-19, late', '2025-08-19'],
    ['August 19, 2025', '2025-08-19'],
    ['August 19 2025', '2025-08-19'],
    ['Aug. 9th, 2025', '2025-08-09'],
    ['aug 1st 2025', '2025-08-01'],
    ['19 August 2025', '2025-08-19'],
    ['2nd of May', undefined],
    ['2nd May 2026', '2026-05-02'],
    ['3rd Sep. 2026', '2026-09-03'],
    ['29 February 2024', '2024-02-29'],
    ['29 February 2025', undefined],
    ['31 June 2026', undefined],
    ['2026-13-01', undefined],
    ['2026-00-10', undefined],
    ['2026-1-2', undefined],
    ['12026-01-02', undefined],
    ['2026-01-023', undefined],
    ['19.8.2025', '2025-08-19'],
    ['06-04-2025', '2025-04-06'],
    ['05/23/2025', '2025-05-23'],
    ['23/23/2025', undefined],
    ['1.2.3.2025', '2025-03-02'],
    ['2026-W10', '2026-03-02'],
    ['2026w10', '2026-03-02'],
    ['Week of 2026-W01', '2025-12-29'],
    ['2027-W01', '2027-01-04'],
    ['2020-W53', '2020-12-28'],
    ['2025-W53', undefined],
    ['2026-W00', undefined],
    ['2026-W54', undefined],
    ['2026-W100', undefined],
    ['March 2026', undefined],
    ['marching 3, 2026', undefined],
    ['', undefined],
    ['no date', undefined],
  ];

  it('is found in the ways that it is written', () => {
    for (const [text, date] of cases) assert.equal(findDate(text), date, text);
  });

  it('is the first one of several, and the first that is in the calendar', () => {
    assert.equal(findDate('3 March 2026, corrected on 2026-03-05'), '2026-03-03');
    assert.equal(findDate('1 May 2026 to June 2, 2026'), '2026-05-01');
    assert.equal(findDate('2026-13-45 or rather 3 March 2026'), '2026-03-03');
  });
});

describe('A dateline', () => {
  it('says little more than a date', () => {
    for (const line of [
      '3 March 2026',
      'Dublin, 3rd March 2026 —',
      '*Tuesday, March 3, 2026*',
      '2026-03-03',
    ]) {
      assert.equal(isDateline(line), true, line);
    }
    for (const line of ['', 'Dublin', 'On 3 March 2026 the ministers of the seven towns met again.']) {
      assert.equal(isDateline(line), false, line);
    }
  });
});

describe('The date of a briefing', () => {
  const cases: readonly (readonly [text: string, fileName: string, date: string | undefined])[] = [
    ['---\ndate: 2026-01-01\n---\n# Title\n\n3 January 2026\n', '2026-01-02.md', '2026-01-01'],
    ['---\ndate: 2026-01-01T08:00:00Z\n---\n', '', '2026-01-01'],
    ['---\ndate: January 1, 2026\n---\n', '', '2026-01-01'],
    ['---\ndate: soon\n---\n# Title\n\n3 January 2026\n', '2026-01-02.md', '2026-01-02'],
    ['# Title\n\n3 January 2026\n', '2026-01-02-words.md', '2026-01-02'],
    ['# Title\n\n3 January 2026\n', 'words.md', '2026-01-03'],
    ['# Letter of 3 January 2026\n\nProse.\n', 'words.md', '2026-01-03'],
    ['Letter of 3 January 2026\nKey Takeaways\n- a\n', 'words.txt', '2026-01-03'],
    ['---\ntitle: x\n---\n\n3 January 2026\n', 'words.md', '2026-01-03'],
    ['# Title\n\nOn 3 January 2026 the ministers of the seven towns met again.\n', 'words.md', undefined],
    [`# Title\n${'\nProse.\n'.repeat(6)}\n3 January 2026\n`, 'words.md', undefined],
    ['# Title\n\nProse.\n', '2026-01-02/words.md', undefined],
    ['# Title\n\nProse.\n', 'words.md', undefined],
  ];

  it('is the first that exists of front matter, file name and dateline', () => {
    for (const [text, fileName, date] of cases) {
      assert.equal(parseBriefing(text, fileName).date, date, JSON.stringify([text, fileName]));
    }
  });
});
