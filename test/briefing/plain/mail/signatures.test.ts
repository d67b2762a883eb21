import assert from 'node:assert/strict';
import { read } from '../../support/fixture.ts';

const PROSE = [
  'The ferry goes on until the evening, and then it stops for the whole night,',
  'as it has done for years. There is no other one before the early morning.',
  '',
];
const DRAWING = [
  ` ${'/'.repeat(38)}${'\\'.repeat(38)}`,
  '| Ann Example -- Dept of Ferries, Old Pier, and of all that is at sea here  |',
  '| Harbour 7, Sea  --  write to us whenever you like, we are here for you    |',
  ` ${'\\'.repeat(38)}${'/'.repeat(38)}`,
  '',
];

describe('A name at the end of a mail', () => {
  const titles = (...below: string[]) =>
    read('Harbour', '', ...PROSE, ...PROSE, 'Ann', '', ...DRAWING, ...below).sections.map(
      ({ title }) => title,
    );

  it('is not a heading above decoration around an address', () => {
    assert.deepEqual(titles('It may be late in the winter, when there is ice.'), []);
    assert.deepEqual(titles(...Array<string[]>(9).fill(PROSE).flat()), ['Ann']);
  });
});
