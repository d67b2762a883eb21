import assert from 'node:assert/strict';
import { headings } from '../../support/headings.ts';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';

const PROSE = 'The ferry goes at nine.';
const LONG = `${'The ferry waits for the crane at the old bridge. '.repeat(5)}It does.`;

const parts = (...names: string[]) => names.flatMap((name) => [name, PROSE, '']);

describe('Lines that are drawn or have a sign in the same way', () => {
  it('are headings right above their text', () => {
    const drawn = (before: string, after: string) => parts(`${before}Port${after}`, `${before}Tugs${after}`);
    for (const [before, after] of [
      ['--- ', ' ---'],
      ['=== ', ' ==='],
      ['═══ ', ' ═══'],
      ['[-- ', ' --]'],
    ] as const)
      assert.deepEqual(headings([LONG, '', ...drawn(before, after)]), ['Port', 'Tugs'], before);
    assert.deepEqual(headings([LONG, '', ...drawn('【', '】')]), ['【Port】', '【Tugs】']);
    // A long text is one of several such lines, one of which has a known name.
    const known = [
      '【注目ニュース】',
      '1. 船が止まる',
      '',
      '【分析】',
      '船は九時に止まる。'.repeat(20),
      '橋も。',
    ];
    assert.deepEqual(headings([LONG, '', ...known]), ['【注目ニュース】', '【分析】']);
    const signed = parts('■ Port', '■ Tugs', '■ Cranes');
    assert.deepEqual(headings([LONG, '', ...signed]), ['■ Port', '■ Tugs', '■ Cranes']);
  });

  it('are headings in brackets if two are right above lists, in plain text and in Markdown', () => {
    const listed = [
      '[Port / Tugs]',
      '- One is late',
      '',
      '[부두]',
      '▪\ufe0f 배가 멈췄다',
      '  - 사실: 늦었다.',
      '',
    ];
    assert.deepEqual(headings([LONG, '', ...listed]), ['[Port / Tugs]', '[부두]']);
    const titled = parseBriefing(['# Harbour', '', ...listed].join('\n'), 'a.md');
    assert.deepEqual(
      titled.sections.map(({ title }) => title),
      ['[Port / Tugs]', '[부두]'],
    );
    const asides = ['[Ann draws a boat]', '- One is late', '', '[Bob draws a tug]', '- One is new', ''];
    assert.deepEqual(headings([LONG, '', ...asides]), []);
  });

  it('are not if there is only one, or if they are right below each other', () => {
    assert.deepEqual(headings([LONG, '', '--- Port ---', 'A tug', '']), []);
    assert.deepEqual(headings([LONG, '', ...parts('■ port one', '■ tugs')]), []);
    assert.deepEqual(headings([LONG, '', '■ port,', '■ tugs,', '■ cranes,', PROSE]), []);
  });

  it('are all sections if they are all called the same, the first as well', () => {
    const text = parts('--- News ---', '--- News ---', '--- News ---').join('\n');
    const { title, sections } = parseBriefing(text, 'harbour_brief.txt');
    assert.equal(title, 'Harbour brief');
    assert.deepEqual(
      sections.map((section) => section.title),
      ['News', 'News', 'News'],
    );
  });
});

describe('Lines above text', () => {
  it('are headings if three are short titles with a colon, in a text that is not wrapped by hand', () => {
    const lines = [LONG, 'Key Movers:', '', 'Tugs up', '', 'Expert View:', LONG, 'What Next:', LONG];
    assert.deepEqual(headings(lines), ['Key Movers:', 'Expert View:', 'What Next:']);
    assert.deepEqual(headings(lines.filter((line) => line !== 'Key Movers:')), []);
    const same = lines.map((line) => (line.endsWith(':') ? 'Ann:' : line));
    assert.deepEqual(headings(same), []);
  });

  it('are headings if three are headlines right above text that is much longer, in such a text', () => {
    const headline = (name: string) =>
      `The ${name} of the harbour stops at nine in the evening from Monday on, and the office says why it has to`;
    const stories = (...names: string[]) => names.flatMap((name) => [headline(name), LONG, '']);
    assert.deepEqual(headings(stories('ferry', 'tug', 'crane')), ['ferry', 'tug', 'crane'].map(headline));
    assert.deepEqual(headings(stories('ferry', 'tug')), []);
    const speech = stories('ferry', 'tug', 'crane').flatMap((line) => [
      line,
      ...(line === '' ? [PROSE, PROSE, ''] : []),
    ]);
    assert.deepEqual(headings(speech), []);
  });

  it('are headings if they are such headlines in a text without blank lines, though a link ends the text', () => {
    const headline = (name: string) =>
      `The harbour office says that the ${name} of the old town ${'waits and '.repeat(4)}stops`;
    const names = ['ferry', 'tug', 'crane'];
    const lines = ['HARBOUR', ...names.flatMap((name) => [headline(name), `${LONG} Read more »`])];
    assert.deepEqual(headings(lines), ['HARBOUR', ...names.map(headline)]);
    assert.deepEqual(headings([...lines, ...lines.map((line) => `${line}.`)]), ['HARBOUR']);
  });

  it('are headings above text that breaks off if its address is below that', () => {
    const stories = (...names: string[]) =>
      names.flatMap((name) => [
        name,
        'It waits for the crane at the old bridge, and so does the tug',
        `https://a.example/${name.length}`,
        '',
      ]);
    const names = ['The ferry stops', 'The tug is sold', 'A crane comes…'];
    const lines = [LONG, '', ...stories(...names)];
    assert.deepEqual(headings(lines), names);
    assert.deepEqual(headings(lines.filter((line) => !line.startsWith('http'))), []);
    assert.deepEqual(headings(stories(...names)), names, 'in a wrapped text as well');
  });
});

describe('Dates above text', () => {
  it('are headings if there are three, and one is right above its text', () => {
    const days = [
      '1 March 2026',
      '',
      'ann is late',
      '2 March 2026',
      '',
      'ann: late',
      '',
      '3 March 2026',
      'bob: ill',
    ];
    const apart = days.flatMap((line) => (line.includes('2026') ? ['', line] : [line]));
    assert.deepEqual(headings([PROSE, ...apart]), ['1 March 2026', '2 March 2026', '3 March 2026']);
  });
});

describe('Headings that recur below other headings', () => {
  it('are a level deeper, and the first part may be right below its heading', () => {
    const meeting = (day: number) => [
      `Harbour meeting ${day}: ferries`,
      'Agenda:',
      '- Ferries',
      'Results:',
      '- One is late',
      '',
    ];
    const text = ['Minutes', '', ...meeting(1), ...meeting(2), ...meeting(3)].join('\n');
    const { sections } = parseBriefing(text, 'minutes.txt');
    assert.deepEqual(
      sections.map(({ title, sections }) => [title, ...sections.map((part) => part.title)]),
      [1, 2, 3].map((day) => [`Harbour meeting ${day}: ferries`, 'Agenda', 'Results']),
    );
  });
});

describe('Lines of data', () => {
  it('are no headings if three are right below each other, whatever their labels are', () => {
    const lines = [
      'Name: Ann',
      'Weight % (about): 18',
      'Which boats do you like?: tugs',
      'Is there more?: No',
    ];
    assert.deepEqual(headings([PROSE, '', ...lines, '', LONG]), []);
  });
});

describe('A line of Chinese or Japanese', () => {
  it('is not in capitals because of a name in it', () => {
    assert.deepEqual(headings([PROSE, '', '港務局ABCDでは', '', PROSE, '', LONG]), ['港務局ABCDでは']);
    assert.deepEqual(headings([PROSE, '', '港務局ABCDでは、', '- a', '- b']), []);
  });
});

describe('Numbers of parts and versions', () => {
  it('begin headings if there are three that begin apart', () => {
    const lines = ['0.9.1 July 2024', '- a', '', '0.9.0 (May 2024):', '- b', '', '0.8', 'ann: ill', ''];
    assert.deepEqual(headings([PROSE, '', ...lines]), ['0.9.1 July 2024', '0.9.0 (May 2024):', '0.8']);
    assert.deepEqual(
      headings([PROSE, '', '3.1 boats', 'a', '', '3.2 boats', 'b', '', '4.1 boats', 'c', '']),
      [],
    );
  });
});

describe('The first of several short lines with a colon above a list', () => {
  it('is a heading below the byline of the title', () => {
    const lists = ['Ferries:', '- a', '', 'Tugs:', '- b', '', 'Cranes:', '- c'];
    const lines = ['Harbour brief, 3 March 2026', 'Compiled by Ann', '', ...lists];
    const names = headings(lines).filter((words) => words.endsWith(':'));
    assert.deepEqual(names, ['Ferries:', 'Tugs:', 'Cranes:']);
  });

  it('is a heading below a version, and not below any other line', () => {
    const namesBelow = (line: string) =>
      headings([
        'Harbour boats',
        '',
        line,
        ' Ferries:',
        '   - a',
        '',
        ' Tugs:',
        '   - b',
        '',
        ' Cranes:',
        '   - c',
      ])
        .filter((words) => words.endsWith(':'))
        .map((words) => words.trim());
    assert.deepEqual(namesBelow('1.2.0 (3 March 2026)'), ['Ferries:', 'Tugs:', 'Cranes:']);
    assert.deepEqual(namesBelow('The old boats'), ['Tugs:', 'Cranes:']);
  });
});

describe('A heading with the line break of Markdown at its end', () => {
  it('has none in its words', () => {
    assert.deepEqual(headings([PROSE, '', 'ADVERTISEMENT\\', PROSE, '', LONG]), ['ADVERTISEMENT']);
  });
});

describe('A drawn line below a list', () => {
  it('is a heading, and no item', () => {
    const lines = [LONG, '', '--- Port ---', '- a', '- b', '', '--- Tugs ---', '- c'];
    assert.deepEqual(headings(lines), ['Port', 'Tugs']);
  });
});

describe('Numbered lines right above lists of bullets', () => {
  it('are headings if the numbers rise, or begin again, also with a colon', () => {
    const run = ['1. Ferries:', '- a', '- b', '', '2. Tugs', '- c', ''];
    const heads = ['1. Ferries:', '2. Tugs', '1. Ferries:', '2. Tugs'];
    assert.deepEqual(headings([PROSE, '', ...run, PROSE, '', ...run]), heads);
    assert.deepEqual(headings([PROSE, '', ...run, '3. The crane', '', ...run]), []);
  });
});

describe('Lines that begin alike above lists', () => {
  const list = ['- the ferry stops', '- the tug comes', ''];
  const heads = (...names: string[]) => headings([LONG, '', ...names.flatMap((name) => [name, ...list])]);

  it('are headings if only their numbers tell three apart, or what comes after the first number', () => {
    for (const names of [
      ['ver 1.3 (not yet out)', 'ver 1.2.4 (2026/03/03)', 'ver 1.2 (late)'],
      ['v1.3 2026-03-03  Ann <ann@a.example>', 'v1.2 2026-02-03  Ann <ann@a.example>', 'v1.1 2026  Bob'],
    ])
      assert.deepEqual(heads(...names), names);
    assert.deepEqual(heads('ver 1.3', 'ver 1.2', 'tug 1.1'), []);
    assert.deepEqual(heads('ver 1.3', 'ver 1.3', 'ver 1.3'), []);
    assert.deepEqual(heads('ver 1.3 is out.', 'ver 1.2 is out.', 'ver 1.1 is out.'), []);
  });

  it('are headings in Markdown, too, below its only heading', () => {
    const days = ['2026 Q1', '2026 Q2', '2026 Q3'].flatMap((name) => [name, ...list]);
    const { title, sections } = parseBriefing(['## Harbour', '', PROSE, '', ...days].join('\n'), '1.md');
    assert.equal(title, 'Harbour');
    assert.deepEqual(
      sections.map((section) => section.title),
      ['2026 Q1', '2026 Q2', '2026 Q3'],
    );
    for (const line of [
      'Source: Gazette #',
      'I went to the harbour and saw # ferries with',
      'We saw ferries on # of the new days in',
    ]) {
      const lines = ['1', '2', '3'].flatMap((number) => [line.replace('#', number), ...list]);
      const text = ['## Harbour', '', PROSE, '', ...lines].join('\n');
      const found = parseBriefing(text, '1.md').sections.map((section) => section.title);
      assert.deepEqual(found, ['Harbour'], line);
    }
  });

  it('are headings of any length if they share four words and end in a colon, and what else has those', () => {
    const has = 'This new timetable has the following';
    const lines = (above: string) =>
      ['changes', 'smaller changes'].flatMap((one) => [above, '', `${has} ${one}:`, '', ...list]);
    const bugs = `${has} mistakes:`;
    assert.deepEqual(headings([LONG, '', ...lines(PROSE), bugs, '', LONG]), [
      `${has} changes:`,
      `${has} smaller changes:`,
      bugs,
    ]);
    assert.deepEqual(headings([LONG, '', ...lines('Ferries')]), ['Ferries', 'Ferries']);
  });
});
