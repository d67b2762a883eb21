import assert from 'node:assert/strict';
import { drawn, read } from '../../support/fixture.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';

const mail = (subject: string, words: string) => [
  '------------------------------',
  '',
  'Date: Mon, 2 Mar 2026 10:11:12 +0000',
  'From: Ann Example <ann@a.example>',
  `Subject: ${subject}`,
  '',
  words,
  '',
];

const DIGEST = [
  ...['Harbour Digest   Tuesday 3 March 2026   Volume 34 : Issue 12', '', 'It is for sailors.', ''],
  ...mail('The ferry stops.', 'The last ferry stops at nine, says the office.'),
  ...mail('A crane that is as long as\n  no other', 'It comes on Monday, and is of wood.'),
];

describe('The mails of a digest', () => {
  const briefing = read(...DIGEST.join('\n').split('\n'));

  it('are sections named by their subjects', () => {
    assert.deepEqual(drawn(briefing.sections), [
      '2 The ferry stops.',
      '2 A crane that is as long as no other',
    ]);
    assert.equal(briefing.date, '2026-03-03');
  });

  it('have their date and author, and their subject once', () => {
    assert.deepEqual(
      readingItems(briefing)
        .slice(1)
        .map(({ label, text }) => [label, text]),
      [
        [
          'The ferry stops.',
          'Date: Mon, 2 Mar 2026 10:11:12 +0000 From: Ann Example ann@a.example\nThe last ferry stops at nine, says the office.',
        ],
        [
          'A crane that is as long as no other',
          'Date: Mon, 2 Mar 2026 10:11:12 +0000 From: Ann Example ann@a.example\nIt comes on Monday, and is of wood.',
        ],
      ],
    );
  });

  it('may have values of fields on the next line, and have no bare lines as headings', () => {
    const long = ['Message-ID:', '  <12@b.example>', 'In-Reply-To: <11@b.example>', 'MIME-Version: 1.0'];
    const lines = ['Ferries', 'Tugs'].flatMap((name) =>
      [...mail(name, 'Hello all'), 'They stop at nine.', ''].flatMap((line) =>
        line.startsWith('Subject') ? [line, ...long] : [line],
      ),
    );
    assert.deepEqual(drawn(read('Harbour', '', 'It is late.', '', ...lines).sections), [
      '2 Ferries',
      '2 Tugs',
    ]);
  });

  it('may have the line of a mailbox above their header, and a signature without headings', () => {
    const kept = (subject: string) => [
      'From ann@a.example Mon Mar  2 10:11:12 2026',
      'Message-ID: <1@a.example>',
      'From: Ann Example <ann@a.example>',
      `Subject: ${subject}`,
      '',
      'The last ferry stops at nine, says the office.',
      '',
      '--',
      'Ann Example ------------------ ann@a.example',
      'Ferries and Tugs',
      '--------------------------------------------',
      '',
    ];
    const { sections } = read('Harbour list', '', ...kept('The ferry stops'), ...kept('The crane comes'));
    assert.deepEqual(drawn(sections), ['2 The ferry stops', '2 The crane comes']);
    assert.doesNotMatch(readingItems(read(...kept('A'), ...kept('B')))[1]?.text ?? '', /Mar {2}2|Message-ID/);
  });

  it('are recognized if there are at least two, each with headers of its own', () => {
    const one = ['Harbour', '', 'It is late.', '', ...mail('The ferry stops', 'It stops at nine.')];
    assert.deepEqual(drawn(read(...one).sections), []);
    const subjects = [
      'Harbour',
      '',
      'Subject: ferries',
      '',
      'They stop.',
      '',
      'Subject: tugs',
      '',
      'They go.',
    ];
    assert.deepEqual(drawn(read(...subjects).sections), []);
  });
});

describe('A line right below a heading in plain text', () => {
  it('is not a heading if it is a date', () => {
    for (const line of ['(February 27, 2026)', '(March 1 & 2, 2026)', '27 February 2026']) {
      const story = (name: string) => [` --${name}`, line, 'The office has lost the keys of its ship.', ''];
      const { sections } = read('Harbour', '', ...story('Keys Are Lost'), ...story('Crane Is Late'));
      assert.deepEqual(drawn(sections), ['2 Keys Are Lost', '2 Crane Is Late'], line);
    }
  });
});
