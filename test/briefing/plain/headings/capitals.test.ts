import assert from 'node:assert/strict';
import { itemLinesIn } from '../../../../src/briefing/text/bullets/listMarks.ts';
import { headingsOf } from '../../../../src/briefing/plain/headings/plainHeadings.ts';

const headings = (...lines: string[]) => [...headingsOf(lines, itemLinesIn(lines), false).values()];
const PROSE = 'The clock strikes on the square, as it has done for a hundred years, and nobody hears it.';
const SHOUTED = [
  'THE FERRY HAS BEEN STOPPED BY THE HARBOUR',
  'OFFICE FROM NINE ON, AND WILL NOT RUN',
  'BEFORE THE NEXT MONDAY OR TUESDAY',
  'OF THIS MONTH.',
];

describe('A line in capitals', () => {
  it('is not a heading in a text that is all in capitals', () => {
    assert.deepEqual(headings('BULLETIN 7.', '', ...SHOUTED, '', ...SHOUTED), []);
  });

  it('is not a heading as one of three lines of a paragraph', () => {
    const calm = Array.from({ length: 4 }, () => [PROSE, '']).flat();
    assert.deepEqual(headings(...calm, ...SHOUTED, '', 'TUGS', '', PROSE, '', 'CRANES', PROSE), [
      'TUGS',
      'CRANES',
    ]);
  });
});
