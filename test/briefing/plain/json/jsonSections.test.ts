import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { allSections, allTakeaways, drawn } from '../../support/fixture.ts';
import { codes, readJson } from '../../support/readJson.ts';

describe('The sections of JSON', () => {
  it('may be an object by name, or a list with another name', () => {
    const story = { headline: 'Crane', body: 'It turns again.' };
    for (const value of [
      { categories: [{ category: 'Harbour', items: [story] }] },
      { sections: { Harbour: [story] } },
      { topics: { any: { label: 'Harbour', stories: [story] } }, items: [] },
    ]) {
      const briefing = readJson(value, 2);
      assert.deepEqual([briefing.title, codes(briefing)], ['2026-03-02', []]);
      assert.deepEqual(drawn(briefing.sections), ['2 Harbour']);
      assert.equal(allTakeaways(briefing)[0]?.label, 'Crane');
    }
    assert.deepEqual(drawn(readJson({ topics: [], news: [story] }).sections), ['1 2026-03-02']);
    // Under any key, also one that usually names sources.
    const link = { title: 'Ferry', link: 'https://a.example/1', score: 3 };
    const feeds = readJson({ date: '2026-03-02', sources: { Gazette: [link], Harbour: [story, link] } });
    assert.deepEqual(drawn(feeds.sections), ['2 Gazette', '2 Harbour']);
    assert.equal(readJson({ sources: { Gazette: [link], Harbour: [{ score: 3 }] } }).sections.length, 0);
  });

  it('may tell their news themselves, as a text or in points', () => {
    const text = 'The last ferry leaves at nine. The office had asked for ten.';
    const points = ['Crane turns again', 'Tug is late'];
    for (const [key, ferries] of [
      ['sections', { text }],
      ['sections', { content: text }],
      ['content', { type: 'section', text }],
    ] as const)
      for (const cranes of [{ bullets: points }, { points }, { takeaways: points }]) {
        const briefing = readJson({
          title: 'Brief',
          [key]: [
            { title: 'Ferries', ...ferries },
            { title: 'Cranes', ...cranes },
          ],
        });
        assert.deepEqual(drawn(briefing.sections), ['2 Ferries', '2 Cranes']);
        assert.deepEqual(
          readingItems(briefing).map(({ kind, text: words }) => [kind, words]),
          [['passage', text], ...points.map((point) => ['takeaway', point])],
        );
      }
    const texts = { Ferries: text, Tugs: 'Late.' };
    for (const sections of [texts, Object.entries(texts).map(([title, body]) => ({ title, body }))])
      assert.deepEqual(drawn(readJson({ title: 'Brief', sections }).sections), ['2 Ferries', '2 Tugs']);
    // With pages of their own, they are stories.
    const story = { title: 'Ferries', text, url: 'https://a.example' };
    assert.equal(allTakeaways(readJson({ title: 'Brief', sections: [story, story] }))[0]?.label, 'Ferries');
  });

  it('may be several lists, in the whole and in a section, and points beside stories, in order', () => {
    const part = (name: string, ...items: unknown[]) => ({ name, items });
    const told = (title: string) => ({ title, summary: `${title} stops.` });
    const briefing = readJson({
      morning: [
        { name: 'Harbour', docks: [part('North', told('Crane'))], piers: [part('South', told('Tug'))] },
      ],
      evening: [{ ...part('Town', told('Tram')), streets: [part('East', told('Bus'))] }],
    });
    assert.deepEqual(
      allSections(briefing.sections).map(({ title }) => title),
      ['Harbour', 'North', 'South', 'Town', 'East'],
    );
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, text }) => label ?? text),
      ['Crane', 'Tug', 'Tram', 'Bus'],
    );
    const points = readJson({
      sections: [part('A', 'It rains.'), part('Town', told('Tram'), 'It is late.')],
    });
    assert.deepEqual(
      allTakeaways(points).map(({ label, text }) => label ?? text),
      ['It rains.', 'Tram', 'It is late.'],
    );
  });

  it('may have stories under any key, and none in some of them', () => {
    const told = (title: string) => ({
      title,
      summary: `${title} stops.`,
      url: `https://a.example/${title}`,
    });
    const picks = readJson({
      sections: [
        { title: 'Sky', cities: [{ name: 'Port', high: 30 }] },
        { title: 'Harbour', picks: [told('Crane')], cited_sources: [told('Gazette')] },
        { title: 'Town', trams: [told('Tram')], buses: [told('Bus')] },
        { title: 'Sea', items: [told('Tug')], boats: [told('Ferry')] },
      ],
    });
    assert.deepEqual(drawn(picks.sections), [
      ...['2 Sky', '2 Harbour', '2 Town', '  3 trams', '  3 buses', '2 Sea', '  3 boats'],
    ]);
    assert.deepEqual(
      allTakeaways(picks).map(({ label }) => label),
      ['Crane', 'Tram', 'Bus', 'Tug', 'Ferry'],
    );
  });

  it('may be in a list of digests, beside a list of their names', () => {
    const harbour = { name: 'Harbour', stories: [{ headline: 'Crane', blurb: 'It turns again.' }] };
    const briefing = readJson({
      categories: ['Harbour'],
      digests: [{ title: 'Daily', sections: [harbour] }],
    });
    assert.deepEqual(drawn(briefing.sections), ['2 Daily', '  3 Harbour']);
  });

  it('may be called under any key, and say more in an object', () => {
    const items = [{ title: 'Crane', summary: 'It turns again.' }];
    const briefing = readJson({
      days: [
        { id: 'a', provider: 'Harbour Office', items, analysis: { outlook: 'It may freeze, says Ann.' } },
        { id: 'b', provider: 'Port', items },
      ],
    });
    assert.deepEqual(drawn(briefing.sections), [
      ...['2 Harbour Office', '  3 Analysis', '    4 Outlook', '2 Port'],
    ]);
    assert.deepEqual(
      readingItems(briefing).map(({ text }) => text),
      ['It turns again.', 'It may freeze, says Ann.', 'It turns again.'],
    );
    const named = [{ topic_name: 'Harbour', articles: items }];
    assert.deepEqual(
      readingItems(readJson(named)).map(({ text }) => text),
      ['It turns again.'],
    );
    assert.deepEqual(drawn(readJson(named).sections), ['2 Harbour']);
  });

  it('may be named by the stories of a list, if stories of one section stand together', () => {
    const told = (title: string, category?: string) => ({ title, category, summary: `${title} stops.` });
    const items = [told('Crane', 'harbour_news'), told('Tug', 'harbour_news'), told('Tram', 'Town')];
    const labels = ['Crane', 'Tug', 'Tram'];
    for (const value of [{ items }, items, { lede: 'All is late.', articles: items, categories: ['Town'] }]) {
      const briefing = readJson(value);
      assert.deepEqual(
        briefing.sections.map(({ title }) => title),
        ['harbour news', 'Town'],
      );
      assert.deepEqual(
        allTakeaways(briefing).map(({ label }) => label),
        labels,
      );
    }
    const parts = readJson({
      topics: items.map((item) => ({ ...item, facts: [`${item.title} waits, says Ann.`] })),
    });
    assert.deepEqual(drawn(parts.sections), ['2 Topics', '  3 harbour news', '  3 Town']);
    // A section may come again, but most stories follow one of their own section.
    const again = readJson([
      ...items,
      told('Bus', 'Town'),
      told('Ferry', 'harbour_news'),
      told('Pier', 'harbour_news'),
    ]);
    assert.deepEqual(drawn(again.sections), ['2 harbour news', '2 Town', '2 harbour news']);
    for (const others of [
      [told('Crane', 'A'), told('Tram', 'B'), told('Tug', 'A'), told('Bus', 'B')],
      [...items, told('Bus')],
      [told('Crane', 'It is late. The crane stops.')],
    ])
      assert.equal(readJson({ title: 'Brief', items: others }).sections.length, 1);
  });

  it('are not named by stories with ids, names of other lists, or a name for each', () => {
    const titles = ['Crane', 'Tug', 'Tram', 'Bus'];
    const sectionsOf = (...names: string[]) =>
      readJson({
        title: 'Brief',
        items: names.map((category, i) => ({ title: titles[i], category, summary: `${titles[i]} stops.` })),
      }).sections.map(({ title }) => title);
    for (const name of [
      ...['Resources', 'Sources', 'Index', 'Errors', '目录', 'c3f1a2', 'ab12', '7f-2', '1', 'A'],
    ])
      assert.deepEqual(sectionsOf(name, name, 'Town', 'Town'), ['Brief']);
    assert.deepEqual(sectionsOf('Harbour', 'Town', 'Sea', 'Air'), ['Brief']);
    assert.deepEqual(sectionsOf('Harbour', 'Town', 'Sea'), ['Harbour', 'Town', 'Sea']);
    assert.deepEqual(sectionsOf('Harbour', 'HARBOUR', 'harbour ', 'Town'), ['Harbour', 'Town']);
    for (const name of ['Web3', 'COVID-19', 'AI', '港口', '해외 VC'])
      assert.deepEqual(sectionsOf(name, name, 'Town'), [name, 'Town']);
  });

  it('may have stories as the takeaways of a section', () => {
    const story = {
      headline: 'Ferry stops',
      body: 'It stops at nine in the evening.',
      sources: [{ title: 'Gazette', url: 'https://a.example/ferry' }],
    };
    const { headline: label, ...labelled } = story;
    for (const one of [story, { label, ...labelled }]) {
      const briefing = readJson({ title: 'T', sections: [{ title: 'News', takeaways: [one] }] }, 2);
      assert.deepEqual(
        allTakeaways(briefing).map((takeaway) => [
          takeaway.label,
          takeaway.references.map(({ title, url }) => `${title} ${url}`),
        ]),
        [['Ferry stops', ['Gazette https://a.example/ferry']]],
      );
    }
  });

  it('keep what is beside an object in a list of another kind', () => {
    const list = [
      'The ferry stops at nine in the evening, says the office.',
      { title: 'x', url: 'https://a.example' },
    ];
    for (const section of [
      { title: 'Ports', body: list },
      { title: 'Ports', items: [{ headline: 'Ferry stops', summary: 'So it is.', sources: list }] },
    ]) {
      const city = { title: 'City', body: ['The mayor resigns on Friday, says the council.'] };
      assert.match(
        JSON.stringify(readingItems(readJson({ title: 'T', sections: [section, city] }))),
        /stops at nine/,
      );
    }
  });

  it('may have texts and stories in one list', () => {
    const list = ['It stops at nine in the evening.', { headline: 'Crane', body: 'It turns again.' }];
    for (const value of [
      { takeaways: list },
      { stories: list },
      { sections: [{ title: 'News', takeaways: list }] },
      { sections: [{ title: 'News', items: list }] },
    ])
      assert.deepEqual(
        allTakeaways(readJson({ title: 'T', ...value }, 2)).map(({ label, text }) => [label, text]),
        [
          [undefined, 'It stops at nine in the evening.'],
          ['Crane', 'It turns again.'],
        ],
        JSON.stringify(value),
      );
  });
});
