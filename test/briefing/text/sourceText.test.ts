import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { Finder, isSeparator, lineRange, splitLines } from '../../../src/briefing/text/sourceText.ts';
import { checkBriefing } from '../support/checkBriefing.ts';
import { allSections, allTakeaways, readFixture } from '../support/fixture.ts';
import { faultOf, show, slice } from '../support/ranges.ts';

describe('Lines', () => {
  it('end with LF, CRLF or CR', () => {
    assert.deepEqual(splitLines('a\nb\r\nc\rd\n\r\n'), ['a', 'b', 'c', 'd', '', '']);
    assert.deepEqual(splitLines(''), ['']);
    assert.deepEqual(splitLines('a\u2028b\u0085c\vd'), ['a\u2028b\u0085c\vd']);
  });
});

describe('The range of lines', () => {
  const cases: readonly (readonly [lines: readonly string[], from: number, to: number, range: string])[] = [
    [['abc'], 0, 1, '[0, 0)–[0, 3)'],
    [['', '  - a ', ''], 0, 3, '[1, 2)–[1, 5)'],
    [['a', 'b', 'c'], 0, 2, '[0, 0)–[1, 1)'],
    [['a', 'b'], 1, 9, '[1, 0)–[1, 1)'],
    [['', ''], 0, 2, '[1, 0)–[1, 0)'],
    [[''], 0, 1, '[0, 0)–[0, 0)'],
  ];

  it('leaves out the white space around the words', () => {
    for (const [lines, from, to, range] of cases) assert.equal(show(lineRange(lines, from, to)), range);
  });

  it('is empty, and in the text, if the lines are blank', () => {
    for (const lines of [[' '], ['\t', '  '], ['  ', '']]) {
      const range = lineRange(lines, 0, lines.length);
      assert.equal(faultOf(lines.join('\n'), range), undefined, JSON.stringify(lines));
      assert.deepEqual(range.start, range.end, JSON.stringify(lines));
    }
  });
});

describe('The range of words', () => {
  const lines = ['a b', 'c b', ''];

  it('is their next occurrence, or the range of the lines if there is none', () => {
    const finder = new Finder(lines, [0, 3]);
    assert.equal(show(finder.find('b')), '[0, 2)–[0, 3)');
    assert.equal(show(finder.find('b')), '[1, 2)–[1, 3)');
    assert.equal(show(finder.find('b')), '[0, 0)–[1, 3)');
    assert.equal(show(new Finder(lines, [1, 3]).find('b')), '[1, 2)–[1, 3)');
    assert.equal(show(new Finder(lines, [0, 1]).find('c')), '[0, 0)–[0, 3)');
    assert.equal(show(finder.find('')), '[0, 0)–[1, 3)');
    assert.equal(show(new Finder(lines, null).find('c')), '[1, 0)–[1, 1)');
  });

  it('is not lost because of words that are missing', () => {
    const finder = new Finder(lines, [0, 3]);
    finder.find('x');
    assert.equal(show(finder.find('b')), '[0, 2)–[0, 3)');
  });

  it('is searched near the previous words', () => {
    const far = `a ${'.'.repeat(60_000)} b`;
    assert.equal(show(new Finder([far], [0, 1]).find('b')), `[0, 0)–[0, ${far.length})`);
  });
});

describe('The ranges of a briefing', () => {
  for (const name of ['bridge.txt', 'allMarks.md']) {
    const text = readFixture(name);
    const words = (of: string): string[] => {
      const briefing = parseBriefing(of, name);
      checkBriefing(briefing, of);
      const { sections, references } = briefing;
      return [...allSections(sections), ...allTakeaways(briefing), ...references].map(({ range }) =>
        slice(of, range),
      );
    };

    it(`contain the same words with any line endings of ${name}`, () => {
      for (const end of ['\r\n', '\r'])
        assert.deepEqual(words(text.replaceAll('\n', end)), words(text), JSON.stringify(end));
    });

    it(`contain the same words after a byte order mark in ${name}`, () => {
      assert.deepEqual(words(`\ufeff${text}`), words(text));
    });
  }

  it('count the byte order mark of the first line', () => {
    const text = '\ufeff## A\n\n- x';
    const [section] = parseBriefing(text, '').sections;
    assert.ok(section);
    assert.equal(slice(text, section.range), '## A\n\n- x');
  });
});

describe('A separator line', () => {
  it('has three or more marks of a kind, and nothing else', () => {
    for (const line of [
      '---',
      '=====',
      '***',
      '* * *',
      '- - -',
      '___',
      '~~~',
      '###',
      '+++',
      '...',
      '———',
      '– – –',
      ' --- ',
      '-'.repeat(400),
    ])
      assert.equal(isSeparator(line), true, line);
    for (const line of [
      '----- cut here -----',
      '---8<--- CUT ---8<---',
      '--- Page 2 ---',
      '===Página 12 ====',
    ])
      assert.equal(isSeparator(line), true, line);
    for (const line of ['--- cut', '--- cut the grass ---', '--- Page two ---', 'Page 2'])
      assert.equal(isSeparator(line), false, line);
    for (const line of [undefined, '', '--', '- -', '-=-', '--- a', 'aaa', ':::', '-'.repeat(401)])
      assert.equal(isSeparator(line), false, line);
  });
});
