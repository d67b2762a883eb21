import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/briefing/grammar/markdown.ts';
import { linesOf, plainText } from '../../../src/briefing/grammar/tokens.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../../src/briefing/writeBriefing.ts';
import { read } from '../support/fixture.ts';

/** The lines that end at a line break of the author. */
function ended(...lines: readonly string[]): string[] {
  return parseMarkdown(lines.join('\n'))
    .filter(({ type }) => type === 'inline')
    .flatMap((inline) => {
      const breaks = (inline.children ?? []).filter(({ type }) => type.endsWith('break'));
      return linesOf(inline)
        .map(plainText)
        .filter((_, line) => breaks[line]?.markup === 'field');
    });
}

describe('Fields on lines of their own', () => {
  it('keep their lines if other fields have the same names', () => {
    assert.deepEqual(ended('Date: 3 March', 'Source: Ann', 'It goes.', '', 'Date: 4 March', 'Source: Bob'), [
      'Date: 3 March',
      'Date: 4 March',
    ]);
    assert.deepEqual(ended('**Day:** 3', '**Said by**: Ann', '', '- Ferry', '  Day: 4', '  Said by: Bob'), [
      'Day: 3',
      'Day: 4',
    ]);
    assert.deepEqual(ended('日期：3日', '来源：安', '', '日期：4日', '来源：博'), ['日期：3日', '日期：4日']);
    // A line that continues a value is part of it.
    assert.deepEqual(ended('Date: 3', 'Says: it', 'goes', 'From: Ann', '', 'Date: 4', 'From: Bob'), [
      'goes',
      'Date: 4',
    ]);
  });

  it('keep their lines if two have bold names, or if all of three or more do', () => {
    assert.deepEqual(ended('**What:** it stops', '**Why now**: the wind', 'came.', '', 'Words.'), [
      'What: it stops',
    ]);
    assert.deepEqual(ended('📍 **Where:** the quay', '🕘 **When:** at nine'), ['📍 Where: the quay']);
    assert.deepEqual(ended('Region: North', 'Desk: three', 'Status: open'), ['Region: North', 'Desk: three']);
    assert.deepEqual(ended('Region: North', 'Desk: three', 'Status: open', 'and so on'), []);
    assert.deepEqual(ended('**What:** it stops', 'Why: the wind'), []);
  });

  it('are not recognized if their names do not recur, or if there is one in a paragraph', () => {
    for (const lines of [
      ['Date: 3 March', 'Source: Ann', '', 'Day: 4 March', 'From: Bob'],
      ['He says: go', '', 'He says: go', '', 'Ann: no', '', 'Ann: no'],
      ['Date: 3 March<br>', 'Source: Ann', '', 'Date: 4 March\\', 'Source: Bob'],
      ['- Date: 3 March', '- Source: Ann', '', '- Date: 4 March', '- Source: Bob'],
      ['see https://a.example', 'or https://b.example', '', 'see https://a.example', 'or https://b.example'],
      ['It is a long way to it: yes', 'No: a', '', 'It is a long way to it: yes', 'No: b'],
    ])
      assert.deepEqual(ended(...lines), [], lines[0]);
  });

  it('keep their line if several are on it', () => {
    const row = '**Source:** Gazette | **Date:** 3 March';
    assert.deepEqual(ended(row, 'The ferry stops', 'at nine.'), ['Source: Gazette | Date: 3 March']);
    assert.deepEqual(ended('**Source:** Gazette', 'The ferry stops | at nine', 'o’clock.'), []);
  });

  it('stay lines beside the links at the end of a paragraph', () => {
    const lines = ['It stops', 'at nine.', '🔗 https://a.example/1', '🔗 [Read](https://a.example/2)'];
    assert.equal(renderBriefing(read('# T', '', ...lines)).match(/<br>/g)?.length, 2);
    for (const wrapped of [
      ['It stops, see', 'https://a.example/1', 'and what is said there.'],
      ['It stops, see [what', 'they say](https://a.example/1)'],
    ])
      assert.ok(!renderBriefing(read('# T', '', ...wrapped)).includes('<br>'), wrapped[0]);
  });

  it('are lines of their own on the page and in canonical Markdown', () => {
    const lines = [
      'Date: 3 March',
      'Ferry: late',
      '',
      'Some words on it.',
      '',
      'Date: 4 March',
      'Ferry: on time',
    ];
    for (const text of [['# T', '', '## A', '', ...lines], lines])
      assert.equal(renderBriefing(read(...text)).match(/<br>/g)?.length, 2, text[0]);
    assert.ok(writeBriefing(read('# T', '', '## A', '', ...lines)).endsWith(`${lines.join('\n')}\n`));
  });
});
