import assert from 'node:assert/strict';
import { breakFields } from '../../../src/briefing/plain/fields.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { read } from '../fixture.ts';

/** The lines that end where their author ended them. */
function ended(...lines: readonly string[]): string[] {
  const broken = breakFields(lines);
  assert.equal(broken.length, lines.length);
  return broken.filter((line) => line.endsWith('  ')).map((line) => line.trim());
}

describe('Fields, a line each', () => {
  it('keep their lines where others are called the same', () => {
    assert.deepEqual(ended('Date: 3 March', 'Source: Ann', 'It goes.', '', 'Date: 4 March', 'Source: Bob'), [
      'Date: 3 March',
      'Date: 4 March',
    ]);
    assert.deepEqual(
      ended('**Day:** 3 March', '**Said by**: Ann', '', '- Ferry', '  Day: 4', '  Said by: Bob'),
      ['**Day:** 3 March', 'Day: 4'],
    );
    assert.deepEqual(ended('日期：3日', '来源：安', '', '日期：4日', '来源：博'), ['日期：3日', '日期：4日']);
    // What a value goes on with is its own.
    assert.deepEqual(ended('Date: 3', 'Says: it', 'goes', 'From: Ann', '', 'Date: 4', 'From: Bob'), [
      'goes',
      'Date: 4',
    ]);
  });

  it('are none where nothing is called so elsewhere, or in other blocks', () => {
    for (const lines of [
      ['Date: 3 March', 'Source: Ann', '', 'Day: 4 March', 'From: Bob'],
      ['He says: go', '', 'He says: go', '', 'Ann: no', '', 'Ann: no'],
      ['- Date: 3 March', '- Source: Ann', '', '- Date: 4 March', '- Source: Bob'],
      ['Date: 3 March<br>', 'Source: Ann', '', 'Date: 4 March\\', 'Source: Bob'],
      ['> Date: 3 March', '> Source: Ann', '', '> Date: 4 March', '> Source: Bob'],
      ['see https://a.example', 'or https://b.example', '', 'see https://a.example', 'or https://b.example'],
      ['It is a long way to it: yes', 'No: a', '', 'It is a long way to it: yes', 'No: b'],
    ])
      assert.deepEqual(ended(...lines), [], lines[0]);
  });

  it('are lines of their own in the page, in Markdown and in plain text', () => {
    const fields = [
      'Date: 3 March',
      'Ferry: late',
      '',
      'Some words on it.',
      '',
      'Date: 4 March',
      'Ferry: on time',
    ];
    for (const lines of [['# T', '', '## A', ...fields], fields])
      assert.equal(renderBriefing(read(...lines)).match(/<br>/g)?.length, 2, lines[0]);
    const code = ['# T', '', '```', ...fields, '```'];
    assert.ok(!renderBriefing(read(...code)).includes('  \n'));
  });
});
