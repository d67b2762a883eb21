import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileStem, nameForCopy } from '../../../src/briefing/write/fileStem.ts';

describe('A file name', () => {
  const cases = [
    ['Ukraine talks: why?', '2025-08-19', '2025-08-19-ukraine-talks-why'],
    ['2025-08-19 Ukraine', '2025-08-19', '2025-08-19-ukraine'],
    ['Ukraine', undefined, 'ukraine'],
    ['See https://example.com/x2 today.', '2025-08-19', '2025-08-19-see-today'],
    ['<https://example.com/x2>: www.example.com is late', undefined, 'is-late'],
    ['船は https://example.com/x2。今日', undefined, '船は-今日'],
    ['https://example.com/x2', undefined, 'https-example-com-x2'],
    ['../../etc/passwd', undefined, 'etc-passwd'],
    ['a\\b:c*d?"<>|', undefined, 'a-b-c-d'],
    ['…', '2025-08-19', '2025-08-19-briefing'],
    ['NUL', undefined, 'briefing-nul'],
    ['Nul', '2025-08-19', '2025-08-19-nul'],
    ['COM1', undefined, 'briefing-com1'],
    ['COM¹', undefined, 'briefing-com¹'],
    ['lpt³.', undefined, 'briefing-lpt³'],
    ['CONIN$', undefined, 'briefing-conin'],
    ['conout$', undefined, 'briefing-conout'],
    ['Com 1', undefined, 'com-1'],
    ['Ferry. ', undefined, 'ferry'],
    ['字'.repeat(70), undefined, '字'.repeat(40)],
    ['𠀀'.repeat(70), undefined, '𠀀'.repeat(30)],
    [`${'字'.repeat(39)} 字`, undefined, '字'.repeat(39)],
    [`a${'😀'.repeat(40)}b`, undefined, 'a-b'],
    [`${'a'.repeat(59)} b`, undefined, 'a'.repeat(59)],
  ] as const;

  it('has the date and the title of a briefing', () => {
    for (const [title, date, name] of cases) {
      assert.equal(fileStem({ title, ...(date !== undefined && { date }) }), name);
    }
  });

  it('is valid on every file system, whatever the title is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (title, isDated) => {
        const stem = fileStem({ title, ...(isDated && { date: '2025-08-19' }) });
        assert.match(stem, /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u);
        assert.equal(nameForCopy(`${stem}.md`), `${stem}.md`);
        assert.ok(Buffer.byteLength(`${stem} 12.markdown`) <= 143);
      }),
    );
  });
});
