import assert from 'node:assert/strict';
import {
  dateOfFileName,
  findDate,
  findDateOrMonth,
  isDateline,
  monthOfFileName,
} from '../../../../src/briefing/text/dates/date.ts';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';

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
    ['الثلاثاء ٣ مارس ٢٠٢٦', '2026-03-03'],
    ['३ मार्च २०२६', '2026-03-03'],
    ['２０２６年３月３日', '2026-03-03'],
    ['19 d’agost de 2026', '2026-08-19'],
    ['maanantai 3. maaliskuuta 2026', '2026-03-03'],
    ['19 באוגוסט 2026', '2026-08-19'],
    ['9 ก.ค. 2569', '2026-07-09'],
    ['ngày 9 tháng 7 năm 2026', '2026-07-09'],
    ['۲۰۲۶/۰۳/۰۳', '2026-03-03'],
    ['٣٢ مارس ٢٠٢٦', undefined],
    ['3 березня 2026', '2026-03-03'],
    ['3 Ağustos 2026', '2026-08-03'],
    ['3 Maret 2026', '2026-03-03'],
    ['2nd May 2026', '2026-05-02'],
    ['3rd Sep. 2026', '2026-09-03'],
    ['29 February 2024', '2024-02-29'],
    ['29 February 2025', undefined],
    ['31 June 2026', undefined],
    ['2026-13-01', undefined],
    ['2026-00-10', undefined],
    ['2026-1-2', '2026-01-02'],
    ['2026-Jan-2', '2026-01-02'],
    ['Ferry news, 2026 January 2', '2026-01-02'],
    ['2026-Jan-32', undefined],
    ['12026-Jan-2', undefined],
    ['2018/2/12', '2018-02-12'],
    ['2018.2.12', '2018-02-12'],
    ['v2018.2.12', undefined],
    ['2018.2.12.4', undefined],
    ['12026-01-02', undefined],
    ['2026-01-023', undefined],
    ['19.8.2025', '2025-08-19'],
    ['2.–8.3.2026', '2026-03-02'],
    ['02-08.03.2026', '2026-03-02'],
    ['23.02. – 01.03.2026', '2026-02-23'],
    ['28.12–03.01.2026', '2025-12-28'],
    ['12 — 3.5.2026', '2026-05-03'],
    ['v1-3.5.2026', '2026-05-03'],
    ['8–2.3.2026', '2026-03-02'],
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
    ['2026-W9', '2026-02-23'],
    ['Week 10, 2026', '2026-03-02'],
    // A day is more precise.
    ['2026-W10 (2026-03-08)', '2026-03-08'],
    ['Week 10 of 2026', '2026-03-02'],
    ['2026, week 10', '2026-03-02'],
    ['KW 10/2026', '2026-03-02'],
    ['Semana 10 de 2026', '2026-03-02'],
    ['2026年第10周', '2026-03-02'],
    ['2026年 第10週', '2026-03-02'],
    ['2026년 10주차', '2026-03-02'],
    ['Week 60, 2026', undefined],
    ['Weekly 10, 2026', undefined],
    ['3 – 7 March 2026', '2026-03-03'],
    ['Harbour Weekly #12 – 3 March 2026', '2026-03-03'],
    ['28 February – 3 March 2026', '2026-02-28'],
    ['June 28 - July 2, 2026', '2026-06-28'],
    ['Dec 28 – Jan 3, 2026', '2025-12-28'],
    ['28. Dezember – 3. Januar 2026', '2025-12-28'],
    ['March 2026', undefined],
    ['19.8.25', undefined],
    ['marching 3, 2026', undefined],
    ['', undefined],
    ['no date', undefined],
  ];

  it('is found in many forms', () => {
    for (const [text, date] of cases) assert.equal(findDate(text), date, text);
  });

  it('is the first one in the text, and the first that is in the calendar', () => {
    assert.equal(findDate('3 March 2026, corrected on 2026-03-05'), '2026-03-03');
    assert.equal(findDate('1 May 2026 to June 2, 2026'), '2026-05-01');
    assert.equal(findDate('2026-13-45 or rather 3 March 2026'), '2026-03-03');
  });
});

describe('A month alone', () => {
  it('is read as its first day', () => {
    const cases: readonly Case[] = [
      ['March 2026', '2026-03-01'],
      ['Sept. 2026', '2026-09-01'],
      ['Digest, March 2026', '2026-03-01'],
      ['marzo de 2026', '2026-03-01'],
      ['março de 2026', '2026-03-01'],
      ['mars 2026', '2026-03-01'],
      ['März 2026', '2026-03-01'],
      ['marzo 2026', '2026-03-01'],
      ['maart 2026', '2026-03-01'],
      ['březen 2026', '2026-03-01'],
      ['marzec 2026', '2026-03-01'],
      ['март 2026', '2026-03-01'],
      ['मार्च 2026', '2026-03-01'],
      ['مارس 2026', '2026-03-01'],
      ['2026年3月', '2026-03-01'],
      ['2026년 3월', '2026-03-01'],
      ['2026-03', '2026-03-01'],
      ['2026/03', '2026-03-01'],
      ['3 March 2026', '2026-03-03'],
      ['March 2026, out on 2026-04-02', '2026-04-02'],
      ['2026-13', undefined],
      ['2026-3', undefined],
      ['2011/12', undefined],
      ['2026-031', undefined],
      ['March 20', undefined],
      ['smarch 2026', undefined],
      ['March', undefined],
    ];
    for (const [text, date] of cases) assert.equal(findDateOrMonth(text), date, text);
  });
});

describe('The date in a file name', () => {
  it('may have hyphens between its words, nothing between its numbers, and a short year', () => {
    const cases: readonly Case[] = [
      ['20250819-talks.md', '2025-08-19'],
      ['talks-2025-8-19.md', '2025-08-19'],
      ['march-3-2026.md', '2026-03-03'],
      ['013-2026-mar-3.md', '2026-03-03'],
      ['PGWeekly_April_24_2002.txt', '2002-04-24'],
      ['talks_19.8.25.txt', '2025-08-19'],
      ['8-19-25.md', '2025-08-19'],
      ['32-8-32.md', undefined],
      ['25-08-19.md', undefined],
      ['v1.2.25.md', undefined],
      ['1.2.3.25.md', undefined],
      ['talks.md', undefined],
    ];
    for (const [name, date] of cases) assert.equal(dateOfFileName(name), date, name);
  });

  it('may be a month', () => {
    const cases: readonly Case[] = [
      ['digest-march-2026.md', '2026-03-01'],
      ['2026-03.md', '2026-03-01'],
      ['2026_03_digest.md', '2026-03-01'],
      ['digest_12_Mar2026.md', '2026-03-01'],
      ['digest_Mar20260.md', undefined],
      ['digest.md', undefined],
    ];
    for (const [name, date] of cases) assert.equal(monthOfFileName(name), date, name);
    for (const name of ['news_202603.txt', 'news202603.md'])
      assert.equal(monthOfFileName(name), '2026-03-01');
    for (const name of ['201103.md', '202613.md', '2026031.md'])
      assert.equal(monthOfFileName(name), undefined);
  });
});

describe('A dateline', () => {
  it('has little more than a date', () => {
    for (const line of [
      '3 March 2026',
      'Dublin, 3rd March 2026 —',
      '*Tuesday, March 3, 2026*',
      '2026-03-03',
      'March 2026',
      '*Issue 12 | March 2026*',
      'Dublin, March 2026',
      'Late edition   March 2026',
      '2026年3月',
      '2026-03',
      '8/19/25',
      'Stand: 19.8.25',
      'Meeting Date/Time: Fri, March 6, 2026 14:00 UTC',
      '**Date:** March 3, 2026 | **Sources:** twelve feeds, each of them read twice',
      'Generated: 2026-03-02 07:00 UTC by the desk of the seven towns, from 40 feeds',
      'Originally published on 3 March 2026 by the desk of the seven towns, and by Ann Example.',
      'Published Tuesday, 2026-03-03, with all changes that the desk of the seven towns has made.',
      'Posted March 3, 2026, with all that the desk of the seven towns has heard of this week.',
      'Publié automatiquement le 3 mars 2026 par le bureau des sept villes, et par d’autres bureaux',
      'Automatisch gegenereerd op 3 maart 2026 • Het nieuws van de zeven steden aan de haven',
      '> 生成时间：2026-03-02 07:00，由七个城镇的新闻编辑部从四十个来源整理而成，每天早上更新一次，欢迎订阅',
    ]) {
      assert.equal(isDateline(line), true, line);
    }
    for (const line of [
      '',
      'Dublin',
      'On 3 March 2026 the ministers of the seven towns met again.',
      'Closed until March 2026',
      'In March 2026',
      'Version 4.2.25',
      '3/4/26',
      'Generated: by the desk of the seven towns, which met on 2026-03-02',
      'Published twelve reports of the seven towns, which the ministers had asked for by 2 March 2020',
      'Published on Mondays and on the days of the seven towns since 2 March 2020',
    ]) {
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
    ['---\ndate: January 2026\n---\n# Title\n', '2026-01-02.md', '2026-01-01'],
    ['# Title\n\nProse.\n', 'words-2026-01.md', '2026-01-01'],
    ['# Digest of January 2026\n\nProse.\n', 'words.md', '2026-01-01'],
    ['# Digest of January 2026\n\n2 January 2026\n', 'words-2026-01.md', '2026-01-02'],
    ['# Title\n\n*January 2026*\n', 'words.md', '2026-01-01'],
    ['# Title\n\nIt was open in January 2026.\n', 'words.md', undefined],
    ['# Title\n\n19.8.25\n', 'words.md', '2025-08-19'],
    ['# Title\n\n## March 3, 2026\n\nProse.\n', 'words.md', '2026-03-03'],
    ['## March 3, 2026\n\n# Title\n\nProse.\n', 'words.md', '2026-03-03'],
    ['# Title\n\nGenerated: 2026-03-02 07:00 UTC by the desk of the seven towns\n', 'words.md', '2026-03-02'],
    [
      '# Title\n\n### Meeting Date/Time: Thursday 2026/3/5 at 14:00 UTC\n\n## Ferries\n\nProse.\n',
      '',
      '2026-03-05',
    ],
    [
      '# Title\n\nBulletin of the Harbour Office and its seven towns, March 3 2026 -\n[Read](https://a.example)\n',
      '',
      '2026-03-03',
    ],
    [
      '# Title\n\nBULLETIN OF THE HARBOUR OFFICE AND SEVEN TOWNS - 3 March 2026\nFor: the towns\n',
      '',
      '2026-03-03',
    ],
    [
      '-----\nHarbour News\nNews of seven towns           March 3rd, 2026\n-----\n\nProse.\n',
      '',
      '2026-03-03',
    ],
    ['# Title\n\nCreated by Ann Example, last changed by Bob Example on Mar 3, 2026\n', '', '2026-03-03'],
    ['# Title\n\nThe last ferry was stopped by the harbour office on 3 March 2026.\n', '', undefined],
    [
      '# Title\n\nThe last ferry was stopped by the harbour office on 3 March 2026\nand goes again.\n',
      '',
      undefined,
    ],
    ['# Title\n\n- The day of all the ferries in the harbour of Dublin, 3 March 2026\n', '', undefined],
    [
      '# Title\n\n## The day of all the ferries in the harbour of Dublin, 3 March 2026\n\nProse.\n',
      '',
      undefined,
    ],
    ['Harbour Weekly\nVol. 3, No. 13          November, 1995\n\nProse.\n', 'words.txt', '1995-11-01'],
    [
      '# Title\n\n*First posted on [3 March 2026](https://a.example/2026/the-ferry-stops) by Ann Example.*\n',
      '',
      '2026-03-03',
    ],
    ['# Title\n\nposted by [Ann Example](mailto:ann@a.example), April 2014\n', '', '2014-04-01'],
    ['# Title\n\nProse.\n', 'words.md', undefined],
  ];

  it('is the first that exists of front matter, file name and dateline', () => {
    for (const [text, fileName, date] of cases) {
      assert.equal(parseBriefing(text, fileName).date, date, JSON.stringify([text, fileName]));
    }
  });
});

describe('The date of a briefing', () => {
  const dateOf = (text: string, fileName: string) => parseBriefing(text, fileName).date;

  it('is that of its title, before that of its file name', () => {
    assert.equal(dateOf('# Harbour, 4 March 2026\n\nProse.', '2026-03-03__final.md'), '2026-03-04');
    assert.equal(dateOf('# Harbour, March 2026\n\nProse.', '2026-03-03__final.md'), '2026-03-03');
    assert.equal(dateOf('On 4 March 2026 it stopped. It goes on.', '2026-03-03.md'), '2026-03-03');
  });
});
