import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { drawn, read } from '../../support/fixture.ts';

const TOP = ['# Ferries stop', '', '## Header', '', 'Number: 7', '', '## Raw message', ''];
const HEADER = ['From: Ann Example <ann@a.example>', 'Date: Tue, 3 Mar 2026 07:00:00 +0100'];
const TEXT = ['FERRIES', '', 'They stop at nine, and *go* at ten.', '', 'TUGS', '', 'One is late, they say.'];
const fenced = (mail: readonly string[], language = '') => [...TOP, `\`\`\`${language}`, ...mail, '```'];

describe('A mail between fences', () => {
  it('is text below the heading above it, if it is most of the document', () => {
    const mail = ['{% raw %}From: Ann', ...HEADER.slice(1), '', ...TEXT, '{% endraw %}'];
    const briefing = read(...fenced(mail), '', '## Thread', '', 'Back.');
    assert.deepEqual(drawn(briefing.sections), [
      '2 Header',
      '2 Raw message',
      '  3 FERRIES',
      '  3 TUGS',
      '2 Thread',
    ]);
    const tugs = readingItems(briefing).find(({ label }) => label === 'TUGS');
    assert.equal(tugs?.text, 'One is late, they say.');
    assert.equal(tugs.range.start.line, TOP.length + 1 + mail.indexOf('One is late, they say.'));
  });

  it('may have mails in it', () => {
    const mails = ['Ferry', 'Tug'].flatMap((name) => ['', ...HEADER, `Subject: ${name}`, '', 'It stops.']);
    assert.deepEqual(drawn(read(...fenced(['Hello', ...mails])).sections).slice(-2), [
      '  3 Ferry',
      '  3 Tug',
    ]);
  });

  it('is code if it has no header, or a language, is short, or one of several', () => {
    const mail = [...HEADER, '', ...TEXT];
    for (const lines of [
      fenced(TEXT),
      fenced(mail, 'eml'),
      [...fenced(mail), ...mail, ...mail],
      [...fenced(mail), '', '```', 'a', '```'],
    ])
      assert.deepEqual(drawn(read(...lines).sections).slice(0, 2), ['2 Header', '2 Raw message']);
    assert.deepEqual(drawn(read(...fenced(TEXT)).sections), ['2 Header', '2 Raw message']);
  });
});

describe('A digest between fences', () => {
  const story = (i: number) => [
    `${i}. The ferry to island ${i} stops for a month, says the office`,
    `   https://a.example/${i}`,
    '',
  ];
  const digest = ['HIGHLIGHTS', '==========', '', ...[1, 2, 3].flatMap(story)];

  it('is text if it is told and names pages', () => {
    const briefing = read('# Radar', '', '```', ...digest, '```');
    assert.deepEqual(drawn(briefing.sections), ['2 HIGHLIGHTS']);
    assert.deepEqual(
      readingItems(briefing).flatMap(({ references }) => references.map(({ url }) => url)),
      ['https://a.example/1', 'https://a.example/2', 'https://a.example/3'],
    );
  });

  it('is code if it names no pages, or tells nothing', () => {
    const addresses = [1, 2, 3].map((i) => `curl -s https://a.example/${i} | sh`);
    const sentences = digest.filter((line) => !line.includes('://'));
    for (const code of [addresses, sentences])
      assert.equal(readingItems(read('# Radar', '', '```', ...code, '```')).length, 1);
  });
});
