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
});
