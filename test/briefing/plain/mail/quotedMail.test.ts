import assert from 'node:assert/strict';
import { drawn, read } from '../../support/fixture.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';

const HEADER = [
  'From: Ann Example <ann@a.example>',
  'Date: Tue, 3 Mar 2026 at 07:12',
  'To: Bob <bob@a.example>',
];
const TEXT = ['FERRIES', '', '- The ferry stops at nine.', '- It starts at ten.'];
const quote = (...lines: string[]) => lines.map((line) => `> ${line}`.trimEnd());

describe('A forwarded mail in a text', () => {
  it('gives its title and date, below the line that announces it and a remark', () => {
    const mail = ['Subject: Fwd: Harbour brief', ...HEADER, '', ...TEXT];
    for (const lines of [
      ['---------- Forwarded message ---------', ...mail],
      ['FYI', '', '---------- Forwarded message ---------', ...mail],
      ['Begin forwarded message:', '', ...mail],
      ['Begin forwarded message:', '', ...quote(...mail)],
    ]) {
      const briefing = read(...lines);
      assert.equal(briefing.title, 'Harbour brief');
      assert.equal(briefing.date, '2026-03-03');
      assert.deepEqual(drawn(briefing.sections), ['2 FERRIES']);
      assert.doesNotMatch(
        readingItems(briefing)
          .map(({ text }) => text)
          .join(' '),
        /Bob/,
      );
    }
  });

  it('is read without its quotation marks, below the header of the mail that it is in', () => {
    const briefing = read(
      ...['Von: Ann', 'Betreff: WG: Harbour brief', '', 'For you all.', ''],
      ...quote(
        '-----Ursprüngliche Nachricht-----',
        ...HEADER,
        '',
        'Harbour brief',
        '=============',
        '',
        ...TEXT,
      ),
    );
    assert.equal(briefing.title, 'Harbour brief');
    assert.deepEqual(drawn(briefing.sections), ['2 FERRIES']);
    assert.deepEqual(
      readingItems(briefing).map(({ text }) => text),
      ['For you all.', 'The ferry stops at nine.', 'It starts at ten.'],
    );
  });

  it('stays a quotation without a header, beside other text, and with text below it', () => {
    for (const lines of [
      quote('Ferries stop.', '', ...TEXT),
      [...quote(...HEADER, '', ...TEXT), '', 'More is below.'],
      [...TEXT, ...TEXT, ...TEXT, '', ...quote(...HEADER, '', 'It stops.')],
    ])
      assert.equal(
        readingItems(read('Words.', '', ...lines))
          .at(0)
          ?.text.startsWith('Words.'),
        true,
      );
    const { sections } = read('Words.', '', ...quote('Ferries stop.', '', ...TEXT));
    assert.deepEqual(drawn(sections), []);
  });
});
