import assert from 'node:assert/strict';
import { withoutDashes } from '../../../src/briefing/plain/dashes.ts';
import { itemLinesIn } from '../../../src/briefing/text/bullets/listMarks.ts';

const ABOVE = 'The ferry stops on the far side of the bridge';
const BELOW = 'which is late.';
const items = (...lines: string[]) => withoutDashes(lines, itemLinesIn(lines)).filter(Boolean).length;

describe('A dash that starts a line of a sentence', () => {
  it('does not start an item', () => {
    for (const dash of ['- but not the last one,', '- (or so) -', '- "late"'])
      assert.equal(items(ABOVE, dash, BELOW), 0, dash);
  });

  it('starts an item if the text above ends or is short, and beside another item', () => {
    for (const lines of [
      [`${ABOVE}:`, '- but not one', BELOW],
      [ABOVE, '', '- but not one', BELOW],
      [ABOVE, '- but not one', ''],
      [ABOVE, '- but not one', `  ${BELOW}`],
      [ABOVE, '- But not one', BELOW],
      ['The ferry stops', '- but not one', BELOW],
      [ABOVE, '- but not one', BELOW, ABOVE.repeat(3)],
    ])
      assert.equal(items(...lines), 1, lines.join('/'));
    assert.equal(items(ABOVE, '- one', '- another', BELOW), 2);
  });
});

describe('A number that starts a line of a sentence', () => {
  it('does not start an item', () => {
    assert.equal(
      items('The last ferry of the year goes on the evening of', '4. December, the office says.'),
      0,
    );
    assert.equal(
      items('1. The ferry', '', 'The last ferry of the year goes on the evening of', '4. December.'),
      1,
    );
  });

  it('starts an item after the number before it, and below a lead-in', () => {
    assert.equal(items('3. The crane', 'The ferry stops on the far side of the old bridge', '4. The tug'), 2);
    assert.equal(items('The ferry stops on the far side of the bridge:', '4. The tug'), 1);
  });
});
