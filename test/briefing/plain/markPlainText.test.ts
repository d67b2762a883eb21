import assert from 'node:assert/strict';
import { markPlainText } from '../../../src/briefing/plain/markPlainText.ts';
import { plainTextOf } from '../../../src/briefing/structure/plainText.ts';
import { drawn, read } from '../support/fixture.ts';

const LONG = `${'The clock strikes on the square. '.repeat(4)}It does.`;

describe('A plain text', () => {
  const cases: readonly (readonly [about: string, text: readonly string[], marked: readonly string[]])[] = [
    ['a known name above a list', ['Key Takeaways', '- a', '- b'], ['## Key Takeaways', '', '- a', '- b']],
    ['a title above it', ['Morning', 'Key Takeaways', '• a'], ['Morning', '', '## Key Takeaways', '', '- a']],
    [
      'a heading above prose',
      ['Prose it is.', 'What next?', 'It goes on and on.'],
      ['Prose it is.', '', '## What next?', '', 'It goes on and on.'],
    ],
    [
      'a first line above a list',
      ['Shopping', '1) bread', '2) milk'],
      ['# Shopping', '', '1. bread', '2. milk'],
    ],
    [
      'numbers in every form',
      ['1) a', '(2) b', '③ c', '4、d', '5、e'],
      ['1. a', '2. b', '3. c', '4. d', '5. e'],
    ],
    ['a bracket that is no number', ['(see below) a'], ['(see below) a']],
    ['marks that Markdown does not know', ['● b', '▪ c', '‣ d'], ['- b', '- c', '- d']],
    [
      'a list that is indented',
      ['A:', '', '   - a', '     - b', '   - c'],
      ['A:', '', '- a', '  - b', '- c'],
    ],
    [
      'lines wrapped by hand',
      ['The clock', 'strikes. And', 'stops.'],
      ['The clock', 'strikes. And', 'stops.'],
    ],
    ['an item wrapped by hand', ['- a', 'b', '- c'], ['- a', '    b', '- c']],
    ['a paragraph a line', [LONG, 'and more.'], [LONG, '', 'and more.']],
    [
      'a sentence that goes on below an item and in a paragraph',
      [`- ${LONG} So they`, 'go on.', 'And end', '', `${LONG} So they`, 'go on.'],
      [`- ${LONG} So they`, '    go on.', '', 'And end', '', `${LONG} So they`, 'go on.'],
    ],
    ['a nested item behind a blank line', ['- a', '', '  - b'], ['- a', '', '  - b']],
    ['a list with blank lines', ['- a', '', '- b', '', 'c'], ['- a', '', '- b', '', 'c']],
    [
      'a source and its site',
      ['Sources', 'Why it is', 'a.example'],
      ['## Sources', '', 'Why it is', 'a.example'],
    ],
  ];

  it('gets the marks that its author left out', () => {
    for (const [about, text, marked] of cases)
      assert.deepEqual(markPlainText(text, false).lines, marked, about);
  });

  it('maps each line with marks to its original line', () => {
    for (const [about, text] of cases) {
      const { lines, origins } = markPlainText(text, false);
      assert.equal(origins.length, lines.length, about);
      lines.forEach((line, i) => {
        const words = (s = '') => s.replace(/^[^\p{L}]+/u, '');
        if (line !== '') assert.equal(words(line), words(text[origins[i] ?? -1]), about);
      });
    }
  });
});

describe('The headings of a plain text', () => {
  function headings(...lines: string[]): string[] {
    return drawn(read(...lines).sections).map((line) => line.replace(/^ *\d /, ''));
  }

  it('are the short lines above a list or prose', () => {
    assert.deepEqual(headings(LONG, 'Why now?', LONG, 'The Ferry: A Story', LONG), [
      'Why now?',
      'The Ferry: A Story',
    ]);
  });

  it('include the first line if it is right above a list like the others', () => {
    const others = ['', 'Tugs', '- One is late.', '', 'Cranes', '- One comes.'];
    const sections = (...lines: string[]) => drawn(read(...lines, ...others).sections);
    assert.deepEqual(sections('Ferries', '- It stops.'), ['2 Ferries', '2 Tugs', '2 Cranes']);
    for (const first of ['Harbour brief, 3 March 2026', 'These came into port:', 'Good morning!'])
      assert.deepEqual(sections(first, '- It stops.'), ['2 Tugs', '2 Cranes'], first);
    assert.deepEqual(sections('Harbour brief', '', '- It stops.'), ['2 Tugs', '2 Cranes']);
    const bold = ['', '**Tugs**', '', '- One is late.', '', '**Cranes**', '', '- One comes.'];
    const below = (...lines: string[]) => drawn(read(...lines, ...bold).sections);
    assert.deepEqual(below('**Ferries**', '', '- It stops.'), ['2 Ferries', '2 Tugs', '2 Cranes']);
    for (const lines of [
      ['**Ferries**', '- It stops.'],
      ['Ferries', '', '- It stops.'],
    ])
      assert.deepEqual(below(...lines), ['2 Tugs', '2 Cranes'], lines.join(' '));
  });

  it('may be longer if all their words start like those of a headline', () => {
    const line = 'Harbour Watch: The Office Stops the Last Ferry at Nine, and the Crane Comes Late Again';
    assert.ok(line.length > 80);
    assert.deepEqual(headings(LONG, line, LONG), [line]);
    for (const other of [line.toLowerCase(), line.replace('Last', 'last'), `${line}.`, line.repeat(2)])
      assert.deepEqual(headings(LONG, other, LONG), [], other);
  });

  it('do not end a sentence, are not above nothing, in lower case, long or an address', () => {
    const others = [
      'It stops.',
      'It stops,',
      'See below:',
      'and then',
      'a.example',
      `Word${' word'.repeat(12)}`,
      `${'W'.repeat(41)}${'w'.repeat(40)}`,
    ];
    for (const line of others) assert.deepEqual(headings(LONG, line, LONG), [], line);
    assert.deepEqual(headings(LONG, 'Why now?'), []);
    assert.deepEqual(headings(LONG, 'Why now?', 'No end'), []);
  });

  it('are only known names below the name of a reference section', () => {
    const lines = [
      'Key Takeaways',
      '- a',
      'Sources',
      'Why did it strike?',
      'It struck because of the cold.',
      'Highlights',
      '- b',
    ];
    assert.deepEqual(headings(...lines), ['Key Takeaways', 'Sources', 'Highlights']);
  });

  it('do not include a line that only Markdown takes for a mark', () => {
    assert.deepEqual(headings('Hello there.', '-', 'Bye now.'), []);
    assert.deepEqual(headings(LONG, 'About C #', '- a'), ['About C #']);
  });

  it('do not include lines of a list in columns, or a letter alone', () => {
    const columns = ['Gods of Mars     [Mars #2][gmars.xxx]', 'Gods of Mars [#2]  64', 'Gods    Mars'];
    for (const line of [...columns, 'E']) assert.deepEqual(headings(LONG, '', line, '', LONG), [], line);
    assert.deepEqual(headings(LONG, '', 'Gods of Mars [2]', '', LONG), ['Gods of Mars [2]']);
  });
});

describe('A multipart mail', () => {
  const parts = (under: string, harbour = 'the harbour office') => [
    'Harbour AM',
    '',
    'Good morning.',
    '',
    ...['1 big thing: Ferries stop', ...(under ? [under] : []), ''],
    ...[`The last one goes at nine, ${harbour} says.`, '', 'Why it matters: Many take it.', ''],
    ...['- One goes to the island.', '- Two cross the river.', ''],
    ...['2. The mayor’s tug pause', ...(under ? [under] : []), '', 'They wait until the council has met.'],
  ];

  it('has a heading for each part, underlined or not, as plain text and as Markdown', () => {
    for (const lines of [parts('-----'), parts(''), parts('-----', '[the office](https://a.example)')]) {
      const { title, lede, sections } = read(...lines);
      assert.deepEqual([title, lede], ['Harbour AM', 'Good morning.']);
      assert.deepEqual(drawn(sections), ['2 1 big thing: Ferries stop', '2 2. The mayor’s tug pause']);
      assert.deepEqual(
        sections.map(({ takeaways }) => takeaways.length),
        [2, 0],
      );
    }
  });
});

describe('The words of a plain text', () => {
  it('are not items if they only start like one', () => {
    for (const line of ['1994. It was a good year.', '- or -', '7)', '+', '2026) and on']) {
      const briefing = read('A first line of words.', '', line, '', 'And a last one.');
      assert.deepEqual(briefing.sections, [], line);
      assert.equal(briefing.lede.split('\n')[2], line);
    }
  });

  it('are kept if they look like metadata below a title', () => {
    const briefing = read('Harbour', '', 'Title: Ferries stop', 'Link: https://a.example', '', 'More.');
    assert.match(briefing.lede, /^Title: Ferries stop/);
  });

  it('are hard-wrapped if only an address or a tag is long', () => {
    const address = `See https://a.example/${'a'.repeat(120)}`;
    const tag = `<a href="https://a.example/${'a'.repeat(120)}">the page</a>`;
    for (const long of [address, tag]) {
      const lines = ['The clock strikes', 'again. It does so', 'at noon.', '', long];
      assert.equal(markPlainText(lines, true).lines.join('/'), lines.join('/'), long);
    }
    assert.equal(markPlainText(['a', 'b', LONG], true).lines[1], '');
  });
});

describe('Plain text with backslashes from a program', () => {
  it('is shown without the backslashes', () => {
    const { sections } = read(
      'The port',
      '',
      '4\\. Ferries:',
      '',
      'They wait \\[here\\] until nine.',
      '',
      '\\- late',
    );
    assert.deepEqual(
      sections.map(({ title, takeaways }) => [title, ...takeaways.map(({ text }) => text)]),
      [['4. Ferries', 'late']],
    );
    assert.match(sections[0]?.title ?? '', /^4\./);
  });

  it('keeps backslashes of paths and in other places', () => {
    assert.equal(markPlainText(['See C:\\[a]'], true).lines.join(), 'See C:\\\\[a]');
  });
});

describe('The text of a piece of Markdown', () => {
  it('has a line for each paragraph', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['', ''],
      ['A *b* [c](https://c.example)\nd', 'A b c d'],
      ['A.\n\n- b\n- c', 'A.\n\nb\n\nc'],
      ['<b>a</b> &lt;b&gt; &amp; $(icon)', 'a <b> & $(icon)'],
    ];
    for (const [source, words] of cases) assert.equal(plainTextOf(source), words);
  });
});
