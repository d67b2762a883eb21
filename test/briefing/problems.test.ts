import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { isSerious, problem, PROBLEMS, type ProblemCode } from '../../src/briefing/problems.ts';
import { REPO } from '../support/paths.ts';

const RANGE = { start: { line: 3, character: 1 }, end: { line: 3, character: 4 } };

describe('A problem', () => {
  it('has the severity and message of its code, and its range', () => {
    assert.deepEqual(problem('empty-section', RANGE), {
      code: 'empty-section',
      severity: 'hint',
      message: PROBLEMS['empty-section'].message,
      details: [],
      range: RANGE,
    });
  });

  it('has its details in the placeholders of its message', () => {
    assert.equal(
      problem('bad-date', RANGE, 'soon').message,
      '“soon” is not a valid date. Write it as YYYY-MM-DD.',
    );
    const { message, details } = problem('unresolved-link', RANGE, '[a][b]', 'b');
    assert.equal(message, 'The link [a][b] has no definition in this file. Add a line “[b]: https://…”.');
    assert.deepEqual(details, ['[a][b]', 'b']);
  });

  it('has its details unchanged, and an empty text for a missing one', () => {
    assert.match(problem('bad-date', RANGE, '$& {0} {1}').message, /^“\$& \{0\} \{1\}” is not a valid date/);
    assert.match(problem('bad-date', RANGE).message, /^“” is not a valid date/);
  });

  it('is serious if the reader loses something', () => {
    const serious = (Object.keys(PROBLEMS) as ProblemCode[]).filter((code) =>
      isSerious(problem(code, RANGE)),
    );
    assert.deepEqual(serious, [
      'empty',
      'too-large',
      'too-dense',
      'undecodable',
      'not-a-briefing',
      'cut-json',
      'bad-front-matter',
      'bad-date',
      'undefined-citation',
    ]);
  });
});

describe('The problems', () => {
  it('are listed on the page about the format, with the same severities', () => {
    const format = fs.readFileSync(path.join(REPO, 'docs', 'format.md'), 'utf8');
    const rows = [...format.matchAll(/^\| `([a-z-]+)` +\| (error|warning|information|hint) /gm)];
    assert.deepEqual(
      rows.map(([, code, severity]) => [code, severity]).sort(),
      Object.entries(PROBLEMS)
        .map(([code, { severity }]) => [code, severity])
        .sort(),
    );
  });

  it('are sentences, with placeholders numbered from the first', () => {
    for (const { message } of Object.values(PROBLEMS)) {
      assert.match(message, /^[“{\p{Lu}].*\.$/u);
      const places = [...message.matchAll(/\{(\d+)\}/g)].map(([, place]) => Number(place));
      assert.deepEqual(places, [...places.keys()], message);
    }
  });
});
