import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { allTakeaways, drawn } from '../../support/fixture.ts';
import { readJson } from '../../support/readJson.ts';

const header = (text: string) => ({ type: 'header', text: { type: 'plain_text', text } });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

describe('A message of a chat in JSON', () => {
  const blocks = [
    header('The *Harbour* brief'),
    {
      type: 'context',
      elements: [
        { type: 'mrkdwn', text: '3 boats' },
        { type: 'image', alt_text: 'a' },
      ],
    },
    { type: 'divider' },
    header('Boats & #2'),
    section(
      '• *Ferry*: it &amp; the tug stop. <https://a.example/1|Gazette>\n• *Crane*: it ~turns~ 2*3*4 times.',
    ),
    { ...section('Goodbye.'), fields: [{ type: 'plain_text', text: 'a *b* c' }] },
    {
      type: 'actions',
      elements: [{ type: 'button', text: { type: 'plain_text', text: 'All' }, url: 'https://a.example' }],
    },
  ];

  it('has its headers as title and sections, and the marks of the chat', () => {
    for (const value of [{ text: 'The brief', blocks }, { attachments: [{ color: '#fff', blocks }] }]) {
      const briefing = readJson(value, 2);
      assert.equal(briefing.title, 'The *Harbour* brief');
      assert.deepEqual(drawn(briefing.sections), ['2 Boats & #2']);
      assert.deepEqual(
        allTakeaways(briefing).map(({ label, text, references }) => [label, text, references.length]),
        [
          ['Ferry', 'it & the tug stop. Gazette', 1],
          ['Crane', 'it turns 2*3*4 times.', 0],
        ],
      );
      const passages = readingItems(briefing).filter(({ kind }) => kind === 'passage');
      assert.deepEqual(
        passages.map(({ text }) => text.replace(/\s+/g, ' ')),
        ['Goodbye. a *b* c All'],
      );
    }
  });

  it('has bold lines above a blank line or a list as sections, beside headers', () => {
    const told = (name: string) => section(`*${name} stops*\nIt is late, says the office.`);
    const briefing = readJson({
      blocks: [
        section('*Boats*'),
        told('Ferry'),
        told('Tug'),
        section('*Cranes*\n• It is late.'),
        header('Town'),
      ],
    });
    assert.deepEqual(drawn(briefing.sections), ['2 Boats', '2 Cranes', '2 Town']);
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, text }) => label ?? text),
      ['Ferry stops', 'Tug stops', 'It is late.'],
    );
  });

  it('needs no header, and is one only if all its blocks have a type and some of them words', () => {
    const briefing = readJson({
      blocks: [
        section('*Boats*\n\n1. Ferry: it stops.\n2. Crane: it turns.'),
        section('*Town*\n• Tram: it stops.'),
      ],
    });
    assert.deepEqual([briefing.title, ...drawn(briefing.sections)], ['2026-03-02', '2 Boats', '2 Town']);
    for (const others of [[{ type: 'divider' }], [section('It stops.'), { text: 'It turns.' }]])
      assert.deepEqual(readJson({ blocks: others }).sections, []);
  });

  it('is one only if nothing else is beside its blocks, and all their words are read', () => {
    const told = [header('Brief'), section('The ferry stops at nine.')];
    const stories = [{ title: 'Tug goes on', summary: 'It is early, says the office.' }];
    const briefing = readJson({ title: 'Harbour', date: '2026-03-03', stories, blocks: told });
    assert.deepEqual([briefing.title, briefing.date], ['Harbour', '2026-03-03']);
    assert.equal(allTakeaways(briefing)[0]?.label, 'Tug goes on');
    const attachments = [{ title: 'Tug', title_link: 'https://a.example/2', text: 'It is early, they say.' }];
    const [tug] = allTakeaways(readJson({ text: 'Morning', blocks: told, attachments }));
    assert.deepEqual([tug?.label, tug?.references.length], ['Tug', 1]);
    for (const other of [
      { type: 'section', fields: [{ text: 'The tug goes on.' }] },
      { type: 'section', fields: [{ type: 'markdown', text: 'The tug goes on.' }] },
      { type: 'section', text: 'The tug goes on.' },
      { ...section('It is late.'), note: 'The tug goes on.' },
      { type: 'context', elements: [{ type: 'rich_text', elements: [{ text: 'The tug goes on.' }] }] },
    ])
      assert.match(JSON.stringify(readingItems(readJson({ blocks: [...told, other] }))), /The tug goes on/);
  });

  it('has what its images show', () => {
    const image = { type: 'image', alt_text: 'The north pier', image_url: 'https://a.example/1.png' };
    const title = { type: 'plain_text', text: 'A map' };
    const briefing = readJson({
      blocks: [
        section('*Boats*\n\nIt is late.'),
        { ...image, title },
        { ...section('It is early.'), accessory: image },
      ],
    });
    const [only] = readingItems(briefing);
    const words = only?.text.replace(/\s+/g, ' ');
    assert.equal(words, 'It is late. A map The north pier It is early. The north pier');
  });

  it('has its title below a context, too', () => {
    const context = { type: 'context', elements: [{ type: 'mrkdwn', text: 'Monday edition' }] };
    const briefing = readJson({
      blocks: [context, header('Brief'), header('Boats'), section('It is late.')],
    });
    assert.deepEqual([briefing.title, ...drawn(briefing.sections)], ['Brief', '2 Boats']);
    assert.match(JSON.stringify(readingItems(briefing)), /Monday edition/);
  });

  it('keeps the marks in addresses and code, and has no heading in a text', () => {
    const text = [
      '*Ferry* stops, <https://a.example/a*b*c|Gazette> *<https://a.example/~ann/~|Town>* https://a.example/~b/~c',
      '# it is late',
      'Run `a *b* 2*3` now.',
      '```\nx *y* ~z~\n```',
    ];
    const briefing = readJson({ blocks: [header('Brief'), section(text.join('\n\n'))] });
    assert.deepEqual(drawn(briefing.sections), []);
    const [only] = readingItems(briefing);
    assert.deepEqual(
      only?.references.map(({ url }) => url),
      ['https://a.example/a*b*c', 'https://a.example/~ann/~', 'https://a.example/~b/~c'],
    );
    assert.match(only.text, /# it is late\s+Run a \*b\* 2\*3 now\.\s+x \*y\* ~z~/);
  });
});
