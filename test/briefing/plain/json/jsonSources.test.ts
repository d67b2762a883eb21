import assert from 'node:assert/strict';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { checkBriefing } from '../../support/checkBriefing.ts';
import { writeBriefing } from '../../../../src/briefing/writeBriefing.ts';
import { allTakeaways, read } from '../../support/fixture.ts';
import { assertSameBriefing } from '../../support/sameBriefing.ts';
import { codes } from '../../support/readJson.ts';
import type { Briefing } from '../../../../src/briefing/model.ts';

function readJson(value: unknown): Briefing {
  const text = JSON.stringify(value);
  const briefing = parseBriefing(text, '2026-03-02.briefing.json');
  checkBriefing(briefing, text);
  return briefing;
}

describe('A story in JSON', () => {
  it('has a source once that two keys have', () => {
    const url = 'https://crane.example/1';
    const [story] = allTakeaways(
      readJson([
        {
          title: 'Crane',
          summary: 'It turns.',
          source_name: 'Ann',
          source_url: url,
          all_sources: [{ name: 'Ann', url }],
        },
      ]),
    );
    assert.equal(story?.text, 'It turns.\nAnn');
  });

  it('may have further sources in lists with other names, and is attributed to its author', () => {
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

  it('has one source for a name and an address', () => {
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

  it('may name its sources under any keys, if one value of each is an address', () => {
    const sources = [{ l: 'Gazette', u: 'https://a.example/1' }, { u: 'https://b.example/2' }];
    const briefing = readJson({ news: [{ title: 'Ferry stops', body: 'It is late.', sources }] });
    assert.deepEqual(
      briefing.references.map(({ title, url }) => [title, url]),
      [
        ['Gazette', 'https://a.example/1'],
        ['b.example', 'https://b.example/2'],
      ],
    );
  });

  it('cites sources of the whole by their ids', () => {
    const briefing = readJson({
      title: 'Harbour brief',
      sources: [
        { id: 's1', name: 'Harbour Office', url: 'https://office.example/1' },
        { id: 2, title: 'Gazette', link: 'https://gazette.example/2' },
        { id: 's3', name: 'Weather desk', url: 'https://weather.example/3' },
      ],
      stories: [
        { headline: 'The ferry stops', body: 'It stops at noon.', source_ids: ['s1', 'none'] },
        { headline: 'The crane turns', body: 'It turns again.', citations: [2, 's1'] },
        { headline: 'The gate opens', body: 'It opens.', source: 's1' },
        // The story's own address is more precise than that of the site.
        { headline: 'The tide is late', body: 'It is late.', source_id: 's1', url: 'https://tide.example/4' },
        { headline: 'Rain', body: 'It rains.' },
      ],
    });
    assert.deepEqual(
      allTakeaways(briefing).map(({ references }) => references.map(({ url }) => url)),
      [
        ['https://office.example/1'],
        ['https://gazette.example/2', 'https://office.example/1'],
        ['https://office.example/1'],
        ['https://tide.example/4'],
        // The source that no story cites belongs to the other stories.
        ['https://weather.example/3'],
      ],
    );
  });

  it('keeps the sources that it names beside those that it cites', () => {
    const briefing = readJson({
      sources: [{ id: 'a', name: 'Harbour Office', url: 'https://office.example/1' }],
      stories: [
        {
          headline: 'The ferry stops',
          body: 'It stops at noon.',
          sources: ['a', { name: 'Log', url: 'https://log.example/2' }],
        },
        {
          headline: 'The crane turns',
          body: 'It turns again.',
          source_ids: ['a'],
          sources: [{ name: 'Log', url: 'https://log.example/2' }],
        },
      ],
    });
    assert.deepEqual(
      allTakeaways(briefing).map(({ references }) => references.map(({ title }) => title)),
      [
        ['Harbour Office', 'Log'],
        ['Harbour Office', 'Log'],
      ],
    );
  });

  it('does not get the name of its key if it is one sentence', () => {
    const briefing = readJson({
      title: 'Harbour brief',
      key_facts: [
        { statement: 'The ferry stops at noon for a week, the office says.', confidence: 'high' },
        { statement: 'The crane turns again since Monday, the office says.', confidence: 'low' },
      ],
    });
    assert.deepEqual(
      allTakeaways(briefing).map(({ label }) => label),
      [undefined, undefined],
    );
  });

  it('may be named by a key without spaces, with digits', () => {
    const briefing = readJson({
      title: '港口简报',
      watch: [
        { item: '3号起重机', why_it_matters: '它决定渡轮能否在星期一之前重新开始运行。' },
        { item: '渡轮', why_it_matters: '它已经停运一个星期，乘客只能改走公路。' },
      ],
    });
    assert.deepEqual(
      allTakeaways(briefing).map(({ label }) => label),
      ['3号起重机', '渡轮'],
    );
  });
});

describe('Sources of the whole in JSON', () => {
  const stories = [
    { headline: 'Ferry', body: 'It stops [1]. It is late [2].' },
    { headline: 'Crane', body: 'It turns [2].' },
  ];
  const pages = ['https://a.example/1', 'https://b.example/2'];
  const named = pages.map((url, i) => ({
    id: i + 1,
    title: `Gazette ${i}`,
    url,
    snippet: 'It stops, they say.',
  }));
  const cited = (value: object) =>
    allTakeaways(readJson(value)).map(({ references }) => references.map(({ url }) => url));

  it('are those that a text cites by their numbers', () => {
    for (const value of [
      { stories, sources: named },
      { citations: named, stories },
      { stories, citations: pages },
      { stories, citations: { 1: pages[0], 2: named[1] } },
      { sections: [{ title: 'Harbour', stories }], references: pages.map((url) => ({ url })) },
    ]) {
      const briefing = readJson(value);
      assert.deepEqual(cited(value), [pages, [pages[1]]], JSON.stringify(value));
      assert.deepEqual(codes(briefing), []);
      assert.equal(briefing.sections.at(-1)?.kind, 'references');
      assert.equal(briefing.references.length, 2);
    }
  });

  it('are those that a story cites by the names of an object', () => {
    const citing = [
      { headline: 'Ferry', body: 'It stops.', citations: ['1', '2'] },
      { headline: 'Crane', body: 'It turns.', sources: [2] },
    ];
    assert.deepEqual(cited({ stories: citing, citations: { 1: pages[0], 2: named[1] } }), [
      pages,
      [pages[1]],
    ]);
  });
});

describe('A list of sources in JSON', () => {
  it('is not a section if it is empty', () => {
    const { sections } = readJson({
      title: 'Harbour brief',
      analysis: {
        title: 'The week',
        risks: ['The harbour may freeze.', 'The crane may fail.'],
        sources: [],
      },
    });
    assert.deepEqual(
      sections.flatMap((section) => section.sections.map(({ title }) => title)),
      ['Risks'],
    );
  });

  it('is a reference section if it is an object', () => {
    const { references, sections } = readJson({
      title: 'Harbour brief',
      analysis: {
        title: 'The week',
        summary: 'Ships wait outside of the harbour for a third week, and no end is in sight.',
        risks: ['The harbour may freeze.', 'The crane may fail.'],
        sources: [{ title: 'Harbour log', publisher: 'Harbour Office', url: 'https://office.example/1' }],
      },
    });
    assert.deepEqual(
      sections.flatMap((section) => section.sections.map(({ kind }) => kind)),
      ['prose', 'references'],
    );
    assert.deepEqual(
      references.map(({ title, url }) => [title, url]),
      [['Harbour log', 'https://office.example/1']],
    );
  });

  it('is cited by its numbers, or by its order', () => {
    const stories = [
      { headline: 'Ferry', summary: 'It stops. [2]' },
      { headline: 'Crane', summary: 'It falls. [1, 2]' },
    ];
    const [one, two] = ['https://a.example/r', 'https://b.example/s'];
    for (const listed of [
      {
        sources: [
          { id: 2, name: 'B', url: two },
          { id: 1, url: one },
        ],
      },
      { sources: [one, { name: 'B', url: two }] },
      { citations: [one, two] },
      { citations: { 1: one, 2: { title: 'B', url: two } } },
    ]) {
      const briefing = readJson({ title: 'T', stories, ...listed });
      assert.deepEqual(
        allTakeaways(briefing).map(({ text, references }) => [text, references.map(({ url }) => url)]),
        [
          ['It stops.', [two]],
          ['It falls.', [one, two]],
        ],
        JSON.stringify(listed),
      );
      assertSameBriefing(briefing, read(writeBriefing(briefing)));
    }
  });
});

describe('A headline with a source and no text', () => {
  const labels = (title: string, more: object) =>
    parseBriefing(
      JSON.stringify({ title: 'T', stories: [{ title, ...more }] }),
      'a.json',
    ).sections[0]?.takeaways.map(({ label, text }) => [label, text]);

  it('is not divided at a colon or a dash', () => {
    const source = { url: 'https://a.example/1', source: 'Gazette' };
    for (const title of ['Ferry stops: what now?', 'Ferry — a guide'])
      assert.deepEqual(labels(title, source), [[title, 'Gazette']]);
    assert.deepEqual(labels('Ferry: it stops at nine.', source), [['Ferry', 'it stops at nine.\nGazette']]);
  });
});
