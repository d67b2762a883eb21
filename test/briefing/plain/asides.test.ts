import assert from 'node:assert/strict';
import { read } from '../support/fixture.ts';

const headings = (line: string) =>
  read(
    'Morning brief',
    '',
    'It is late, and the office sleeps.',
    '',
    line,
    '',
    'The last ferry stops at nine, says the office.',
  ).sections.map(({ title }) => title);

describe('A line of data', () => {
  it('is not a heading right above another line of data', () => {
    const fields = (...lines: string[]) =>
      read('Morning brief', '', 'It is late.', '', ...lines, '', 'The last one stops at nine.').sections
        .length;
    assert.equal(
      fields('Ferry: two boats', 'Risk: The office could', 'be wrong about them, it says, today.'),
      0,
    );
    assert.equal(fields('Ferry: two boats', '', 'Risk: The office could be wrong about them, it says.'), 1);
  });
});

describe('A short line in brackets above prose', () => {
  it('is not a heading if it describes an action', () => {
    for (const line of ['[Ann draws it on the board]', '(The board laughs at it)', '[Image of the crane.]'])
      assert.deepEqual(headings(line), [], line);
  });

  it('is a heading if its words are like a title', () => {
    for (const line of ['[Ferry News Today]', '[Ferry news]', 'Ferry (old) and crane'])
      assert.equal(headings(line).length, 1, line);
  });
});
