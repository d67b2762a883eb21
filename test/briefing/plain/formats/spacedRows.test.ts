import assert from 'node:assert/strict';
import { readSpacedRows } from '../../../../src/briefing/plain/formats/spacedRows.ts';
import { read } from '../../support/fixture.ts';

const HEAD = ['| Boat | Text |', '|---|---|'];
const ROWS = [
  '| [Ferry](https://a.example) | It stops at nine. |',
  '',
  '| [Crane](https://b.example) | It comes. |',
];

describe('A table with blank lines between its rows', () => {
  it('is one table, whose rows keep their lines', () => {
    const { sections } = read('# T', '', ...HEAD, '', ...ROWS, '', '## Tugs', '', 'None.');
    assert.deepEqual(
      sections[0]?.takeaways.map(({ label, range }) => [label, range.start.line]),
      [
        ['Ferry', 5],
        ['Crane', 7],
      ],
    );
    assert.deepEqual(readSpacedRows([...HEAD, '', ...ROWS])?.origins, [0, 1, 3, 5]);
  });

  it('ends above the names of the columns of another', () => {
    assert.deepEqual(readSpacedRows([...HEAD, '', ...ROWS, '', ...HEAD])?.origins, [0, 1, 3, 5, 6, 7, 8]);
  });

  it('is not recognized if the blank line is below the first rows, in code, or alone', () => {
    assert.equal(readSpacedRows([...HEAD, ...ROWS, '', ...ROWS]), undefined);
    assert.equal(readSpacedRows(['```', ...HEAD, '', ...ROWS, '```']), undefined);
    assert.equal(readSpacedRows([...HEAD, '', '| a | b |']), undefined);
  });
});
