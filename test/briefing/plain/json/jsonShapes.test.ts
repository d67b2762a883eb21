import assert from 'node:assert/strict';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import type { Briefing } from '../../../../src/briefing/model.ts';
import { codes, readJson } from '../../support/readJson.ts';
import { allTakeaways, drawn } from '../../support/fixture.ts';

describe('JSON in the shapes of programs', () => {
  it('repeats no text of a story', () => {
    const words = 'It turns again from Monday on, says the office.';
    const told = (story: object) =>
      allTakeaways(readJson({ news: [{ headline: 'Crane turns', ...story }] }))[0]?.text;
    assert.equal(told({ summary: words, desc: words, excerpt: words }), words);
    // The headline is not the body if there is another text.
    assert.equal(told({ summary: 'Crane turns', description: words }), words);
    assert.equal(told({ blurb: words }), words);
    assert.equal(told({ summary: words, content_html: `<p>${words}</p>` }), words);
    for (const summary of ['Crane turns', '<p>Crane turns</p>', '-'])
      assert.equal(told({ summary }), 'Crane turns', summary);
    assert.equal(told({ summary: 'Crane turns', line: words }), words);
  });

  it('may have HTML as the text of a story', () => {
    const [ferry] = allTakeaways(
      readJson({
        news: [
          {
            headline: 'Ferry',
            summary:
              '<div class="a">\n  <p>It <b>stops</b>.</p>\n    <p>It is<br>late.</p><ul><li>One</li><li>Two</li></ul></div>',
          },
        ],
      }),
    );
    assert.equal(ferry?.label, 'Ferry');
    assert.deepEqual(ferry.text.split('\n'), ['It stops.', 'It is late.', 'One', 'Two']);
  });

  it('may have headings in the HTML of a story, all of them below its headline', () => {
    const words = '<h2>Numbers</h2><p>Nine boats stop.</p><h2 class="a">What next</h2><p>It is late.</p>';
    for (const first of ['', '<p>It stops.</p>']) {
      const html = renderBriefing(readJson({ stories: [{ title: 'Ferry', body: `${first}${words}` }] }));
      assert.deepEqual(html.match(/<h[2-6].*/g), [
        '<h3 dir="auto">Numbers</h3>',
        '<h3 dir="auto">What next</h3>',
      ]);
      assert.match(html, /<strong class="label">Ferry/);
    }
  });

  it('may have the text of a story as a list under any key', () => {
    for (const key of ['summary', 'description', 'blurb']) {
      const [ferry] = allTakeaways(
        readJson({
          stories: [{ title: 'Ferry', [key]: ['It stops at nine, they say.', 'It goes at ten.'] }],
        }),
      );
      assert.match(ferry?.text ?? '', /It stops at nine, they say\.[^]*It goes at ten\./, key);
    }
  });

  it('without a title is named after its file, and not after its first story', () => {
    const stories = [{ headline: 'Ferry fares', body: 'They rise on Monday.' }, { headline: 'Crane' }];
    const text = JSON.stringify({ stories });
    const titles = ['2026-03-02.json', '2026-03-02.briefing.json', 'harbour-news.json'].map(
      (name) => parseBriefing(text, name).title,
    );
    assert.deepEqual(titles, ['2026-03-02', '2026-03-02', 'Harbour news']);
  });

  it('may have entities from a feed, and paragraphs without a name', () => {
    const paragraphs = ['It leaves at nine from Monday on.', 'The office had asked for ten.'];
    const briefing = readJson([{ headline: 'Ferries &amp; tugs: the office&#8217;s plan', paragraphs }]);
    const [story] = allTakeaways(briefing);
    assert.deepEqual(
      [story?.label, story?.text],
      ['Ferries & tugs: the office’s plan', paragraphs.join('\n')],
    );
  });

  it('may be a list of stories', () => {
    const briefing = readJson([{ headline: 'Crane', body: 'It turns.' }, { headline: 'Gate' }]);
    assert.deepEqual([briefing.title, briefing.date, codes(briefing)], ['2026-03-02', '2026-03-02', []]);
    assert.equal(allTakeaways(briefing).length, 2);
  });

  it('includes all text of a story and of a section, under any key', () => {
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
          'The office has said so twice.',
          'Why it matters: Ships wait for it.',
          'Key points:',
          'It is new.',
          'It is tall.',
        ].join('\n'),
      ],
    );
  });

  it('has sentences in scripts without spaces, also around names in Latin letters', () => {
    const readers = ['クレーン担当者、ABCサーバーを運用する企業', '港のデータベース管理者とXYZの利用者'];
    const briefing = readJson({
      items: readers.map((text) => ({ title: 'Crane', summary: 'It turns.', readers: text })),
    });
    assert.deepEqual(
      readingItems(briefing).map(({ text }) => text),
      readers.map((text) => `It turns.\nReaders: ${text}`),
    );
  });

  it('includes the text under its own keys, each with its name, with or without stories', () => {
    const story = { headline: 'Crane', body: 'It turns again.' };
    const own = {
      market_outlook: 'Rates fall for the third week.',
      keyDrivers: ['It is calm at sea.', 'Ships wait for a berth.'],
      views: [{ sector: 'Tugs', stance: 'up', comment: 'They are hired out until May.' }],
      desk: { overview: 'A quiet night at the port.', risks: ['It may freeze on Friday.'] },
      hash: 'b1946ac92492d2347c6235b4d2611184',
      feeds: [{ name: 'Gazette', count: 7 }],
    };
    const parts = [
      ['2 Market outlook', '2 Key drivers', '2 Views', '2 Desk', '3 Risks'],
      [
        'Rates fall for the third week.',
        'It is calm at sea.',
        'Ships wait for a berth.',
        'Tugs: They are hired out until May.',
        'A quiet night at the port.',
        'It may freeze on Friday.',
      ],
    ] as const;
    const told = (briefing: Briefing) =>
      readingItems(briefing).map(({ kind, label, text }) =>
        kind === 'takeaway' && label ? `${label}: ${text}` : text,
      );
    for (const [value, sections, items] of [
      [own, [], []],
      [{ ...own, items: [story] }, ['2 Items'], ['Crane: It turns again.']],
      [{ ...own, sections: [{ title: 'Port', items: [story] }] }, ['2 Port'], ['Crane: It turns again.']],
    ] as const) {
      const briefing = readJson({ title: 'T', ...value }, 2);
      assert.deepEqual([briefing.title, codes(briefing)], ['T', []]);
      assert.deepEqual(
        drawn(briefing.sections).map((line) => line.trim()),
        [...parts[0], ...sections],
      );
      assert.deepEqual(told(briefing), [...parts[1], ...items]);
    }
  });

  it('may have its stories in lists with any name, and its text in one key', () => {
    const lists = readJson({
      title: 'T',
      intro: 'Two ships are late.',
      featured: [{ title: 'Crane', desc: 'It turns again.', url: 'https://crane.example/1' }],
      long_tail: [{ title: 'Gate', url: 'https://gate.example/2', outlet: 'Gazette' }],
    });
    assert.deepEqual(
      [lists.lede, drawn(lists.sections)],
      ['Two ships are late.', ['2 Featured', '2 Long tail']],
    );
    assert.deepEqual(
      allTakeaways(lists).map(({ label, references }) => [label, references[0]?.title]),
      [
        ['Crane', 'Crane'],
        ['Gate', 'Gazette'],
      ],
    );
    const whole = readJson({
      title: 'T',
      content: 'It is late.\n\n## Port\n\n- **Crane:** It turns again.',
      sources: [{ title: 'Log', url: 'https://log.example/1' }],
    });
    assert.deepEqual(drawn(whole.sections), ['2 Port']);
    assert.deepEqual(
      allTakeaways(whole).map(({ label, references }) => [label, references[0]?.title]),
      [['Crane', 'Log']],
    );
  });

  it('uses the language that it was translated into', () => {
    const briefing = readJson({
      categories: [
        {
          label_ja: '港',
          label_en: 'Port',
          items: [
            {
              title: 'Crane',
              titleZh: '起重机',
              summary_zh: '又转了。',
              sourceUrl: 'https://crane.example/1',
            },
            {
              title: 'Kran',
              title_en: 'Crane',
              text: 'Er dreht sich wieder.',
              primary_url: 'https://kran.example/2',
            },
          ],
        },
      ],
    });
    assert.deepEqual(drawn(briefing.sections), ['2 港']);
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, text, references }) => [
        label,
        text.split('\n')[0],
        references.length,
      ]),
      [
        ['起重机', '又转了。', 1],
        ['Kran', 'Er dreht sich wieder.', 1],
      ],
    );
  });

  it('has its summary first, in any order of keys', () => {
    const briefing = readJson(
      {
        items: [
          { title: 'Crane', line: 'It turns again.' },
          { title: 'Gate', summary: 'Shut.' },
        ],
        summary: 'All is well.',
      },
      2,
    );
    assert.equal(briefing.lede, 'All is well.');
    assert.deepEqual(
      readingItems(briefing).map(({ label, text, range }) => [label, text, range.start.line]),
      [
        ['2026-03-02', 'All is well.', 0],
        ['Crane', 'It turns again.', 2],
        ['Gate', 'Shut.', 6],
      ],
    );
  });

  it('has stories named by their labels', () => {
    const said = (name: string) => ({
      label: `The ${name} stops at nine, says the office`,
      source: 'Gazette',
    });
    const briefing = parseBriefing(
      JSON.stringify({ moves: [said('ferry'), said('crane')] }),
      '2026-03-02.json',
    );
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, text }) => [label, text.split('\n')[0]]),
      [
        [undefined, 'The ferry stops at nine, says the office'],
        [undefined, 'The crane stops at nine, says the office'],
      ],
    );
  });

  it('is not a briefing if its values are not text', () => {
    for (const value of [
      {
        name: 'harbour',
        description: 'Times of ferries.',
        scripts: { build: 'make all' },
        keywords: ['ferry'],
      },
      { date: '2026-03-03', buckets: { ferries: { late: 3 } }, note: 'Counted by hand.' },
    ])
      assert.deepEqual(codes(readJson(value, 2)), ['not-a-briefing']);
  });
});
