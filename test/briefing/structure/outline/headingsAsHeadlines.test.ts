import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { read } from '../../support/fixture.ts';

const LAST = ['', '## Weather', '', 'The wind comes from the west.'];

/**
 * The label of each item, and the beginning of its text. The last heading is not a link, because headings would be
 * items if all of them were.
 */
function items(...lines: string[]): string[] {
  const found = readingItems(read('# T', '', ...lines, ...LAST)).map(({ kind, label = '', text }) => {
    const mark = kind === 'takeaway' ? '•' : '¶';
    return `${mark} ${label} | ${text.slice(0, 8)}`;
  });
  return found.slice(0, -1);
}

const NAMES = ['Ferry stops', 'Crane comes', 'Herring is back'];

describe('A heading above one paragraph that starts in bold', () => {
  const below = (heading: (name: string, i: number) => string) =>
    NAMES.flatMap((name, i) => [
      heading(name, i),
      '',
      `**Office ${i}**`,
      '',
      'It says all that there is.',
      '',
    ]);

  it('is the headline if it is numbered or a link, like most others of its level', () => {
    const told = NAMES.map((name, i) => `¶ ${name} | Office ${i}`);
    assert.deepEqual(items(...below((name, i) => `## ${i + 1}. ${name}`)), told);
    assert.deepEqual(items(...below((name, i) => `## ${i + 1}. [${name}](https://a.example/${i})`)), told);
    assert.deepEqual(items(...below((name, i) => `## [${name}](https://a.example/${i})`)), told);
  });

  it('is the name of a group in any other form, or if another heading has more text below', () => {
    const stories = NAMES.map((_, i) => `• Office ${i} | It says `);
    assert.deepEqual(items(...below((name) => `## ${name}`)), stories);
    const more = ['## 4. Tugs', '', '**One** — It goes.', '', '**Two** — It stays.'];
    assert.deepEqual(items(...below((name, i) => `## ${i + 1}. ${name}`), ...more), [
      ...stories,
      '• One | It goes.',
      '• Two | It stays',
    ]);
  });
});

describe('A heading above text, points and one source', () => {
  const story = (name: string, source: string, point = 'It stops at nine.') => [
    ...[
      `### ${name}`,
      '',
      'The office has said so.',
      '',
      'What is new:',
      '',
      `- ${point}`,
      '- It is late.',
      '',
    ],
    ...(source === '' ? [] : [source, '']),
  ];

  it('is the headline of one story if three have that form', () => {
    const told = NAMES.map((name) => `¶ ${name} | The offi`);
    assert.deepEqual(
      items(...NAMES.flatMap((name) => story(name, '**Source:** [Gazette](https://a.example)'))),
      told,
    );
    assert.deepEqual(items(...NAMES.flatMap((name) => story(`[${name}](https://a.example)`, ''))), told);
  });

  it('is the headline of one story if three have a link, of which others may have no points', () => {
    const [first = '', ...others] = NAMES.map((name) => `[${name}](https://a.example)`);
    const bare = (heading: string) => [`### ${heading}`, '', 'The office says no more.', ''];
    const lines = [...story(first, ''), ...others.flatMap(bare)];
    assert.equal(items(...lines).length, NAMES.length);
    assert.ok(items(...lines.slice(0, -4)).length > 2);
    assert.ok(items(...story('[3.1](https://a.example)', ''), ...others.flatMap(bare)).length > NAMES.length);
  });

  it('is the headline of one story behind emoji, too, and if it has a link and all points are between texts', () => {
    const lead = ['船停了，有三点：', '', '- 没有油', '- 没有人', ''];
    const told = NAMES.flatMap((name, i) => [`### 🐢 🌟 [${name}](https://a.example/${i})`, '', ...lead]);
    const last = 'So it goes.';
    const below = (text: string) => told.flatMap((line) => (line === '- 没有人' ? [line, '', text] : [line]));
    assert.deepEqual(
      items(...below(last)),
      NAMES.map((name) => `¶ 🐢 🌟 ${name} | 船停了，有三点：`),
    );
    assert.match(items(...told)[0] ?? '', /^•/);
    assert.match(items(...below(last).map((line) => line.replace(/\[(.+)\]\(.+\)/, '$1')))[0] ?? '', /^•/);
  });

  it('is the heading of a group if two have that form, if one has no source or only a version, or if the points have sources', () => {
    const source = '**Source:** [Gazette](https://a.example)';
    const group = /^• {2}\| What is/;
    for (const lines of [
      NAMES.slice(1).flatMap((name) => story(name, source)),
      NAMES.flatMap((name) => story(name, '')),
      ['3.1', '3.0', '2.9'].flatMap((name) => story(`[${name}](https://a.example/${name})`, '')),
      NAMES.flatMap((name) => story(name, source, '[It stops](https://b.example) at nine.')),
    ])
      assert.match(items(...lines)[1] ?? '', group);
  });
});

describe('A heading above points of which the last is their source', () => {
  const list = (name: string, source: string, point = 'It stops at nine') => [
    ...[`### ${name}`, '', `- ${point}`, '- It is late.', `- ${source}`, ''],
  ];
  const sources = [
    'Se mer: https://a.example/1',
    '🔗 https://a.example/1',
    'Source: [Gazette](https://a.example)',
  ];

  it('is the headline of one story if three have that form, whatever the source is called', () => {
    for (const source of sources)
      assert.deepEqual(
        items(...NAMES.flatMap((name) => list(name, source))),
        NAMES.map((name) => `¶ ${name} | It stops`),
      );
  });

  it('is the heading of a group if two have that form, if they are versions, or if points have links or bold leads', () => {
    const [source = ''] = sources;
    for (const lines of [
      ['3.1', '3.0', '2.9'].flatMap((name) => list(name, source)),
      NAMES.slice(1).flatMap((name) => list(name, source)),
      NAMES.flatMap((name) => list(name, 'The office says: no news.')),
      NAMES.flatMap((name) => list(name, 'All news: https://a.example', 'It stops at nine.')),
      NAMES.flatMap((name) => list(name, 'Office: [The ferry stops](https://a.example)')),
      NAMES.flatMap((name) => list(name, source, '[It stops](https://b.example) at nine.')),
      NAMES.flatMap((name) => list(name, source, '**The ferry:** It stops at nine.')),
    ])
      assert.match(items(...lines)[0] ?? '', /^•/);
  });
});

describe('Headings of links with nothing below them', () => {
  const sections = (...lines: string[]) =>
    read('# Title', '', '## Ferries', '', ...lines, '', '## Cranes', '', 'They come.').sections;

  it('are items of the section that contains them', () => {
    const [ferries, cranes] = sections(
      '### [The last ferry stops](https://a.example)',
      '',
      '### [Tickets cost more](https://b.example)',
      '',
      'Ten more, says the office.',
    );
    assert.deepEqual(
      ferries?.takeaways.map(({ label, text, references }) => [label, text, references.length]),
      [
        [undefined, 'The last ferry stops', 1],
        ['Tickets cost more', 'Ten more, says the office.', 1],
      ],
    );
    assert.deepEqual([ferries.sections.length, cranes?.title], [0, 'Cranes']);
  });

  it('are sections beside other headings, as versions, or if most have text', () => {
    for (const lines of [
      ['### [The last ferry stops](https://a.example)', '', '### Tugs', '', 'They wait.'],
      ['### [3.1](https://a.example)', '', '### [3.0](https://b.example)'],
      [
        '### [The last ferry stops](https://a.example)',
        '',
        'At nine.',
        '',
        '### [Tugs](https://b.example)',
        '',
        'Wait.',
      ],
    ])
      assert.equal(sections(...lines)[0]?.sections.length, 2, lines.join('\n'));
  });
});
