import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { allTakeaways, read, takeawaysOf } from '../support/fixture.ts';

describe('Lists of parts', () => {
  const section = (name: string, ...lines: string[]) => [`## ${name}`, '', ...lines, ''];
  const labels = (...lines: string[]) => allTakeaways(read('# T', '', ...lines)).map(({ label }) => label);
  const parts = ['- **Our view:** It is late.', '- **For the harbour:** Close the pier, and do it soon.'];

  it('are of one story if three sections have the same parts, whatever their names', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((name) => section(name, ...parts));
    assert.deepEqual(labels(...(a ?? []), ...(b ?? []), ...(c ?? [])), []);
    assert.deepEqual(labels(...(a ?? []), ...(b ?? [])).length, 4);
    const link = '- [Source](https://a.example/1)';
    assert.deepEqual(
      labels(...['A', 'B', 'C'].flatMap((name) => section(name, '- **Our view:** It is late.', link))),
      [],
    );
  });

  it('are of one story if their labels name parts, in several languages', () => {
    const others = section('A', '**Ferry stops** — At nine.', '', '**Crane comes** — By barge.');
    const story = section(
      'B',
      '**内容：** 渡轮停了。',
      '',
      '**互动：** 12 次',
      '',
      '**链接：** https://a.example/1',
    );
    assert.deepEqual(labels(...others, ...story), ['Ferry stops', 'Crane comes']);
    const finnish = section('C', '**Tausta:** Lautta seisoo.', '', '**Miksi tärkeää:** Laivat odottavat.');
    assert.deepEqual(labels(...others, ...finnish), ['Ferry stops', 'Crane comes']);
  });

  it('are of one story if the labels are those of a paper or of news, even if there is only one list', () => {
    const paper = [
      ...['- arXiv: 2603.00001', '- Authors: Ann Example', '- Categories: harbours, piers and quays'],
      '- Abstract: We consider ferries that stop at nine.',
    ];
    assert.deepEqual(labels(...section('A paper', ...paper)), []);
    const told = ['- **發生什麼事**：渡輪停了。', '- **為什麼重要**：船在等。', '- **誰會受影響**：所有人。'];
    assert.deepEqual(labels(...section('B', ...told)), []);
  });

  it('do not include lists of links with text about each', () => {
    const top = (name: string) =>
      section(
        name,
        '**Read these**',
        '',
        ...[1, 2].flatMap((i) => [
          `${i}. [${name} no. ${i}](https://a.example/${name}/${i})`,
          '   - Why: It is late.',
          '',
        ]),
        '**What is hard**',
        '',
        '- To stop at nine.',
      );
    assert.deepEqual(
      labels(...['Ferry', 'Crane', 'Tug'].flatMap(top)).filter((label) => label?.includes('no. ')),
      ['Ferry', 'Crane', 'Tug'].flatMap((name) => [`${name} no. 1`, `${name} no. 2`]),
    );
  });

  it('are of one story if they have one more part of their own', () => {
    const story = (name: string, ...more: string[]) =>
      section(
        name,
        '**Our view:** It is late.',
        '',
        '**Findings:**',
        '- It stops.',
        '- It goes on.',
        '',
        ...more,
      );
    const last = ['**Method:** We asked.'];
    assert.deepEqual(
      labels(
        ...story('A', ...last),
        ...story('B', ...last, '', '**A doubt:** Nobody saw it.'),
        ...story('C', ...last),
      ),
      [],
    );
  });

  it('are stories if a label occurs twice in a row, as the kind of each story', () => {
    const story = (label: string, name: string) => [`**${label}**`, `The ${name} stops at nine today.`, ''];
    const told = ['A', 'B'].flatMap((name) =>
      section(name, ...story('Proof', name), ...story('Proof', 'tug')),
    );
    assert.deepEqual(labels(...told), ['Proof', 'Proof', 'Proof', 'Proof']);
    const parted = ['A', 'B', 'C'].flatMap((name) =>
      section(name, ...story(`${name} stops`, name), ...story('Proof', name), ...story(`${name} goes`, name)),
    );
    assert.equal(labels(...parted).includes('Proof'), false);
  });

  it('may have a link alone beside them, which is the source of the story', () => {
    const story = (name: string) =>
      section(
        name,
        '- **Our view:** It is late.',
        `- [The office on the ${name}](https://a.example/${name})`,
      );
    const briefing = read('# T', '', ...['A', 'B', 'C'].flatMap(story));
    assert.deepEqual(allTakeaways(briefing), []);
    const marked = (name: string) => story(name).map((line) => line.replace('- [', '- 🔗 ['));
    assert.deepEqual(labels(...['A', 'B', 'C'].flatMap(marked)), []);
    assert.deepEqual(
      readingItems(briefing).map(({ references }) => references.map(({ title }) => title)),
      [['The office on the A'], ['The office on the B'], ['The office on the C']],
    );
  });

  it('are stories if some labels occur once, or are links', () => {
    const own = (name: string) => section(name, ...parts, `- **${name} stops:** It is late again today.`);
    assert.equal(labels(...['A', 'B', 'C'].flatMap(own)).length, 9);
    const linked = [
      '- [Ferry](https://a.example/1): It stops at nine today.',
      '- [Tug](https://a.example/2): It goes on at ten.',
    ];
    assert.equal(labels(...['A', 'B', 'C'].flatMap((name) => section(name, ...linked))).length, 6);
  });

  it('are news if each label is above links only', () => {
    const group = (name: string) => [
      `- **${name}**:`,
      ...[1, 2].map((n) => `  - [${name} ${n}](https://a.example/${name}${n})`),
    ];
    const own = (name: string) => section(name, ...group('Ferries'), ...group('Status'));
    assert.deepEqual(labels(...['A', 'B', 'C'].flatMap(own)).slice(0, 2), ['Ferries', 'Status']);
  });

  it('belong to the bold line above them if three lists have the same parts', () => {
    const story = (name: string) => [`**${name}**`, '', ...parts, ''];
    const [a, b, c] = ['Ferry stops', 'Crane comes', 'Tug sinks'].map(story);
    assert.deepEqual(labels('## A', '', ...(a ?? []), ...(b ?? []), ...(c ?? [])), [
      'Ferry stops',
      'Crane comes',
      'Tug sinks',
    ]);
    assert.equal(labels('## A', '', ...(a ?? []), ...(b ?? [])).length, 4);
  });

  it('may have a part that is bold as a whole, text included', () => {
    const story = ['**Status: draft | Date: 3 March**', '', '**Our view:** Late.', '', '**Source:** Ann'];
    assert.deepEqual(labels(...['A', 'B', 'C'].flatMap((name) => section(name, ...story))), []);
  });
});

describe('An item that is a source', () => {
  it('belongs to the item above, unless most items are sources', () => {
    const link = (at: number) => `- [Source](https://a.example/${at})`;
    const [first, second, ...others] = takeawaysOf('- Ferry stops.', link(1), '- Crane comes.', link(2));
    assert.deepEqual(
      [first, second].map((one) => [one?.text, one?.references.map(({ url }) => url)]),
      [
        ['Ferry stops.\nSource', ['https://a.example/1']],
        ['Crane comes.\nSource', ['https://a.example/2']],
      ],
    );
    assert.deepEqual(others, []);
    assert.equal(takeawaysOf('- Ferry stops.', link(1), link(2)).length, 3);
    assert.equal(takeawaysOf(link(1), '- Ferry stops.').length, 2);
  });
});

describe('A rule drawn with box characters', () => {
  it('separates items whose numbers continue', () => {
    const item = (at: number) => [
      `${at}. Ferry ${at}`,
      '📝 It stops.',
      `🔗 https://a.example/${at}`,
      '━━━━━━',
    ];
    const { sections } = read('Ferries today', '━━━━━━', ...[1, 2, 3].flatMap(item));
    assert.deepEqual(
      sections.map(({ takeaways }) =>
        takeaways.map(({ references }) => references.map(({ url }) => url?.slice(-1))),
      ),
      [[['1'], ['2'], ['3']]],
    );
    assert.deepEqual(takeawaysOf('Ferry.', '', '─────', '', 'Tug.'), []);
    assert.deepEqual(readingItems(read('# T', '', '━━━━━━', '', '## A', '', 'Words.')).length, 1);
  });
});

describe('The first of several dated headings', () => {
  it('gives the title if it has more words than the date, and the text continues with items', () => {
    const day = (at: number) => [
      `## Ferry news daily (2026-03-0${at})`,
      '',
      '1. It stops.',
      '2. It goes.',
      '',
    ];
    assert.equal(read(...day(1), ...day(2)).title, 'Ferry news daily (2026-03-01)');
  });
});

describe('A list that is one line of sources', () => {
  it('has the sources of the paragraph above', () => {
    const links = '- [Gazette](https://a.example) · [Courier](https://b.example)';
    const briefing = read('# T', '', '## A', '', 'The ferry stops at nine.', links, '', '## B', '', links);
    assert.deepEqual(
      briefing.sections.map(({ takeaways }) => takeaways.length),
      [0, 1],
    );
    assert.deepEqual(
      readingItems(briefing).map(({ kind, references }) => [kind, references.length]),
      [
        ['passage', 2],
        ['takeaway', 2],
      ],
    );
  });
});

describe('Labels that are months', () => {
  it('begin stories, in however many sections they recur', () => {
    const year = (name: string) => [
      `## ${name}`,
      '',
      ...months.flatMap((month) => [`${month} The ferry stops at nine.`, '']),
    ];
    const months = ['**January:**', '**Février:**', '**March**:'];
    for (const names of [
      ['Ferries', 'Cranes'],
      ['Ferries', 'Cranes', 'Tugs'],
    ])
      assert.equal(allTakeaways(read('# T', '', ...names.flatMap(year))).length, names.length * 3);
  });
});

describe('A summary of nothing but parts', () => {
  it('is one item if each story has the same parts', () => {
    const story = (name: string, summary: string) => [
      `## ${name}`,
      '',
      `### ${summary}`,
      '',
      '**What changed**  ',
      `The ${name} stops at nine from Monday on.`,
      '',
      '**Risks**  ',
      'Ships may wait longer than before.',
      '',
    ];
    const told = [story('Ferry', 'Summary'), story('Crane', 'In short'), story('Tug', 'Key points')];
    assert.deepEqual(
      allTakeaways(read('# T', '', ...told.flat())).map(({ label, text }) => [label, text.split('\n')[0]]),
      ['Ferry', 'Crane', 'Tug'].map((name) => ['What changed', `The ${name} stops at nine from Monday on.`]),
    );
  });
});

describe('A section that starts with a list of data', () => {
  const read1 = (...lines: string[]) =>
    readingItems(read('# T', '', '## Ferry film', '', ...lines)).map(({ kind, label }) => `${kind} ${label}`);
  const data = [
    '- **Date:** 3 March 2026',
    '- **Link:** [Film](https://a.example)',
    '- **Seen by:** 120',
    '',
  ];
  const said = [
    '**In it:** The ferry stops.',
    '',
    '**Scenes:**',
    '',
    '- **0:30**: The pier.',
    '- **1:20**: The tug.',
  ];

  it('is one story, whatever its parts are called', () => {
    assert.deepEqual(read1(...data, ...said), ['passage Ferry film']);
  });

  it('contains items if the list has at most one part or has sentences, and if others are headlines', () => {
    for (const lines of [
      [...data.slice(0, 1), ...data.slice(2), ...said],
      [...data.slice(0, 2), '- The office closes.', '', ...said],
      [...data, '**Ferry stops** — At nine.', '', '**Crane comes** — By barge.'],
    ])
      assert.ok(
        read1(...lines).some((item) => item.startsWith('takeaway')),
        lines.join(' / '),
      );
  });
});
