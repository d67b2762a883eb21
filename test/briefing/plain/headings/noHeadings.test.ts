import assert from 'node:assert/strict';
import { headings } from '../../support/headings.ts';

const PROSE = 'The ferry goes at nine.';
const MORE = 'It goes on until the evening, and then it stops for the night.';

describe('A line between paragraphs', () => {
  it('is not a heading in capitals if it is one of several lines of data, or only drawn', () => {
    assert.deepEqual(headings([PROSE, '', 'DATE: 2026', 'TIME: NOON', '', MORE]), []);
    assert.deepEqual(headings([PROSE, '', 'DATE: 2026 NEWS', '', MORE]), ['DATE: 2026 NEWS']);
    for (const line of ['2026 | FERRY | TUG | CRANE', 'Ä'.repeat(20)])
      assert.deepEqual(headings([PROSE, '', line, '', MORE]), []);
  });

  it('is not a heading below another if it says who wrote that, and when', () => {
    const lines = [PROSE, '', 'THE FERRY', '', 'ANN · 2026-03-03', '', MORE, '', 'TUG | CRANE', '', MORE];
    assert.deepEqual(headings(lines), ['THE FERRY', 'TUG | CRANE']);
  });

  it('is not a heading if a drawn arrow is in it', () => {
    for (const line of ['Questions? -> none', 'No ferry => no news'])
      assert.deepEqual(headings([PROSE, '', line, '', MORE]), [], line);
  });

  it('is not a heading if a dash is right before its first word', () => {
    assert.deepEqual(headings([PROSE, '', '-Ann Example, 2026', '', MORE]), []);
  });

  it('is not a heading if it says who is quoted above', () => {
    const speaker = 'Ann Example, harbour master';
    assert.deepEqual(
      headings([PROSE, '', '“It goes at nine, and then it stops.”', '', speaker, '', MORE]),
      [],
    );
    assert.deepEqual(headings([PROSE, '', speaker, '', MORE]), [speaker]);
  });

  it('is not a heading if it is a question and its answer is below', () => {
    assert.deepEqual(headings([PROSE, '', '"You stop the ferry?"', '', MORE]), ['"You stop the ferry?"']);
    assert.deepEqual(headings([PROSE, '', '"You stop the ferry?"', '', `"${MORE}"`]), []);
  });
});
