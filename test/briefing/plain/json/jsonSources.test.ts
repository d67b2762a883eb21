import assert from 'node:assert/strict';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { checkBriefing } from '../../support/checkBriefing.ts';
import { allTakeaways } from '../../support/fixture.ts';
import type { Briefing } from '../../../../src/briefing/model.ts';

function readJson(value: unknown): Briefing {
  const text = JSON.stringify(value);
  const briefing = parseBriefing(text, '2026-03-02.briefing.json');
  checkBriefing(briefing, text);
  return briefing;
}

describe('A story of JSON', () => {
  it('has further sources in lists of other names, and goes by who has told it', () => {
    const briefing = readJson([
      {
        title: 'Crane',
        summary: 'It turns again.',
        url: 'https://crane.example/1',
        related_urls: ['https://crane.example/2', 'https://tug.example/3'],
        image_urls: ['https://crane.example/4.png'],
      },
      {
        title: 'Gate',
        summary: 'It opens.',
        rag_sources: [{ title: 'Gate log', link: 'https://gate.example/1', score: 1 }, { title: 'None' }],
      },
      {
        title: 'Ferry',
        summary: 'It stops.',
        source: 'rss:harbour-en',
        publisher: 'Gazette',
        link: 'https://f.example',
      },
      { title: 'Tolls', summary: 'They fall.', person: 'Ann', url: 'https://tolls.example/1' },
    ]);
    assert.deepEqual(
      allTakeaways(briefing).map(({ references }) => references.map(({ title }) => title)),
      [['Crane', 'crane.example', 'tug.example'], ['Gate log'], ['Gazette'], ['Ann']],
    );
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
});
