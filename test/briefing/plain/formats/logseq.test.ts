import assert from 'node:assert/strict';
import { allTakeaways, drawn, read } from '../../support/fixture.ts';

const OUTLINE = [
  '- ## Ferries',
  '\t- **Ferry stops**',
  '\t  id:: 6916c0de-1f0a',
  '\t\t- It stops at nine.',
  '\t\t- source:: [Gazette](https://a.example/1)',
  '\t- ### Tugs',
  '\t\t- **Tug is sold**',
  '\t\t\t- It is.',
  '- ## Cranes',
  '  collapsed:: true',
  '  - The crane comes.',
];

function assertRead(...top: string[]): void {
  const { sections, ...briefing } = read(...top, ...OUTLINE);
  assert.deepEqual(drawn(sections), ['2 Ferries', '  3 Tugs', '2 Cranes']);
  assert.deepEqual(
    allTakeaways({ sections, ...briefing }).map(({ label, text }) => [label, text]),
    [
      ['Ferry stops', 'It stops at nine.\nsource: Gazette'],
      ['Tug is sold', 'It is.'],
      [undefined, 'The crane comes.'],
    ],
  );
}

describe('A page of Logseq', () => {
  it('has headings and properties in its items', () => {
    assertRead();
    assertRead('type:: journal', '', '- Two feeds', '');
  });

  it('begins with properties, which are metadata', () => {
    const { title, date, lede } = read('title:: Harbour', 'date:: 2026-03-03', '', '- It stops.');
    assert.deepEqual([title, date, lede.includes('::')], ['Harbour', '2026-03-03', false]);
    assert.equal(read('created:: [[2026-03-03]]', '', '# Harbour', '', 'It stops.').title, 'Harbour');
  });

  it('is not any list with a heading, or with two colons', () => {
    const words = allTakeaways(read('# T', '## A', '- # b', '- id:: c')).map(({ text }) => text);
    assert.deepEqual(words, ['b', 'id:: c']);
  });
});
