import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { takeawaysIn } from '../../../src/briefing/briefingContents.ts';

/** The words of a briefing as they are shown. */
function words(...lines: string[]): string {
  const html = renderBriefing(parseBriefing(['# T', '', ...lines].join('\n'), 'x.md'));
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('A comment', () => {
  it('is not shown, on lines of its own or inside a line', () => {
    assert.equal(words('a', '', '<!-- b -->', '', 'c'), 'T a c');
    assert.equal(words('a', '<!-- b', '', '## c', '-->', 'd'), 'T a d');
    assert.equal(words('a <!-- b --> c'), 'T a c');
    assert.equal(words('<!-- a --> b'), 'T b');
    assert.equal(words('a <!-- b', 'c --> d'), 'T a d');
    assert.equal(words('> <!-- a -->', '> b'), 'T b');
    assert.equal(words('<!---->a<!-- -->'), 'T a');
    assert.equal(words('<!-- a', '<!-- b --> c', '<!-- d -->', 'e <!-- f --> g'), 'T c e g');
  });

  it('is not a takeaway, or part of one', () => {
    const { sections } = parseBriefing(
      '## A\n\n- one <!-- not -->\n<!-- - two -->\n- <!-- three -->\n- **Four:** 4\n',
      'x.md',
    );
    assert.deepEqual(
      takeawaysIn(sections).map(({ label, text }) => [label, text]),
      [
        [undefined, 'one'],
        ['Four', '4'],
      ],
    );
  });

  it('is text if it is never closed, or in code', () => {
    assert.equal(words('a <!-- b', '', 'c'), 'T a <!-- b c');
    assert.equal(words('<!-- a', '', 'b', '', '<!-- c'), 'T <!-- a b <!-- c');
    assert.equal(words('`<!-- a -->`'), 'T <!-- a -->');
    assert.equal(words('```', '<!-- a -->', '```'), 'T <!-- a -->');
    assert.equal(words('    <!-- a -->'), 'T <!-- a -->');
    assert.equal(words('a <! -- b -->'), 'T a <! -- b -->');
  });
});
