import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { read } from '../../support/fixture.ts';

const LIST = ['## Ferries', '', '- One stops', '- One is late'];

describe('A heading right below the title that is deeper than the next and begins with its date', () => {
  const sections = (...lines: string[]) => {
    const briefing = read('# Harbour', ...lines, '', ...LIST);
    return [briefing.date, ...briefing.sections.map(({ title }) => title)];
  };

  it('is a dateline, and gives the date', () => {
    for (const heading of [
      '### Tuesday, March 3, 2026 · Season: **SUMMER AND AUTUMN**',
      '### 2026年3月3日 ｜ 夏の便と港の工事とその他の知らせ、ほか',
    ])
      assert.deepEqual(sections(heading, '', 'Read from top to bottom.'), ['2026-03-03', 'Ferries'], heading);
    const [first] = readingItems(
      read('# Harbour', '### 3 March 2026 · By Ann Example, Bob and Carol', '', ...LIST),
    );
    assert.equal(first?.text, 'One stops');
  });

  it('is a section at the level of the next, or if there is none', () => {
    const headline = '2026-03-03 | The ferry stops and nobody knows why';
    assert.deepEqual(sections(`## ${headline}`, '', 'It stops.').slice(1), [headline, 'Ferries']);
    assert.equal(read('# Harbour', `### ${headline}`, '', 'It stops.').sections.length, 1);
    assert.equal(read(`## ${headline}`, '', 'It stops.').title, headline);
  });
});

describe('A dateline above the sections of a text without a title', () => {
  const first = (...lines: string[]) => readingItems(read(...lines, '', ...LIST))[0]?.text;

  it('is not read if it is the first thing, whatever its date is called', () => {
    for (const line of [
      '_Date: 2026-03-03_',
      'Aktualisiert: 3. März 2026',
      '**最終更新：** 2026-03-03 07:00',
    ])
      assert.equal(first(line), 'One stops', line);
    assert.equal(read('_Uppdaterad: 2026-03-03_', '', ...LIST).title, 'Ferries');
  });

  it('is read with other words or below them', () => {
    assert.equal(
      first('Date: 2026-03-03', 'Made by two people in a harbour'),
      'Date: 2026-03-03 Made by two people in a harbour\nOne stops',
    );
    assert.match(first('All ferries stop.', '', '3 March 2026') ?? '', /stop\.\n3 March 2026$/);
  });
});
