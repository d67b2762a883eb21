import assert from 'node:assert/strict';
import { withoutBoxes } from '../../../src/briefing/plain/boxes.ts';
import { isPlainText } from '../../../src/briefing/plain/isPlainText.ts';
import { read } from '../support/fixture.ts';

const border = '+----------------------+';
const boxed = (...lines: string[]) => [border, ...lines.map((line) => `| ${line.padEnd(20)} |`), border];

describe('A box that is drawn in plain text', () => {
  it('contains a heading on its first line, and text on its other lines', () => {
    const { sections } = read(
      'Harbour mail',
      '',
      ...boxed('Ferry stops', '  by Ann, 3 March'),
      '',
      'It stops at nine.',
      '',
      ...boxed('Tugs wait'),
      'All three.',
    );
    assert.deepEqual(
      sections.map(({ title, range }) => [title, range.start.line]),
      [
        ['Ferry stops', 2],
        ['Tugs wait', 9],
      ],
    );
  });

  it('may have round corners, lines of other marks, and parts', () => {
    const title = [
      '.--------------.',
      '|              |',
      '| > Harbour <  |',
      '|--------------|',
      '|  MARCH 2026  |',
    ];
    const {
      title: words,
      date,
      sections,
    } = read(
      ...title,
      "'--------------'",
      '',
      '╔═════════╗',
      '║ Ferries ║',
      '╚═════════╝',
      'They stop at nine.',
    );
    assert.deepEqual(
      [words, date, sections.map((section) => section.title)],
      ['Harbour', '2026-03-01', ['Ferries']],
    );
  });

  it('stays as it is if it is a table, a framed text, or open', () => {
    for (const lines of [
      [border, '| Ferry | 12           |', border],
      boxed(...Array.from({ length: 7 }, () => 'It stops')),
      boxed('It stops at nine.'),
      boxed('Ferry stops').slice(0, 2),
      ['a', 'b'],
    ])
      assert.deepEqual(withoutBoxes(lines), lines);
  });

  it('leaves the text plain, also of hashes', () => {
    const box = ['#'.repeat(40), '# [Ferries:] a note by the office #', '#'.repeat(40)];
    assert.equal(isPlainText(['Harbour Weekly', '', ...box, '', 'It stops.']), true);
    assert.equal(isPlainText(['Harbour Weekly', '', '# Ferries #', '', 'It stops.']), false);
  });

  it('leaves the text plain, also if it is drawn with rules of =', () => {
    const rule = '='.repeat(20);
    const box = [rule, 'HARBOUR NOTES', '3 March 2026 - 9 AM', rule];
    const end = [rule, 'Made by a program', 'from nine feeds; check', 'all that it says.', rule];
    const text = [...box, '', 'FERRIES', '-------', '- It stops.', '- It goes on.', '', ...end];
    assert.equal(isPlainText(text), true);
    assert.equal(isPlainText(text.slice(1)), false);
    const briefing = read(...text);
    assert.deepEqual([briefing.title, briefing.date], ['HARBOUR NOTES', '2026-03-03']);
    assert.deepEqual(
      briefing.sections.map(({ title }) => title),
      ['FERRIES'],
    );
  });
});

describe('A box at the top of Markdown', () => {
  it('has the title and its date', () => {
    const rule = '='.repeat(20);
    const { title, date, lede } = read(
      rule,
      '  Harbour',
      '  3 March 2026',
      rule,
      '',
      'a',
      '',
      '## A',
      '',
      'b',
    );
    assert.deepEqual([title, date, lede.trim()], ['Harbour', '2026-03-03', 'a']);
  });
});
