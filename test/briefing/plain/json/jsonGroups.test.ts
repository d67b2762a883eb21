import assert from 'node:assert/strict';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { checkBriefing } from '../../support/checkBriefing.ts';
import { allTakeaways, drawn } from '../../support/fixture.ts';

function readJson(value: unknown) {
  const text = JSON.stringify(value, undefined, 2);
  const briefing = parseBriefing(text, '2026-03-02.json');
  checkBriefing(briefing, text);
  return briefing;
}

describe('JSON that a program writes', () => {
  it('may have texts in several languages, of which the translation is used', () => {
    const repo = (name: string, description: Record<string, string>) => ({
      name,
      url: `https://a.example/${name}`,
      description,
    });
    const briefing = readJson({
      repos: [
        repo('ann/ferry', { en: 'The ferry stops at nine.', zh: '渡轮从周一起九点停航。' }),
        repo('bob/crane', { 'zh-CN': '起重机从北方来了。', en: 'The crane has come from the north.' }),
      ],
    });
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, text }) => [label, text.split('\n')[0]]),
      [
        ['ann/ferry', '渡轮从周一起九点停航。'],
        ['bob/crane', '起重机从北方来了。'],
      ],
    );
  });

  it('names stories without headlines by the key that distinguishes them', () => {
    const incident = (id: string, victim: string, impact: string) => ({
      id,
      date: '2 March',
      code: `0e${id}1d2b`,
      severity: 'high',
      victim,
      impact,
      why_it_matters: `Ships wait for ${victim.toLowerCase()} since nine.`,
    });
    const briefing = readJson({
      incidents: [
        incident('1', 'Ferry line', 'The last ferry of the day has stopped at nine.'),
        incident(
          '2',
          'The office of the harbour and all of its seven cranes',
          'They stand still since nine.',
        ),
      ],
    });
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, text }) => [label, text.split('\n')[0]]),
      [
        ['Ferry line', 'Impact: The last ferry of the day has stopped at nine.'],
        ['The office of the harbour and all of its seven cranes', 'Impact: They stand still since nine.'],
      ],
    );
  });

  it('may be groups by publisher or by day', () => {
    const story = (title: string) => ({ title, summary: 'It is late.' });
    const titles = (value: unknown) => readJson(value).sections.map(({ title }) => title);
    const groups = [
      { source: 'Gazette', items: [story('Ferry stops')] },
      { source: 'Courier', items: [story('Crane comes'), story('Tug waits')] },
    ];
    assert.deepEqual(titles({ legal: groups }), ['Gazette', 'Courier']);
    assert.deepEqual(titles(groups), ['Gazette', 'Courier']);
    const days = ['2026-03-02', '2026-03-01'].map((date) => ({ date, briefings: [story('Ferry stops')] }));
    assert.deepEqual(titles(days), ['2026-03-02', '2026-03-01']);
  });

  it('has sections under any key if all objects in a list contain stories', () => {
    const story = (title: string) => ({
      title,
      url: `https://a.example/${title}`,
      summary: 'It is late.',
    });
    const briefing = readJson({
      count: 3,
      runs: [
        { label: 'Morning', time: '07:00', articles: [story('Ferry'), story('Crane')] },
        { label: 'Evening', time: '19:00', articles: [story('Gate')] },
      ],
    });
    assert.deepEqual(
      briefing.sections.map(({ title, takeaways }) => [title, takeaways.map(({ label }) => label)]),
      [
        ['Morning', ['Ferry', 'Crane']],
        ['Evening', ['Gate']],
      ],
    );
  });

  it('has sections that hold points instead of stories, or only text', () => {
    const briefing = readJson({
      date: '2026-03-02',
      sections: {
        wind: { title: 'Wind', summary: 'It turns to the west by noon.' },
        boats: { title: 'Boats', items: ['The ferry stops', 'The tug: two crews'], summary: 'All are late.' },
      },
    });
    assert.deepEqual(
      briefing.sections.map(({ title, takeaways }) => [title, takeaways.map(({ text }) => text)]),
      [
        ['Wind', []],
        ['Boats', ['The ferry stops', 'two crews']],
      ],
    );
  });

  it('may be one text, with or without the marks of Markdown', () => {
    const rule = '━'.repeat(20);
    const body = [rule, 'FERRIES', rule, '', '• The first one stops.', '• The last one goes on.', ''];
    const more = ['TUGS', '', 'They wait for the tide, and go out at nine.'];
    for (const link of ['', '[Read it](https://a.example/1)']) {
      const briefing = readJson({ subject: 'Harbour brief', body: [...body, ...more, '', link].join('\n') });
      assert.equal(briefing.title, 'Harbour brief');
      assert.deepEqual(
        briefing.sections.map(({ title, takeaways }) => [title, takeaways.length]),
        [
          ['FERRIES', 2],
          ['TUGS', 0],
        ],
        link,
      );
    }
  });

  it('has a section for stories below a summary that has headings', () => {
    const news = [{ title: 'Ferry stops', summary: 'It is late.' }];
    const briefing = readJson({ summary: '# Brief\n\n## Wind\n\nIt turns.\n\n## Tide\n\nIt is low.', news });
    assert.deepEqual(
      briefing.sections.map(({ title, takeaways }) => [title, takeaways.length]),
      [
        ['Wind', 0],
        ['Tide', 0],
        ['News', 1],
      ],
    );
  });

  it('may have groups under any key, if all groups have a title', () => {
    const items = (title: string) => [{ title, summary: 'It is late.' }];
    const days = (name: string) => [
      {
        date: '2026-03-03',
        parts: [
          { [name]: 'North', items: items('Ferry') },
          { [name]: 'South', items: items('Crane') },
        ],
      },
      { date: '2026-03-02', parts: [{ [name]: 'North', items: items('Tug') }] },
    ];
    assert.deepEqual(drawn(readJson({ days: days('region_name') }).sections), []);
    assert.deepEqual(drawn(readJson({ days: days('name') }).sections), [
      '2 2026-03-03',
      '  3 North',
      '  3 South',
      '2 2026-03-02',
      '  3 North',
    ]);
  });

  it('does not include what a program has logged', () => {
    const logs = ['rss: read the feed of the office (10)', 'rss: did not read the feed of the gazette (3)'];
    const stories = [{ title: 'Ferry', body: 'It stops.' }];
    assert.deepEqual(drawn(readJson({ collector: { logs, errors: logs }, stories }).sections), [
      '1 2026-03-02',
    ]);
    assert.equal(readJson({ collector: { risks: logs }, stories }).sections[0]?.title, 'Collector');
  });

  it('may have its stories in lists in a list', () => {
    const story = (title: string) => ({ title, summary: 'It is late.' });
    const briefing = readJson({ title: 'T', stories: [[story('Ferry'), story('Tug')], [story('Crane')]] });
    assert.deepEqual(
      allTakeaways(briefing).map(({ label }) => label),
      ['Ferry', 'Tug', 'Crane'],
    );
  });

  it('may name the text of stories as feeds and search services do', () => {
    const told = ['summaryText', 'content_text', 'fullText', 'snippet'].map((key) => ({
      title: 'Crane',
      [key]: 'It turns again.',
    }));
    for (const story of told)
      assert.deepEqual(
        allTakeaways(readJson({ items: [story] })).map(({ label, text }) => [label, text]),
        [['Crane', 'It turns again.']],
      );
  });

  it('uses its metadata object, and the day on which it was written', () => {
    const stories = [{ title: 'Crane', summary: 'It turns again.' }];
    const parse = (value: unknown) => parseBriefing(JSON.stringify(value), 'x.briefing.json');
    const { title, date } = parse({
      metadata: { name: 'Harbour brief', date: '2026-03-03' },
      items: stories,
    });
    assert.deepEqual([title, date], ['Harbour brief', '2026-03-03']);
    assert.equal(parse({ meta: { title: 'A' }, title: 'B', items: stories }).title, 'B');
    const report = { headline: 'Harbour brief', created: '2026-03-03T06:30:00Z', model: 'm-1' };
    const { title: headline, date: day } = parse({ report, items: stories });
    assert.deepEqual([headline, day], ['Harbour brief', '2026-03-03']);
    const event = { name: 'Port day', date: '2026-03-03', summary: 'It begins at nine.' };
    assert.equal(parse({ event, items: stories }).title, 'x');
    const generated = { generated_at: '2026-03-03T07:00:00Z', items: stories };
    assert.equal(parse(generated).date, '2026-03-03');
    assert.equal(parse({ title: 'Harbour brief, 2 March 2026', ...generated }).date, '2026-03-02');
  });

  it('is a briefing even without a story, if it has a title and an empty list for stories', () => {
    const briefing = readJson({ title: 'Harbour brief', date: '2026-03-03', stories: [] });
    assert.deepEqual([briefing.title, briefing.date, briefing.problems], ['Harbour brief', '2026-03-03', []]);
    assert.deepEqual(readingItems(briefing), []);
    assert.equal(readJson({ entries: [] }).problems[0]?.code, 'not-a-briefing');
  });
});
