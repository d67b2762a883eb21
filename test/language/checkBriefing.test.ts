import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { checkBriefing } from '../../src/language/checkBriefing.ts';
import { levelsIn } from '../../src/language/rules.ts';
import { worked } from '../support/clock.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { changed, GOOD, NAME } from './harbour.ts';

/** All findings as `code line:column words`, 1-based. */
function found(text: string): string[] {
  const lines = text.split('\n');
  return checkBriefing(parseBriefing(text, NAME), NAME).map(({ code, range: { start, end } }) => {
    const words = start.line === end.line ? lines[start.line]?.slice(start.character, end.character) : '…';
    return `${code} ${start.line + 1}:${start.character + 1} ${words}`;
  });
}

describe('The checks of a briefing', () => {
  fixtureCases('language/findings', (input) => found(changed(input)).join('\n'));

  it('say what is wrong and what to do', () => {
    for (const [change, message] of [
      [
        '14 → 14?utm_source=letter&page=2',
        'This link tracks who opens it. Use https://port.example/notices/14?page=2 instead.',
      ],
      // An entry that is added may get another number: a list is numbered by position.
      ['[3]. → [9].', '[9] has no reference. Add one, or remove the citation.'],
    ] as const)
      assert.equal(checkBriefing(parseBriefing(changed(change), ''), '')[0]?.message, message);
  });

  it('have the severity that is set for each rule', () => {
    const text = GOOD.replace('[3].', '[7].');
    const levels = levelsIn({
      'undefined-citation': 'error',
      'uncited-reference': 'off',
      nonsense: 'off',
      'no-reference': 7,
    });
    assert.deepEqual(levels, { 'undefined-citation': 'error', 'uncited-reference': 'off' });
    const findings = checkBriefing(parseBriefing(text, ''), '', levels);
    assert.deepEqual(
      findings.map(({ code, severity }) => `${severity} ${code}`),
      ['error undefined-citation'],
    );
    for (const value of [undefined, null, 'off', 3, ['off']]) assert.deepEqual(levelsIn(value), {});
  });

  it('find the same position with any line ending', () => {
    const text = GOOD.replace('[3].', '[7].');
    for (const end of ['\r\n', '\r'])
      assert.deepEqual(
        checkBriefing(parseBriefing(text.replaceAll('\n', end), ''), '').map(({ range }) => range),
        checkBriefing(parseBriefing(text, ''), '').map(({ range }) => range),
      );
  });

  it('take bounded time for any text', () => {
    const start = worked();
    found(`# T\n\n${'a [^b] [c][d]\n\n'.repeat(8000)}`);
    found(`# T\n\n${'`a'.repeat(200_000)}`);
    assert.ok(worked() - start < 4000);
  });
});
