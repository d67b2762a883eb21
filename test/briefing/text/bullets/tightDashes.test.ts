import assert from 'node:assert/strict';
import { tightDashes } from '../../../../src/briefing/text/bullets/tightDashes.ts';
import { takeawaysOf } from '../../support/fixture.ts';

const words = (...lines: string[]) => tightDashes(lines).map((line) => line.words);

describe('Lines with a dash and no space after it', () => {
  it('are items if three with several words follow each other', () => {
    const lines = ['-🚢 Ferry: it stops', '-The crane comes', '-OFFICE says no', '-and so on'];
    assert.deepEqual(
      takeawaysOf('Harbour, 3 March', '', 'Today at nine', ...lines).map(({ text }) => text),
      ['it stops', 'The crane comes', 'OFFICE says no', 'and so on'],
    );
    assert.deepEqual(words(...lines).length, 4);
  });

  it('are items beside such a list if a rule follows', () => {
    const list = ['-The ferry stops', '-The crane comes', '-The office says no', ''];
    assert.equal(words(...list, '-The tug goes', '', '-----').length, 4);
    assert.equal(words(...list, '-The tug goes', '', 'It was late.').length, 3);
  });

  it('are not items if there are two, or if they are options, numbers, or a diff', () => {
    assert.deepEqual(words('-The ferry stops', '-The crane comes', '', '-The office says no'), []);
    assert.deepEqual(words('-v says more', '-q says less', '-h helps all'), []);
    assert.deepEqual(words('-Wall', '-Werror', '-Wextra'), []);
    assert.deepEqual(words('-3 degrees at sea', '-5 degrees on land', '-7 degrees at night'), []);
    assert.deepEqual(words('-rw-r--r-- 1 Ann', '-rw-r--r-- 1 Bob', '-rwxr-xr-x 1 Ann'), []);
    assert.deepEqual(words('-The old line', '-A second one', '-The third one', '+The new line'), []);
  });
});
