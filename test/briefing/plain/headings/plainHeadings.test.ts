import assert from 'node:assert/strict';
import { headings } from '../../support/headings.ts';
import { itemLinesIn } from '../../../../src/briefing/text/bullets/listMarks.ts';
import { headingsOf } from '../../../../src/briefing/plain/headings/plainHeadings.ts';

const PROSE = 'The ferry goes at nine.';
const MORE = 'It goes on until the evening, and then it stops for the night.';
const LONG = `${'The clock strikes on the square. '.repeat(4)}It does.`;

/** The words of the only line between blank lines, with prose above and below; none if it is not a heading. */
function apart(line: string, below = MORE): string | undefined {
  return headings([PROSE, '', line, '', below])[0];
}

describe('A line that its author has marked', () => {
  // Each line ends in punctuation and has almost no text below, so its shortness alone does not make it a heading.
  const cases: readonly (readonly [line: string, words: string])[] = [
    ['ABCD!', 'ABCD!'],
    ['FERRYTIMEs!', 'FERRYTIMEs!'],
    ['> NEWS!', 'NEWS!'],
    ['**A ferry!**', 'A ferry!'],
    ['__A ferry!__', 'A ferry!'],
    ['*** a ferry! ***', 'a ferry!'],
    ['=== a ferry! ===', 'a ferry!'],
    ['==a ferry!==', 'a ferry!'],
    ['.:: a ferry! ::.', 'a ferry!'],
    ['=  [ a ferry! ]  =', 'a ferry!'],
    ['** a ferry! **', 'a ferry!'],
    ['--A ferry!', 'A ferry!'],
    ['--A ferry!--', 'A ferry!'],
    ['--"a ferry!"', '"a ferry!"'],
    ['--A well-known ferry!--', 'A well-known ferry!'],
    ['|| 7 a.m.! ||', '7 a.m.!'],
    ['+- a ferry! -+', 'a ferry!'],
  ];

  it('is a heading, without its decoration', () => {
    for (const [line, words] of cases) assert.equal(apart(line, 'a'), words, line);
  });

  it('is not a heading if the mark has another meaning', () => {
    for (const line of [
      'ABC!', // three capitals
      'FERRYTIMs!', // eight of nine letters
      'FERRY.EXAMPLE',
      'NEWS,',
      'NEWS.”',
      '* a ferry! *',
      '*** a ferry!',
      '=a ferry!==',
      '==a ferry!=',
      '--a ferry!',
      'see --A ferry!',
      '=== a ferry! === now!',
      '=== a ferry, ===',
      'F'.repeat(121),
    ]) {
      assert.equal(apart(line, 'a'), undefined, line);
    }
    assert.equal(apart('F'.repeat(120)), 'F'.repeat(120));
  });

  it('is not a heading inside a paragraph, or with nothing below it', () => {
    for (const [line] of cases) {
      assert.deepEqual(headings([PROSE, line, MORE, '', PROSE]), [], line);
      assert.deepEqual(headings([PROSE, '', MORE, '', line, '']), [], line);
    }
  });

  it('is not a heading in capitals right above its continuation, or above its site', () => {
    assert.deepEqual(headings([PROSE, '', 'THE FERRY!', 'and so on', '', MORE]), []);
    assert.deepEqual(headings([PROSE, '', 'THE FERRY!', MORE, '', MORE]), ['THE FERRY!']);
    assert.deepEqual(headings([PROSE, '', 'THE FERRY', 'ferry.example', '', MORE]), []);
    assert.deepEqual(headings([LONG, 'THE FERRY!', 'ferry.example', LONG]), []);
    assert.deepEqual(headings([PROSE, '', 'THE FERRY!', '- a']), ['THE FERRY!']);
  });

  it('is not a heading right below a list if it only has decoration', () => {
    assert.deepEqual(headings(['- a', '', '=== a ferry! ===', '', 'b']), ['a ferry!']);
    assert.deepEqual(headings(['- a', '=== a ferry! ===', '', 'b']), []);
    assert.deepEqual(headings(['- a', '**A ferry!**', '', 'b']), ['A ferry!']);
  });

  it('may have an underline of at least half its width', () => {
    const under = (line: string, rule: string) => headings([PROSE, '', line, rule, MORE]);
    assert.deepEqual(under('the news', '--------'), ['the news']);
    assert.deepEqual(under('the news', '===='), ['the news']);
    assert.deepEqual(under('the news', '---'), []);
    assert.deepEqual(under('the news.', '---------'), []);
    assert.deepEqual(headings([PROSE, '', 'the news', '', '--------', MORE]), []);
    assert.deepEqual(headings([PROSE, '', '--------', 'the news', '--------', MORE]), []);
  });
});

describe('A short line', () => {
  it('is not a heading with nothing between it and the sources', () => {
    const end = (line: string, ...below: string[]) =>
      headings([PROSE, '', line, '', ...below, 'SOURCES', 'Ann at the office, and Bob on the ferry, too.']);
    assert.deepEqual(end('Thanks to all'), ['SOURCES']);
    assert.deepEqual(end('Thanks to All:'), ['SOURCES']);
    assert.deepEqual(end('Thanks to all', MORE, ''), ['Thanks to all', 'SOURCES']);
    assert.deepEqual(end('THANKS TO ALL'), ['THANKS TO ALL', 'SOURCES']);
  });

  it('is a heading if it stands apart', () => {
    for (const line of [
      'What next',
      'What next?',
      '“What next?”',
      'Ferry: a story',
      'Request for Assistance:',
      '字幕',
      '1999',
      'Aid for us:',
      'A b c d e f g h i j k l',
    ]) {
      assert.equal(apart(line), line);
    }
  });

  it('is not a heading if it is not like a title', () => {
    for (const end of ['.', '!', '…', ',', ';', '.”']) assert.equal(apart(`What next${end}`), undefined, end);
    for (const line of [
      'what next',
      '“what next”',
      'E',
      '字   幕',
      '- or -',
      'What is next for us here:',
      'These came:',
      'News from it:',
      'Ask ann@a.example',
      'See https://a.example',
      'a.example/b',
      'brief_03.txt',
      'Source: Ann',
      '1、a',
      '123、a',
      '> What next',
      '| What next',
      '— ?',
      'A b c d e f g h i j k l m',
      'Words of the day: "It stops." -- Ann',
      '„Wir warten!“ – Ann',
    ]) {
      assert.equal(apart(line), undefined, line);
    }
    assert.equal(apart('Ann: "It stops"'), 'Ann: "It stops"');
  });

  it('is not a heading if it is longer than the text below', () => {
    assert.equal(apart('Ww'.repeat(40), LONG), 'Ww'.repeat(40));
    assert.equal(apart(`${'Ww'.repeat(40)}w`, LONG), undefined);
  });

  it('is a heading above a list, or above prose that is longer and ends a sentence', () => {
    const above = (...below: string[]) => headings([PROSE, '', 'What next', ...below]);
    for (const below of [
      ['- a'],
      ['', '- a'],
      ['', MORE],
      ['', 'It goes on and on and on', 'and stops.'],
      ['', 'It goes on and on。'],
      ['', LONG.slice(0, 101)],
    ]) {
      assert.deepEqual(above(...below), ['What next'], below.join(' / '));
    }
    for (const below of [
      [],
      [''],
      ['', 'It is so.'],
      ['', 'It goes on and on and on'],
      ['', LONG.slice(0, 100)],
    ])
      assert.deepEqual(above(...below), [], below.join(' / '));
  });

  it('may be right above such prose only if it ends early', () => {
    const above = (line: string, ...below: string[]) => headings([PROSE, '', line, ...below, '', MORE]);
    assert.deepEqual(
      above('What next', 'It goes on, and on, and on until', 'the evening, and then it stops.'),
      ['What next'],
    );
    // Not if the next word did not fit, if the line is nearly as long, or if the next line begins in lower case.
    assert.deepEqual(above('What next', 'Unbelievably', 'often it stops.'), []);
    assert.deepEqual(above('What next is there to', 'It goes on, and on, and then', 'stops.'), []);
    assert.deepEqual(
      above('What next', 'it goes on, and on, and on until', 'the evening, and then it stops.'),
      [],
    );
    assert.deepEqual(above('Request for Assistance:', 'It goes on, and on, and on until', 'it stops.'), []);
  });

  it('with a colon introduces a list, and is not a heading', () => {
    assert.deepEqual(headings([PROSE, '', 'Request for Assistance:', '', '- a']), []);
    assert.deepEqual(headings([PROSE, '', 'Request for Assistance', '', '- a']), ['Request for Assistance']);
  });

  it('is not a heading inside a paragraph, but may be one right below a list', () => {
    assert.deepEqual(headings([PROSE, 'What next', '', MORE]), []);
    assert.deepEqual(headings(['- a', 'What next', '', MORE]), ['What next']);
  });

  it('is not a heading in a table', () => {
    assert.deepEqual(headings([PROSE, '', '44 New This Week', '', MORE]), ['44 New This Week']);
    assert.deepEqual(headings([PROSE, '', '44 New This Week', '', '92 New Last Week', '', MORE]), []);
  });
});

describe('The first line', () => {
  const first = (line: string, titled = false) => headings([line, MORE, '', MORE, '', MORE], titled);

  it('is a heading if it is like a title, even if its paragraph continues', () => {
    for (const line of ['on 3 March 2026 it goes', '_the morning_', '*the morning*'])
      assert.deepEqual(first(line), [line]);
    assert.deepEqual(first('=== the morning ==='), ['the morning']);
    assert.deepEqual(headings(['', '---', 'on 3 March 2026', MORE, '', MORE]), ['on 3 March 2026']);
  });

  it('is not a heading if it is not like a title, or ends a sentence', () => {
    for (const line of ['the morning', 'on 3 March it goes', 'on 3 March 2026.', '_the morning_!'])
      assert.deepEqual(first(line), [], line);
  });

  it('is a line like others if the title is elsewhere, or is another line', () => {
    assert.deepEqual(first('on 3 March 2026 it goes', true), []);
    assert.deepEqual(headings([PROSE, '', 'on 3 March 2026 it goes', MORE, '', MORE]), []);
  });

  it('may have a line right below it that is not a heading', () => {
    const lines = ['On 3 March 2026', 'For all at sea', '', MORE, '', MORE];
    assert.deepEqual(headings(lines), ['On 3 March 2026']);
    assert.deepEqual(headings([...lines.slice(0, 1), '', ...lines.slice(1)]), [
      'On 3 March 2026',
      'For all at sea',
    ]);
  });

  it('is the line below the file name', () => {
    const lines = ['brief_03.txt', '', 'on 3 March 2026 it goes', MORE, '', MORE];
    assert.deepEqual(headings(lines), ['on 3 March 2026 it goes']);
  });
});

describe('If only marks count', () => {
  const marked = (...lines: string[]) => [...headingsOf(lines, itemLinesIn(lines), false, true).values()];

  it('a line is a heading only with a strong mark, or in a form that recurs', () => {
    assert.deepEqual(marked(PROSE, '', 'Summary', '- a', 'THE FERRY', '- b', '', '== A tug ==', '', MORE), [
      'Summary',
      'THE FERRY',
      'A tug',
    ]);
    assert.deepEqual(marked(PROSE, 'Ferries:', '- a', 'Tugs:', '- b'), ['Ferries:', 'Tugs:']);
    assert.deepEqual(marked(PROSE, '', 'What next', '', MORE), []);
    assert.deepEqual(marked(PROSE, '', 'What Next:', '', MORE), []);
    assert.deepEqual(marked(LONG, 'Featured things', 'THE FERRY', LONG), ['THE FERRY']);
  });
});

describe('In a text with hardly any blank lines', () => {
  it('a short line is a heading without a blank line', () => {
    const text = (paragraphs: number) => [
      LONG,
      '',
      ...Array<string>(paragraphs).fill(LONG),
      'What next',
      LONG,
    ];
    assert.deepEqual(headings(text(7)), ['What next']);
    assert.deepEqual(headings(text(6)), []);
    assert.deepEqual(headings(['', LONG, 'What next', LONG, LONG, '', '']), ['What next']);
  });

  it('a short line between paragraphs is a heading', () => {
    assert.deepEqual(headings([LONG, 'What next', LONG, LONG]), ['What next']);
    assert.deepEqual(headings([LONG, 'Request for Assistance:', LONG, LONG]), []);
  });

  it('the line right above a heading is a heading, too', () => {
    assert.deepEqual(headings([LONG, 'Featured things', 'What next', LONG]), [
      'Featured things',
      'What next',
    ]);
    assert.deepEqual(headings(['Featured things', 'What next', LONG]), ['What next']);
    for (const line of ['featured things', 'Featured things:', 'Featured things.', '- featured'])
      assert.deepEqual(headings([LONG, line, 'What next', LONG]), ['What next'], line);
    assert.deepEqual(headings([LONG, '', 'Featured things', 'What next', '', LONG]), []);
  });
});
