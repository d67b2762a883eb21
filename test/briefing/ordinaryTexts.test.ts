import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../src/briefing/readingItems.ts';
import { read } from './support/fixture.ts';

/** The words of all items, as one text. */
function wordsOf(...lines: string[]): string {
  return readingItems(read(...lines))
    .map(({ label = '', text }) => `${label} ${text}`)
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** Texts that look like another form at one place, and the words that must stay. */
const KEPT: Readonly<Record<string, readonly [lines: readonly string[], ...words: string[]]>> = {
  'a sentence that is not above a forwarded mail': [
    [
      '# Harbour brief',
      '',
      'The office has forwarded this to us:',
      '',
      'Title: a plan',
      'From: Ann',
      '',
      'It falls.',
    ],
    'forwarded this to us: Title: a plan From: Ann',
  ],
  'a quotation that is not a mail’s header': [
    ['Ann wrote well:', '', '> From: the quay, one sees the ferry.', '>', '> It is late and the tug waits.'],
    'From: the quay, one sees the ferry.',
  ],
  'abbreviations with numbers': [
    [
      '# T\n\n- Dublin is the No.1 port, as shown in Fig.1 and in Fig.2.',
      '- Galway is No.2 this year, see p.3 and at noon.2 and so on.',
      '\n## Sources\n\n1. [Gazette](https://a.example)\n2. [Times](https://b.example)\n3. [Post](https://c.example)',
    ],
    'Dublin is the No.1 port, as shown in Fig.1 and in Fig.2.',
    'Galway is No.2 this year, see p.3 and at noon.2 and so on.',
  ],
  'words with two colons': [
    ['Summary:: The last ferry stops at nine.', 'Mood:: good', '', 'The crew is small.'],
    'Summary:: The last ferry stops at nine.',
  ],
  'two people who talk': [
    [
      '[03/03/2026, 07:45:12] Ann: Does the ferry stop?\nI have to know it.',
      '[03/03/2026, 07:46:12] Bob: No.\nIt is not true.\nI have asked.',
      '[03/03/2026, 07:47:12] Ann: Then I can come.',
    ],
    'Ann Does the ferry stop? I have to know it.',
    'Bob No. It is not true. I have asked.',
  ],
  'a time in brackets and a colon': [
    ['[2026-03-03 07:45] The ferry stops at nine: the crew is ill.', '', 'All boats are late.'],
    'The ferry stops at nine: the crew is ill.',
  ],
  'three marks above indented text': [
    ['Harbour office', '', '!!! URGENT', '    The last ferry stops at nine.', '', 'The crew is small.'],
    '!!! URGENT The last ferry stops at nine.',
  ],
  'hours on the next lines of a sentence': [
    ['# T', '', 'The meeting began at', '09:30 – later than planned. It ended at', '11:00 – as planned.'],
    'The meeting began at 09:30 – later than planned. It ended at 11:00 – as planned.',
  ],
  'bold words that begin with a field’s name': [
    [
      '# T',
      '',
      '## S',
      '',
      '- **Title: Ferry stops** The crew is ill.',
      '- **Title: Crane moves** It goes on Monday.',
    ],
    'Title: Ferry stops The crew is ill.',
    'Title: Crane moves It goes on Monday.',
  ],
  'a headline of two lines after a field’s name': [
    [
      '# T',
      '',
      '- Title: The last ferry of the harbour and what the',
      '  people think.',
      '- Title: The crane',
      '  and more.',
    ],
    'The last ferry of the harbour and what the people think.',
  ],
  'Markdown below a keyword of Org mode': [
    ['#+TITLE: Brief', '', '# Ferries', '', 'It stops.', '', '# Cranes', '', 'It goes.'],
    'Ferries It stops.',
    'Cranes It goes.',
  ],
  'a call to action with an arrow': [
    [
      'The week',
      '',
      '**Ferries**',
      '',
      'It stops.',
      '',
      '→ **Read the whole plan**',
      '',
      '**Cranes**',
      '',
      'It is blue.',
    ],
    '→ Read the whole plan',
  ],
};

describe('An ordinary text', () => {
  for (const [what, [lines, ...kept]] of Object.entries(KEPT))
    it(`keeps the words of ${what}`, () => {
      const words = wordsOf(...lines);
      for (const some of kept) assert.ok(words.includes(some), `${some}\n${words}`);
    });

  it('keeps its sources beside who compiled it, and its books beside its links', () => {
    const urls = (...lines: string[]) => read(...lines).references.map(({ url, title }) => url ?? title);
    const [reuters, ap] = ['https://reuters.example', 'https://ap.example'];
    assert.deepEqual(
      urls(
        '# T',
        '',
        `*Compiled from reporting by [Reuters](${reuters}) and [AP](${ap}).*`,
        '',
        '- a',
        '- b',
      ),
      [reuters, ap],
    );
    const books = [
      '- Example, A. (2019). The history of the harbour of Dublin and its ferries. University Press.',
      '- Sample, B. (2021). The cranes of the quay and the people who worked with them. The Press.',
    ];
    const sources = [
      '## Sources',
      '',
      `1. [Gazette](${reuters})`,
      `2. [Times](${ap})`,
      '',
      'Books:',
      '',
      ...books,
    ];
    assert.equal(urls('# T', '', 'It stops.[1]', '', ...sources).length, 4);
  });

  it('is not dated by what it tells', () => {
    const dateOf = (...lines: string[]) => parseBriefing(lines.join('\n'), 'x.md').date;
    for (const told of [
      'February 24, 2022. Troops cross the border at dawn, and the towns wake to sirens.',
      '24 February 2022, when the troops crossed the border',
    ])
      assert.equal(
        dateOf('# Four years of war', '', told, '', '## Now', '', 'The talks go on.'),
        undefined,
        told,
      );
    const news = ['# News', '', 'Published: 3 March 2026', '', 'Release date: 10 November 2026', '', 'So.'];
    assert.equal(dateOf(...news), '2026-03-03');
    const storm = '---\ntitle: Harbour history\n---\n\n# The storm of 3 March 1926\n\nIt came.';
    assert.equal(parseBriefing(storm, '2026-03-03-history.md').date, '2026-03-03');
  });

  it('has a takeaway for each day of a list of events', () => {
    const days = [
      '**3 March 2026** — The ferry stops.',
      '',
      '**5 March** — The crane comes.',
      '',
      '**9 March** — It waits.',
    ];
    assert.equal(readingItems(read('# T', '', '## Timeline', '', ...days)).length, 3);
  });
});
