import assert from 'node:assert/strict';
import { type Finding, lineOf, rowOf, wrongIn } from '../support/faults/finding.ts';

describe('A result of a fault run', () => {
  const good: Finding = {
    what: 'Kill a window',
    done: { acknowledged: 4711, older: 3 },
    zeros: { lost: 0, damaged: 0 },
  };
  const cases: readonly (readonly [what: string, finding: Finding, wrong: readonly string[]])[] = [
    ['is right if something was done and nothing was lost', good, []],
    ['is wrong if something was lost', { ...good, zeros: { lost: 2, damaged: 0 } }, ['lost 2']],
    [
      'is wrong if nothing was acknowledged',
      { ...good, done: { acknowledged: 0, older: 3 } },
      ['acknowledged 0'],
    ],
    ['is wrong if a figure is not a number', { ...good, zeros: { lost: NaN } }, ['lost NaN']],
  ];
  for (const [what, finding, wrong] of cases)
    it(what, () => {
      assert.deepEqual(wrongIn(finding), wrong);
    });

  it('is one line', () => {
    assert.equal(
      lineOf({ ...good, remark: '2 ms a mark' }),
      'Kill a window: 4,711 acknowledged, 3 older; lost 0, damaged 0 (2 ms a mark)',
    );
  });

  it('is a row of the page', () => {
    assert.deepEqual(rowOf(good), {
      what: 'Kill a window',
      howMany: '4,711 acknowledged, 3 older',
      wrong: 'lost 0, damaged 0',
    });
  });
});
