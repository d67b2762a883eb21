import assert from 'node:assert/strict';
import { fileStem } from '../../src/share/fileStem.ts';

describe('A file’s name', () => {
  const cases = [
    ['Ukraine talks: why?', '2025-08-19', '2025-08-19-ukraine-talks-why'],
    ['2025-08-19 Ukraine', '2025-08-19', '2025-08-19-ukraine'],
    ['Ukraine', undefined, 'ukraine'],
    ['../../etc/passwd', undefined, 'etc-passwd'],
    ['a\\b:c*d?"<>|', undefined, 'a-b-c-d'],
    ['…', '2025-08-19', '2025-08-19-briefing'],
    ['NUL', undefined, 'briefing-nul'],
    ['Nul', '2025-08-19', '2025-08-19-nul'],
    ['字'.repeat(70), undefined, '字'.repeat(60)],
    [`a${'😀'.repeat(40)}b`, undefined, 'a-b'],
    [`${'a'.repeat(59)} b`, undefined, 'a'.repeat(59)],
  ] as const;

  it('has a briefing’s date and its words', () => {
    for (const [title, date, name] of cases) {
      assert.equal(fileStem({ title, ...(date !== undefined && { date }) }), name);
    }
  });
});
