import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { allTakeaways, drawn, read } from '../../support/fixture.ts';

const TEXT = [
  '#+TITLE: Harbour brief',
  '#+DATE: <2026-03-03 Tue>',
  '#+OPTIONS: toc:nil',
  '',
  '#+BEGIN_QUOTE',
  'Two ferries stop.',
  '#+END_QUOTE',
  '* Harbour',
  '** TODO Ferry stops                                                  :ferry:late:',
  '   :PROPERTIES:',
  '   :ID:       1a2b',
  '   :SOURCE:   https://a.example/1',
  '   :END:',
  '     It stops at nine. [[https://b.example/2][Gazette]] says so.',
  '** Crane [[crane.org][turns]]',
  '   It turns again, see [[https://c.example/3]].',
  '* Markets',
  '  - Gold :: 2,310',
  '  - Oil :: 4.29',
  '#+BEGIN_SRC sh',
  '* no :: heading',
  '#+END_SRC',
];

describe('Org mode', () => {
  it('has its title, date, headings, links and terms', () => {
    const briefing = read(...TEXT);
    assert.deepEqual([briefing.title, briefing.date], ['Harbour brief', '2026-03-03']);
    assert.deepEqual(drawn(briefing.sections), [
      '2 Harbour',
      '  3 Ferry stops',
      '  3 Crane turns',
      '2 Markets',
    ]);
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, text }) => [label, text.split('\n')[0]]),
      [
        ['Gold', '2,310'],
        ['Oil', '4.29'],
      ],
    );
    const words = readingItems(briefing).map(({ text }) => text.replace(/\s+/g, ' '));
    assert.deepEqual(words.slice(0, 3), [
      'Two ferries stop.',
      'Source: https://a.example/1 It stops at nine. Gazette says so.',
      'It turns again, see https://c.example/3.',
    ]);
    assert.match(words.join(' '), /\* no :: heading/);
    assert.deepEqual(
      briefing.references.map(({ url }) => url),
      ['https://a.example/1', 'https://b.example/2', 'https://c.example/3'],
    );
  });

  it('needs no keyword if headings in headings and another of its signs show what it is', () => {
    const [link, drawer, block] = [
      '[[https://a.example][Gazette]] says so.',
      ':PROPERTIES:',
      '#+begin_src sh',
    ];
    for (const sign of [link, drawer, block])
      assert.deepEqual(
        drawn(
          read('Harbour brief', '', '* Harbour', '** Ferry stops', sign, 'It =stops= at ~nine~.').sections,
        ),
        ['2 Harbour', '  3 Ferry stops'],
        sign,
      );
    const { references } = read('* Harbour', '** Ferry stops', link);
    assert.equal(references[0]?.url, 'https://a.example');
    assert.deepEqual(drawn(read('# Brief', '', '* Harbour', '* Town', link).sections), ['1 Brief']);
  });

  it('has links whose names go on in the next line', () => {
    const briefing = read(
      '#+TITLE: Brief',
      '* Harbour',
      'The office says on [[https://a.example/1][its page for',
      'travellers]] and [[file:plan.org][in the',
      'plan]] that it stops.',
      '#+BEGIN_SRC c',
      'x = m[[0][1]];',
      '#+END_SRC',
    );
    const [item] = readingItems(briefing);
    assert.match(
      item?.text.replace(/\s+/g, ' ') ?? '',
      /^The office says on its page for travellers and in the plan that it stops\..*m\[\[0\]\[1\]\];$/,
    );
    assert.deepEqual(
      briefing.references.map(({ title, url }) => [title, url]),
      [['its page for travellers', 'https://a.example/1']],
    );
  });

  it('has code between equal signs and between tildes', () => {
    const [item] = readingItems(read('#+TITLE: Brief', 'It =stops= at ~nine~, a=b and c=d.'));
    assert.equal(item?.text, 'It stops at nine, a=b and c=d.');
  });

  it('is recognized by a keyword at its top', () => {
    const { sections } = read('# Brief', '', 'It stops.', '', '## A', '', '* Harbour', '* Town');
    assert.deepEqual(drawn(sections), ['2 A']);
  });
});
