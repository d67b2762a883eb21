import assert from 'node:assert/strict';
import { allSections, allTakeaways, drawn } from '../../support/fixture.ts';
import { codes, readJson } from '../../support/readJson.ts';

const STORIES = [
  { headline: 'Ferry stops', summary: 'It is late today, says the office.', url: 'https://a.example/1' },
  {
    headline: 'Crane turns',
    summary: 'It is new since Monday, says the office.',
    url: 'https://a.example/2',
  },
];
const WHOLE = { title: 'Harbour brief', date: '2026-03-03' };
const SECTIONS = { ...WHOLE, sections: [{ title: 'Harbour', items: STORIES }] };

describe('JSON around a briefing', () => {
  it('is left out, whatever its keys are', () => {
    for (const value of [
      { briefing: SECTIONS },
      { status: 'ok', data: { result: SECTIONS } },
      [{ output: SECTIONS }],
      [SECTIONS],
      { meta: { model: 'a' }, digest: { ...WHOLE, categories: { Harbour: STORIES } } },
    ]) {
      const briefing = readJson(value, 2);
      assert.deepEqual([briefing.title, briefing.date, codes(briefing)], ['Harbour brief', '2026-03-03', []]);
      assert.deepEqual(drawn(briefing.sections), ['2 Harbour']);
      assert.deepEqual(
        allTakeaways(briefing).map(({ label, references }) => [label, references[0]?.url]),
        STORIES.map(({ headline, url }) => [headline, url]),
      );
    }
    for (const value of [{ data: { ...WHOLE, articles: STORIES } }, { report: { items: STORIES }, ...WHOLE }])
      assert.deepEqual([readJson(value).title, allTakeaways(readJson(value)).length], ['Harbour brief', 2]);
    assert.equal(
      readJson({ report: { ...WHOLE, title: undefined, name: 'Port', items: STORIES } }).title,
      'Port',
    );
  });

  it('keeps what it says', () => {
    const told = readJson({ remark: 'The office has been asked.', briefing: SECTIONS });
    assert.deepEqual(drawn(told.sections), ['2 Remark', '2 Harbour']);
  });

  it('is the briefing if both have a title, and a list of sections stays one', () => {
    const titles = (value: object) => allSections(readJson(value).sections).map(({ title }) => title);
    assert.deepEqual(titles({ title: 'Brief', day: { title: 'Harbour', items: STORIES } }), [
      'Harbour',
      'Items',
    ]);
    assert.deepEqual(titles([{ title: 'Harbour', items: STORIES }]), ['Harbour']);
    assert.deepEqual(
      titles([
        { title: 'A', items: STORIES },
        { title: 'B', items: STORIES },
      ]),
      ['A', 'B'],
    );
  });
});
