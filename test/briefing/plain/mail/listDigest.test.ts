import assert from 'node:assert/strict';
import { drawn, read } from '../../support/fixture.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';

const PREAMBLE = [
  'Send Harbour mailing list submissions to',
  '\tharbour@a.example',
  '',
  "or, via email, send a message with subject or body 'help' to",
  '\tharbour-request@a.example',
  '',
];
const TOPICS = ["Today's Topics:", '', '   1. Ferries (Ann Example)', '   2. Tugs (Bob Example)', '', ''];
const MAILS = ['Ferries', 'Tugs'].flatMap((subject, i) => [
  i === 0 ? '-'.repeat(70) : '-'.repeat(30),
  '',
  `Message: ${i + 1}`,
  `Date: Mon, ${i + 2} Mar 2026 10:11:12 +0000`,
  'From: Ann Example <ann@a.example>',
  'To: harbour@a.example',
  `Subject: ${subject}`,
  'Message-ID:',
  '\t<12@a.example>',
  'Content-Type: text/plain; charset="UTF-8"',
  '',
  `The ${subject.toLowerCase()} stop at nine, says the office.`,
  '',
]);
const FOOTER = ['-'.repeat(30), '', 'Subject: Digest Footer', '', '_____', 'harbour@a.example', '', ''];
const END = ['-'.repeat(30), '', 'End of Harbour Digest, Vol 104, Issue 25', '*'.repeat(40)];

describe('The digest of a mailing list', () => {
  it('has the title at its end, the day of its first mail, and a section for each mail', () => {
    const briefing = read(...PREAMBLE, ...TOPICS, ...MAILS, ...FOOTER, ...END);
    assert.equal(briefing.title, 'Harbour Digest, Vol 104, Issue 25');
    assert.equal(briefing.date, '2026-03-02');
    assert.deepEqual(drawn(briefing.sections), ['2 Ferries', '2 Tugs']);
  });

  it('has neither what programs need nor how to write to the list, and its contents last', () => {
    const items = readingItems(read(...PREAMBLE, ...TOPICS, ...MAILS, ...FOOTER, ...END));
    assert.deepEqual(
      items.map(({ text }) => text),
      [
        'Date: Mon, 2 Mar 2026 10:11:12 +0000 From: Ann Example ann@a.example To: harbour@a.example\nThe ferries stop at nine, says the office.',
        'Date: Mon, 3 Mar 2026 10:11:12 +0000 From: Ann Example ann@a.example To: harbour@a.example\nThe tugs stop at nine, says the office.',
        "Today's Topics:\nFerries (Ann Example)\nTugs (Bob Example)",
      ],
    );
  });

  it('has the title and day of its first line if its editor wrote one', () => {
    const briefing = read('Harbour List  Wednesday 4 March 2026', '', ...TOPICS, ...MAILS, ...END);
    assert.deepEqual([briefing.title, briefing.date], ['Harbour List Wednesday 4 March 2026', '2026-03-04']);
  });

  it('keeps mails below one that quotes a footer', () => {
    const quoted = ['Subject: Digest Footer', '', ...Array.from({ length: 30 }, (_, i) => `Line ${i}.`), ''];
    const items = readingItems(read(...PREAMBLE, ...TOPICS, ...MAILS, ...quoted, ...END));
    assert.ok(items.some(({ text }) => text.includes('Line 29.')));
  });

  it('has the title of a mail around it', () => {
    const mail = ['Subject: Harbour Digest', 'Date: Wed, 4 Mar 2026 10:11:12 +0000', 'From: a@a.example', ''];
    const briefing = read(...mail, ...PREAMBLE, ...TOPICS, ...MAILS, ...END);
    assert.deepEqual([briefing.title, briefing.date], ['Harbour Digest', '2026-03-04']);
  });

  it('is no other text that ends so', () => {
    const briefing = read('# Harbour', '', 'It is late.', '', 'End of Harbour Digest, Vol 104');
    assert.match(readingItems(briefing).at(-1)?.text ?? '', /End of Harbour Digest, Vol 104$/);
  });
});
