import assert from 'node:assert/strict';
import { allTakeaways, read, takeawaysOf } from '../support/fixture.ts';

describe('A bold line followed by its source', () => {
  it('is a headline if that is a name', () => {
    const told = (name: string, source: string, joint: string) =>
      `**${name}** [${source}](https://a.example/${name.length})${joint}The office has said so.\n\n`;
    for (const joint of ['\n\n', '\n'])
      assert.deepEqual(
        takeawaysOf(
          told('Ferry stops', 'The Harbour Gazette', joint) + told('起重机来了', '港报', joint),
        ).map(({ label }) => label),
        ['Ferry stops', '起重机来了'],
      );
    const numbered = (number: number) =>
      `- **#${number}** [Ports/${number}](https://a.example)\n\n  It is late.\n`;
    assert.deepEqual(
      takeawaysOf(numbered(4) + numbered(5)).map(({ label }) => label),
      ['#4 Ports/4', '#5 Ports/5'],
    );
    const sentence = (name: string) => told(name, 'say that it is late', '\n\n');
    assert.deepEqual(takeawaysOf(sentence('Trade unions') + sentence('Ships')), []);
    assert.deepEqual(takeawaysOf('**Ferry** [Map](https://a.example)\n\n'.repeat(3)), []);
  });

  it('is a story with the blocks below it, also on the first line of a text', () => {
    const story = (name: string) => [
      `🚢 **${name} stops at nine** [source](https://a.example/${name}) #harbour`,
      '',
      'It is late.',
      '- It stops.',
      '',
    ];
    const { title, sections } = read(...story('Ferry'), ...story('Tug'));
    assert.equal(title, '🚢 Ferry stops at nine source #harbour');
    assert.deepEqual(
      sections[0]?.takeaways.map(({ label, references }) => [label, references[0]?.url?.slice(-3)]),
      [
        ['Ferry stops at nine', 'rry'],
        ['Tug stops at nine', 'Tug'],
      ],
    );
    const rated = (name: string) => [
      `**${name} stops** [source](https://a.example/1) #harbour \`9/10\``,
      '',
      'It is late.',
      '',
    ];
    assert.deepEqual(
      allTakeaways(read('# T', '', ...rated('Ferry'), ...rated('Tug'))).map(({ label }) => label),
      ['Ferry stops', 'Tug stops'],
    );
    assert.deepEqual(
      takeawaysOf('**Source:** [Gazette](https://a.example)', '', '**Link:** [Log](https://b.example)'),
      [],
    );
  });
});

describe('A bold line followed by its citations', () => {
  it('is a story with the line below it, and their sources', () => {
    const sources = [
      '## Sources',
      '',
      '1. [Gazette](https://a.example/1)',
      '2. [Courier](https://b.example/2)',
    ];
    for (const [one, other] of [
      ['¹', '¹ ²'],
      ['[1]', '[1, 2]'],
      ['【1】', '【1】【2】'],
    ] as const) {
      const ferry = [`**Ferry stops** ${one}`, 'The office says so.', ''];
      const tug = [`**Tug sold** ${other}`, 'To Ann, they say.', ''];
      const takeaways = allTakeaways(read('# T', '', '## A', '', ...ferry, ...tug, ...sources));
      assert.deepEqual(
        takeaways.map(({ label, text, references }) => [label, text, references.length]),
        [
          ['Ferry stops', 'The office says so.', 1],
          ['Tug sold', 'To Ann, they say.', 2],
        ],
        one,
      );
    }
  });
});

describe('A headline in bold italics', () => {
  it('is a story with the blocks below it', () => {
    const lines = ['Ferry', 'Tug'].flatMap((one) => [`***${one} stops***`, '', 'It goes at nine.', '']);
    assert.deepEqual(
      takeawaysOf(...lines).map(({ label, text }) => [label, text]),
      [
        ['Ferry stops', 'It goes at nine.'],
        ['Tug stops', 'It goes at nine.'],
      ],
    );
  });
});

describe('Bold text on one line', () => {
  const labels = (...lines: string[]) => allTakeaways(read('# T', '', ...lines)).map(({ label }) => label);

  it('is one story in a quotation for each number', () => {
    const quoted = ['> **1. Ferry stops** It is late.', '> **2. Crane comes** It is old.'];
    assert.deepEqual(labels('## A', '', '**Gate opens** — At six.', '', ...quoted), [
      'Gate opens',
      'Ferry stops',
      'Crane comes',
    ]);
  });

  it('may be in a tag with a style', () => {
    const bold = (words: string) => `<strong style="color: #2caef7;">${words}</strong>`;
    assert.deepEqual(labels(`${bold('Ferry:')} It stops.`, '', `${bold('Crane')}: It comes.`), [
      'Ferry',
      'Crane',
    ]);
  });

  it('is a story with the quotation right below it, with or without a blank line between', () => {
    for (const between of [[], ['']])
      assert.deepEqual(
        takeawaysOf(
          ...['**1. Ferry stops (40 points)**', ...between, '> The office says so.', '> It is late.', ''],
          ...['**[Crane comes](https://a.example/crane)**', ...between, '> By barge.'],
        ).map(({ label, text }) => [label, text]),
        [
          ['Ferry stops (40 points)', 'The office says so. It is late.'],
          ['Crane comes', 'By barge.'],
        ],
      );
  });

  it('is a byline above a date if no other paragraph of the section starts like it', () => {
    const stories = ['## A', '', '**Ferry stops** — At nine.', '', '**Crane comes** — By barge.', ''];
    for (const byline of ['**Gazette** · 3 March 2026', '**Study | Gazette | 2026-03-03**'])
      assert.deepEqual(
        labels(...stories, '## B', '', byline, '', 'The pier is closed.'),
        ['Ferry stops', 'Crane comes'],
        byline,
      );
    assert.equal(labels(...stories, '## B', '', '**Pier closed** · For repairs.').length, 3);
  });

  it('is a byline above the text of a story if short pieces without a sentence follow', () => {
    const stories = ['## A', '', '**Ferry stops** — At nine.', '', '**Crane comes** — By barge.', ''];
    const byline =
      '**A. Writer, B. Author et al.** · `cs.LG` · [pdf](https://a.example/1.pdf) · relevance 31';
    const count = (...lines: string[]) => labels(...stories, '## B', '', ...lines).length;
    assert.equal(count(byline, '', 'The pier is closed for repairs.'), 2);
    assert.equal(count('**Pier closed** · new · For repairs.', '', 'It opens in May.'), 3);
    assert.equal(count('**The pier closes in May** · Gazette · 3 min', '', 'It opens in June.'), 3);
    assert.equal(count('**[Pier Closed](https://a.example)** · Gazette · 3 min', '', 'It opens in June.'), 3);
    assert.equal(count('**Ann van der Berg and Bob Example** · Gazette · 3 min', '', 'It opens in June.'), 2);
    assert.equal(count(byline, '', '> The pier is closed for repairs.'), 2);
    for (const counted of [
      '**84 votes** · [Paper](https://a.example/1)',
      '**2 447 ⭐/day** · Gazette · [Log](https://a.example/1)',
    ])
      assert.equal(count(counted, '', 'The pier is closed for repairs.'), 2, counted);
    assert.equal(count('**12 boats leave** · Gazette', '', 'They leave in May.'), 3);
    assert.equal(count('**Pier closed** · 31 points · 4 remarks'), 3);
    assert.equal(count('**Pier closed** · 31 points · 4 remarks', '', '- It opens in May.'), 3);
  });
});

describe('A bold clause that its sentence continues', () => {
  const count = (...lines: string[]) =>
    takeawaysOf(...lines.flatMap((line) => [line, ''])).map(({ label, text }) => label ?? text);

  it('begins a story', () => {
    const stories = [
      '**The north pier is closed for the winter**, so that all boats go to the south.',
      '**Two new tugs arrived on Monday**, bought by the harbour office.',
    ];
    assert.deepEqual(
      count(...stories),
      stories.map((line) => line.replaceAll('**', '')),
    );
  });

  it('has at least four words', () => {
    assert.deepEqual(
      count('**The ferry**, it says, stops at nine.', '**The new tug**, it says, is late.'),
      [],
    );
  });
});

describe('A label above a list, beside labels with their text', () => {
  const told = (...lines: string[]) =>
    takeawaysOf(...lines).map(({ label = '', text }) => `${label} | ${text.replaceAll('\n', ' / ')}`);
  const beside = [
    '**Wind:** It turns at nine.',
    '',
    '**Ports**:',
    '',
    '- Dublin',
    '- Cork',
    '',
    '**Sea:** It is calm.',
  ];

  it('is a story', () => {
    assert.deepEqual(told(...beside), [
      'Wind | It turns at nine.',
      'Ports | Dublin / Cork',
      'Sea | It is calm.',
    ]);
  });

  it('is none if it names a part, or if the stories have headlines', () => {
    const part = beside.map((line) => line.replace('Ports', 'Why it matters'));
    assert.equal(
      told(...part).some((story) => story.startsWith('Why')),
      false,
    );
    const headlines = beside.map((line) => line.replace(/:\*\* /, '** — '));
    assert.equal(
      told(...headlines).some((story) => story.startsWith('Ports')),
      false,
    );
  });
});

describe('A bold link that its sentence continues', () => {
  const count = (...lines: string[]) => takeawaysOf(...lines.flatMap((line) => [line, ''])).length;
  const study = '[**Ferry study**](https://a.example/1) shows that boats are late.';

  it('begins a story, unless another bold link is on its line', () => {
    assert.equal(count(study, study.replace('/1', '/2')), 2);
    const both = '[**Ferries**](https://a.example/1) and [**tugs**](https://a.example/2) are late.';
    assert.equal(count(both, study), 0);
  });
});
