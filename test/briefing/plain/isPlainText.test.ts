import assert from 'node:assert/strict';
import { isPlainText } from '../../../src/briefing/plain/isPlainText.ts';
import { drawn, read } from '../support/fixture.ts';

describe('A text', () => {
  it('is Markdown if one line has Markdown syntax', () => {
    const marks = [
      '# A',
      '###### A',
      '```',
      '~~~',
      '======',
      '| --- | --- |',
      '[1]: https://a.example',
      '[a](b)',
      '[a][]',
      'a[^1]',
    ];
    for (const mark of [...marks, '- [Ferry \\]: a](<https://a.example>)'])
      assert.equal(isPlainText(['Words.', mark]), false, mark);
  });

  it('is plain text in all other cases', () => {
    for (const line of [
      '',
      'Words.',
      '-----',
      '- a',
      '* a',
      '1. a',
      '#tag',
      '5 * 6',
      'a_b',
      '[1] Title',
      'a | b',
      '-',
      '– a',
      '> a',
      '**a**',
      '__a__',
      '***',
      '[a][b]',
    ]) {
      assert.equal(isPlainText([line]), true, line);
    }
  });
});

describe('Lines underlined with =', () => {
  const body = [
    'Spain',
    '=====',
    '',
    '* A line.',
    '',
    'TUGS',
    '----',
    '',
    '* B.',
    '',
    'In port',
    '=======',
    '',
    'C is in.',
  ];

  it('are headings of sections below a first line that is the title', () => {
    for (const top of [['Harbour bulletin'], ['HARBOUR BULLETIN', 'Tuesday, 3 March 2026']]) {
      const briefing = read(...top, '', ...body, '', 'Sources:', '[1] Ann - https://a.example/b');
      assert.equal(briefing.title, top[0]);
      assert.equal(briefing.lede, '');
      assert.deepEqual(drawn(briefing.sections), ['2 Spain', '2 TUGS', '2 In port', '2 Sources']);
    }
  });

  it('are one section below the edition and sentences', () => {
    const one = ['Spain', '=====', '', 'It rains.'];
    const named = (...top: string[]) => read(...top, '', ...one).title;
    for (const title of ['Harbour letter No. 12, August 2002', 'Harbour letter, 3 March 2026'])
      assert.equal(named(title, '', 'This is our summer issue.'), title);
    assert.equal(named('Dublin, 3 March 2026'), 'Spain');
    assert.equal(named('Harbour letter', '', 'This is our summer issue.'), 'Spain');
  });

  it('are Markdown headings if the first or only one is the title', () => {
    for (const lines of [
      ['Brief', '=====', '', ...body],
      ['A first sentence.', '', ...body],
      body.slice(0, 9),
    ])
      assert.equal(isPlainText(lines), false, lines[0]);
    assert.equal(read('Day', '===', '', ...body).title, 'Day');
    const titled = read(
      '---',
      'title: Day',
      '---',
      '',
      'SPAIN',
      '=====',
      '',
      'It rains.',
      '',
      'TUGS',
      '====',
      '',
      'None.',
    );
    assert.deepEqual(drawn(titled.sections), ['1 SPAIN', '1 TUGS']);
  });

  it('is plain text if two wide rules are alike, and neither may underline a title', () => {
    const rule = '='.repeat(66);
    const isPlain = (one: string, other: string) =>
      isPlainText(['These are words.', '', one, rule, 'The ferry stops.', '', other, rule, 'More.']);
    const sentence = 'All of this was written by the people of the harbour, for all.';
    const address = 'Send your letters and all that you wish to harbour@port.example';
    assert.ok(isPlain(sentence, sentence));
    assert.ok(isPlain(sentence, address));
    assert.ok(isPlain('', address));
    assert.ok(!isPlain(sentence, 'What the harbour office has said about the ferry to the island'));
  });
});
