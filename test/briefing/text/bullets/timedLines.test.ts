import assert from 'node:assert/strict';
import { takeawaysOf } from '../../support/fixture.ts';
import { timedLines } from '../../../../src/briefing/text/bullets/timedLines.ts';

describe('Lines that begin with an hour', () => {
  it('are items, if there are two in one column', () => {
    for (const lines of [
      ['05:30  The ferry stops, says the office.', '       It is late.', '', '06:45  The crane comes.'],
      ['5:30 – The ferry stops, says the office. It is late.', '16:45 – The crane comes.'],
      ['5:30 pm\tThe ferry stops, says the office. It is late.', '6:45 pm\tThe crane comes.'],
    ])
      assert.deepEqual(
        takeawaysOf(...lines).map(({ label = '', text }) =>
          `${label} ${text}`.replace(/^[^T]*|\s+(?=\s)/g, ''),
        ),
        ['The ferry stops, says the office. It is late.', 'The crane comes.'],
        lines[0],
      );
    assert.match(takeawaysOf('05:30  It stops.', '06:45  It comes.')[0]?.text ?? '', /^05:30/);
  });

  it('are none alone, in two columns, or without what sets the hour apart', () => {
    for (const lines of [
      ['05:30  The ferry stops.'],
      ['05:30  The ferry stops.', '    06:45  The crane comes.'],
      ['05:30 the ferry stops,', '06:45 the crane comes.'],
      ['25:30  The ferry stops.', '26:45  The crane comes.'],
    ])
      assert.deepEqual(timedLines(lines), [], lines[0]);
  });
});
