import assert from 'node:assert/strict';
import { isAtLeastAsSevere, reportedFinding } from '../../src/language/report.ts';
import { finding, SEVERITIES } from '../../src/language/rules.ts';

describe('A reported finding', () => {
  it('counts lines and columns from 1, says what to do, and shows hidden characters', () => {
    const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 9 } };
    assert.deepEqual(reportedFinding(finding('bad-date', range, '3\u202e\n\u001b[2J')), {
      line: 1,
      column: 5,
      severity: 'warning',
      code: 'bad-date',
      message: '“3[U+202E] [2J” is not a valid date. Write it as YYYY-MM-DD.',
      fix: 'Write a date that exists, as YYYY-MM-DD.',
    });
  });

  it('has a severity that can be compared', () => {
    const graver = SEVERITIES.map(
      (one) => SEVERITIES.filter((other) => isAtLeastAsSevere(other, one)).length,
    );
    assert.deepEqual(graver, [1, 2, 3, 4]);
  });
});
