import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { checkBriefing } from '../support/checkBriefing.ts';
import { allTakeaways, drawn } from '../support/fixture.ts';
import type { Briefing } from '../../../src/briefing/model.ts';

function readJson(value: unknown, indent?: number): Briefing {
  const text = JSON.stringify(value, undefined, indent);
  const briefing = parseBriefing(text, '2026-03-02.briefing.json');
  checkBriefing(briefing, text);
  return briefing;
}

function codes({ problems }: Briefing): string[] {
  return problems.map(({ code }) => code);
}

describe('JSON as programs shape it', () => {
  it('may have its sections by their names, or in a list of another name', () => {
    const story = { headline: 'Crane', body: 'It turns again.' };
    for (const value of [
      { categories: [{ category: 'Harbour', items: [story] }] },
      { sections: { Harbour: [story] } },
      { topics: { any: { label: 'Harbour', stories: [story] } }, items: [] },
    ]) {
      const briefing = readJson(value, 2);
      assert.deepEqual([briefing.title, codes(briefing)], ['Harbour', []]);
      assert.deepEqual(drawn(briefing.sections), ['2 Harbour']);
      assert.equal(allTakeaways(briefing)[0]?.label, 'Crane');
    }
    assert.deepEqual(drawn(readJson({ topics: [], news: [story] }).sections), ['1 Crane']);
  });

  it('may be a list of stories, and goes by the first', () => {
    const briefing = readJson([{ headline: 'Crane', body: 'It turns.' }, { headline: 'Gate' }]);
    assert.deepEqual([briefing.title, briefing.date, codes(briefing)], ['Crane', '2026-03-02', []]);
    assert.equal(allTakeaways(briefing).length, 2);
  });

  it('has one source of a name and an address', () => {
    const briefing = readJson({
      overview: 'The *day* in short.',
      items: [
        { title: 'Crane', url: 'https://crane.example/1', source: 'Harbour Office' },
        { title: 'Gate', source_name: 'Gazette', source_url: 'https://gazette.example/2', sources: [] },
        { title: 'Quay', url: 'https://quay.example/3', source: 'https://quay.example/4' },
      ],
    });
    assert.equal(briefing.lede, 'The *day* in short.');
    assert.deepEqual(
      briefing.references.map(({ title, url }) => `${title} ${url ?? ''}`),
      [
        'Harbour Office https://crane.example/1',
        'Gazette https://gazette.example/2',
        'quay.example https://quay.example/4',
      ],
    );
  });

  it('says all that is told of a story and of a section, under any key', () => {
    const briefing = readJson(
      {
        sections: [
          {
            title: 'Harbour',
            summary: 'A *busy* day.',
            stories: [
              {
                id: 'crane-1',
                headline: 'Crane',
                summary: 'It turns again.',
                content: 'The office has said so twice.',
                why_it_matters: 'Ships wait for it.',
                keyPoints: ['It is new.', 'It is *tall*.'],
                tags: ['crane', 'harbour'],
                author: 'Ann Marie Miller',
                image: 'https://crane.example/one two three four five six seven eight.png',
              },
            ],
          },
        ],
      },
      2,
    );
    assert.deepEqual(
      readingItems(briefing).map(({ text }) => text),
      [
        'A busy day.',
        [
          'It turns again.',
          'Content: The office has said so twice.',
          'Why it matters: Ships wait for it.',
          'Key points:',
          'It is new.',
          'It is tall.',
        ].join('\n'),
      ],
    );
  });
});
