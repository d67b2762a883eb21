import assert from 'node:assert/strict';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { drawn, read } from '../../support/fixture.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';

const LONG = 'The office stops the last ferry at nine from Monday on, and says no word of the reason.';

describe('The title of a text without one', () => {
  it('is the first line, even below a rule', () => {
    const rule = '-'.repeat(40);
    assert.equal(read(rule, '', 'Harbour Notes', '', rule, '', LONG).title, 'Harbour Notes');
    assert.equal(read('***', '', 'Harbour Notes', '', LONG).title, 'Harbour Notes');
  });

  it('is the first heading if it has a date, and few other headings have the same date', () => {
    const brief = (...dates: string[]) =>
      read(
        '## Harbour brief, 3 March 2026',
        '',
        ...[...dates, '', '', '', ''].flatMap((date) => [`## Ferries ${date}`, '', LONG, '']),
      );
    assert.equal(brief('(2026-03-03)').title, 'Harbour brief, 3 March 2026');
    assert.equal(brief('(2026-03-02)').sections.length, 6);
    assert.equal(brief('(2026-03-03)', '(2026-03-03)').sections.length, 7);
  });

  it('is the first heading if that alone ends with the number of an issue', () => {
    const sectionsOf = (first: string, second: string) =>
      read(
        ...[`## ${first}`, '', '> Every Friday.', '', LONG, '', `## ${second}`, '', LONG, ''],
        ...['## Tugs', '', LONG],
      ).sections.map(({ title }) => title);
    for (const title of [
      'Ferry letter Vol.088',
      '渡轮周刊（第 77 期）',
      'Infos du port, numéro 12',
      'Why? | Issue #4',
    ])
      assert.deepEqual(sectionsOf(title, 'Ferries'), ['Ferries', 'Tugs'], title);
    for (const words of ['Bridge 12', 'Issue 12 of the letter'])
      assert.equal(sectionsOf(words, 'Ferries').length, 3, words);
    assert.equal(sectionsOf('Ferry letter Vol. 1', 'Tug letter Vol. 2').length, 3);
  });

  it('may start with the kind of text, and is then not a field', () => {
    for (const line of [
      'Analysis: Why the ferry stops',
      'Background: Why the ferry stops',
      '分析：渡轮为何停运',
    ])
      assert.equal(read(line, '', LONG, '', LONG).title, line);
    assert.notEqual(read('Date: 3 March 2026', '', LONG, '', LONG).title, 'Date: 3 March 2026');
  });

  it('does not say when or how the text was made, but can say what is in it', () => {
    const titleOf = (line: string) => read(line, '', '## Harbour', '', LONG, '', '## Town', '', LONG).title;
    for (const line of [
      'Generated: 2026-03-03 07:00 UTC',
      '*Last updated: 3 March 2026*',
      'Compiled daily from 12 feeds',
      '自动生成于 2026-03-03',
    ])
      assert.equal(titleOf(line), 'Harbour', line);
    for (const line of ['5 stories this week', 'Collected by the river', 'Created: 2 ferries for the bay'])
      assert.equal(titleOf(line), line);
    assert.equal(read('Generated: 2026-03-03', '', LONG, '', LONG).title.slice(0, 10), LONG.slice(0, 10));
  });

  it('may be in a box of stars, which is not a list', () => {
    const side = '*'.repeat(32);
    const briefing = read(
      ...[side, '*        Harbour Notes         *', '*      A Letter for Sailors    *', side, '', LONG],
      ...['', '* a  ', '* b **c**'],
    );
    assert.equal(briefing.title, 'Harbour Notes');
    assert.deepEqual(
      readingItems(briefing).map(({ text }) => text),
      [`A Letter for Sailors\n${LONG}\na\nb c`],
    );
  });

  it('is not a file name of two letters and numbers, or the name of a table of contents', () => {
    const minutes = '## Agenda for the March call of the office\n\n- Ferries\n\n## Notes\n\n- They stop.\n';
    for (const name of ['hb-03-13.md', '1994-08-ph.md'])
      assert.equal(parseBriefing(minutes, name).title, 'Agenda for the March call of the office', name);
    const contents =
      '## Table of Contents\n\n- [Agenda of March](#agenda)\n- [Notes](#notes)\n\n## Agenda\n\nx';
    assert.equal(parseBriefing(`${contents}\n\n## Notes\n\ny`, 'hb-03.md').title, 'Agenda of March');
    assert.equal(parseBriefing(minutes, 'hbr-03-13.md').title, 'Hbr 03 13');
    assert.equal(parseBriefing(minutes, '港口-03-13.md').title, '港口 03 13');
  });
});

describe('A bold line right below the title', () => {
  it('is a heading', () => {
    const briefing = read('# News', '**Ferries**', '', '- It stops.', '', '**Tugs**', '', '- They wait.');
    assert.deepEqual(drawn(briefing.sections), ['2 Ferries', '2 Tugs']);
  });
});
