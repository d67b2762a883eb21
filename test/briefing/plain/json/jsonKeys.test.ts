import assert from 'node:assert/strict';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { checkBriefing } from '../../support/checkBriefing.ts';
import { allTakeaways } from '../../support/fixture.ts';
import { readJson } from '../../support/readJson.ts';

/** `label | text` of each story. */
function told(value: unknown): string[] {
  const text = JSON.stringify(value);
  const briefing = parseBriefing(text, 'news.briefing.json');
  checkBriefing(briefing, text);
  return allTakeaways(briefing).map((story) => `${story.label ?? ''} | ${story.text}`);
}

describe('The keys of JSON', () => {
  it('may name the kind of headline if there is no other headline', () => {
    const text = 'The last one goes at nine.';
    for (const key of ['canonical_title', 'bold_heading', 'storyHeadline'])
      assert.deepEqual(told([{ id: 'a1', [key]: 'Ferry stops', text }]), [`Ferry stops | ${text}`], key);
    const long = 'The last ferry of the day goes at nine from Monday on';
    assert.deepEqual(told([{ canonical_title: long, facts: [text] }]), [`${long} | Facts:\n${text}`]);
    const named = { title: 'Ferry stops', original_title: 'Fähre hält', text };
    assert.deepEqual(told([named]), [`Ferry stops | ${text}`]);
    assert.deepEqual(told([{ source_title: 'Gazette', text }]), [` | ${text}\nSource: Gazette`]);
  });

  it('may name the kind of body or title if there is no other', () => {
    const text = 'The last one goes at nine.';
    const story = { title: 'Ferry stops', core_summary: text };
    assert.deepEqual(told([story]), [`Ferry stops | ${text}`]);
    assert.deepEqual(told([{ ...story, detail: ['It is late, says Ann.'] }]), [
      `Ferry stops | ${text}\nIt is late, says Ann.`,
    ]);
    assert.deepEqual(told([{ ...story, summary: 'It stops.' }]), [
      `Ferry stops | It stops.\nCore summary: ${text}`,
    ]);
    const section = { category_id: 'boats', category_display: 'Boats', items: [story] };
    const { sections } = parseBriefing(JSON.stringify({ sections: [section] }), '1.json');
    assert.equal(sections[0]?.title, 'Boats');
  });

  it('may be words of other languages', () => {
    const story = {
      titulo: 'El barco para',
      resumen: 'Sale a las nueve.',
      fuente: 'Puerto',
      url: 'https://a.example/1',
    };
    assert.deepEqual(told([story]), ['El barco para | Sale a las nueve.\nPuerto']);
  });

  it('may be the same in several languages, of which one is read', () => {
    const value = {
      title: 'Boletín',
      outlook_es: 'El barco para a las nueve.',
      outlook_en: 'The ferry stops at nine.',
      items: [{ title: 'Barco', risk_en: 'It may freeze.', riskEs: 'Puede helar mañana.' }],
    };
    const { sections } = parseBriefing(JSON.stringify(value), '1.json');
    assert.deepEqual(
      sections.map(({ title }) => title),
      ['Outlook', 'Items'],
    );
    assert.deepEqual(told(value), ['Barco | Puede helar mañana.']);
  });

  it('may name a story without a title, or hold its title', () => {
    const text = 'The last one goes at nine.';
    const stories = ['Ferry stops', 'Crane comes'].map((intro) => ({ intro, body: text, source: 'Gazette' }));
    assert.deepEqual(told({ stories }), [
      `Ferry stops | ${text}\nSource: Gazette`,
      `Crane comes | ${text}\nSource: Gazette`,
    ]);
    const scored = { score: 8, article: { title: 'Ferry stops', summary: text } };
    assert.deepEqual(told({ title: 'Harbour', outlook: 'It may freeze.', picked: [scored] }), [
      `Ferry stops | ${text}`,
    ]);
  });

  it('may name data, which is no story', () => {
    const content = 'The ferry stops at nine.';
    const items = [
      { label: 'Tide', value: '4 m' },
      { label: 'Wind', value: '6' },
    ];
    const value = { title: 'Harbour', sections: [{ title: 'Boats', content, items }] };
    assert.deepEqual(told(value), []);
    assert.deepEqual(
      readingItems(parseBriefing(JSON.stringify(value), '1.json')).map(({ text }) => text),
      [content],
    );
  });

  it('may name a story by its topic', () => {
    const stories = [
      { topic: 'Ferry', status: 'new', update: 'It stops at nine.' },
      { topic: 'Crane', status: 'new', update: 'It comes on Monday.' },
    ];
    assert.deepEqual(told({ title: 'Harbour', outlook: 'It may freeze.', stories }), [
      'Ferry | It stops at nine.',
      'Crane | It comes on Monday.',
    ]);
  });

  it('may hold sources in lists and objects under any key, but those of pictures and people', () => {
    const url = 'https://a.example/1';
    const further = [
      { evidence: [{ link: url, publisher: 'Gazette' }] },
      { evidence: [{ url }] },
      { evidence: [url], gallery: ['https://a.example/2'] },
      {
        page: { url, image: 'https://a.example/2.png' },
        author: { name: 'Ann', url: 'https://ann.example' },
      },
      { coverage: { first: url, later: ['https://b.example/2'] } },
      { url, coverage: [{ url }, { url: 'https://b.example/2', site: 'Post' }] },
    ];
    const stories = further.map((held) => ({ what: 'The ferry', why: 'It stops at nine.', ...held }));
    assert.deepEqual(
      allTakeaways(parseBriefing(JSON.stringify({ bullets: stories }), '1.json')).map(
        ({ label, references }) => `${label ?? ''} ${references.map(({ url }) => url?.slice(8)).join(' ')}`,
      ),
      ['', '', '', '', ' b.example/2', ' b.example/2'].map((more) => `The ferry a.example/1${more}`),
    );
  });

  it('may hold a text in objects', () => {
    const content = [
      { type: 'p', text: 'The last one goes at nine.' },
      { type: 'img', text: 'A boat', src: 'https://a.example/1.png' },
      { type: 'h', text: 'Prices' },
    ];
    assert.deepEqual(told([{ title: 'Ferry stops', content }]), [
      'Ferry stops | The last one goes at nine.\nPrices',
    ]);
    const why = { cause: 'The river is low, says Ann.', author: { bio: 'She writes about boats.' } };
    assert.deepEqual(told([{ title: 'Ferry stops', summary: 'It is late.', why }]), [
      'Ferry stops | It is late.\nCause: The river is low, says Ann.',
    ]);
  });

  it('may hold a text in the objects of a list, but those of sources, people and data', () => {
    const story = {
      title: 'Ferry stops',
      text: 'It stops at nine.',
      steps: [{ do: 'Take the early boat.', seats: 40 }, { do: 'Walk to the town.' }],
      crew: [{ name: 'Ann', role: 'cook' }],
      authors: [{ name: 'Bob', bio: 'He writes of boats.' }],
      related: [{ url: 'https://a.example', name: 'Gazette', note: 'The tug goes on.' }],
    };
    assert.deepEqual(told([story]), [
      'Ferry stops | It stops at nine.\nDo: Take the early boat.\nDo: Walk to the town.\nGazette',
    ]);
    const takeaways = [{ label: 'Gull', text: 'It sails at nine, too.' }];
    assert.deepEqual(told({ sections: [{ title: 'Ferries', stories: [story], takeaways }] }).length, 2);
  });

  it('may hold a text in HTML, or one that begins with a heading', () => {
    for (const key of ['content_html', 'html'])
      assert.deepEqual(told([{ title: 'Ferry stops', [key]: '<p>It stops.</p><p>Late.</p>' }]), [
        'Ferry stops | It stops.\nLate.',
      ]);
    const story = { title: 'Ferry stops', content_html: '<p>The last one of the day goes at nine.</p>' };
    assert.deepEqual(told([{ ...story, summary: 'It stops.' }]), [
      'Ferry stops | It stops.\nThe last one of the day goes at nine.',
    ]);
    assert.deepEqual(told([{ title: 'Ferry stops', body: '## Times\n\nIt stops at nine.' }]), [
      'Ferry stops | Times\nIt stops at nine.',
    ]);
    assert.deepEqual(told([{ title: 'Ferry stops', body: '#1 of nine.' }]), ['Ferry stops | #1 of nine.']);
  });

  it('may have a language as prefix', () => {
    const story = {
      title: 'Ferry',
      ja_summary: '渡船は九時に止まる。',
      de_risk: 'It may go on, says the office.',
    };
    assert.deepEqual(told([story]), [
      'Ferry | 渡船は九時に止まる。\nDe risk: It may go on, says the office.',
    ]);
  });

  it('may be languages, beside other keys of the story', () => {
    const texts = { en: 'The ferry stops.', mn: 'Усан онгоц зогсоно.' };
    const stories = [
      { ...texts, source: 'Gazette', url: 'https://a.example/1' },
      { ...texts, source: 'Gazette', url: 'https://a.example/2' },
    ];
    assert.deepEqual(told({ title: 'News', items: stories }), [
      ' | Усан онгоц зогсоно.\nGazette',
      ' | Усан онгоц зогсоно.\nGazette',
    ]);
    // Places, and not languages: English is missing, and not all codes are known.
    const places = {
      title: 'Rates',
      us: 'They fall by a quarter, says the bank.',
      eu: 'They stay as they are.',
    };
    assert.equal(told({ items: [places] })[0]?.includes('They fall'), true);
  });

  it('has what is told of a story, also in a few words', () => {
    const [ferry] = allTakeaways(
      readJson({
        stories: [
          {
            id: 7,
            title: 'Ferry stops',
            category: 'Harbour news',
            tags: ['ferry', 'last boats'],
            key_points: ['Nine boats', 'Late'],
            why_it_matters: 'A trend.',
            impact: 'high',
            details: 'Seven towns',
            questions: ['who pays for the boats', 'when the harbour opens again'],
            ids: [],
            author: 'Ann Example',
          },
        ],
      }),
    );
    assert.deepEqual(ferry?.text.split('\n'), [
      'Key points:',
      'Nine boats',
      'Late',
      'Why it matters: A trend.',
      'Seven towns',
      'Questions:',
      'who pays for the boats',
      'when the harbour opens again',
    ]);
  });
});
