import assert from 'node:assert/strict';
import { drawn, read } from '../../support/fixture.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';

const sections = (...lines: string[]) => drawn(read('# Harbour brief', ...lines).sections);

describe('A date as a heading right below the title', () => {
  const bold = ['**Ferries**', '', 'They stop.', '', '**Tugs**', '', 'They wait.'];

  it('leaves bold lines as the headings of a text without others', () => {
    for (const date of ['### 3 March 2026', '## Tuesday 3 Mar 2026 • 5-minute read', '#### Issue 12'])
      assert.deepEqual(sections(date, '', ...bold), ['2 Ferries', '2 Tugs'], date);
    assert.deepEqual(sections('', '## March 3', '', ...bold), ['2 March 3']);
  });
});

describe('Headings right below the title that are fields', () => {
  const fields = ['### Date: 3 March 2026', '### Prepared for: the crews', '### **Level:** open'];

  it('are lines of the text', () => {
    const briefing = read('# Harbour brief', ...fields, '', '---', '', '## Ferries', '', 'They stop.');
    assert.deepEqual(drawn(briefing.sections), ['2 Ferries']);
    assert.equal(briefing.date, '2026-03-03');
    const words = readingItems(briefing).map(({ text }) => text);
    assert.match(words.join('\n'), /Prepared for: the crews/);
    assert.deepEqual(sections(...fields.slice(0, 2), '## Ferries', '', 'They stop.'), ['2 Ferries']);
  });

  it('are headings above a text of their own, or without a known field', () => {
    const own = ['### Date: 3 March 2026', '', '### Ferries: late', '', 'They stop.'];
    assert.ok(sections(...own).some((one) => one.endsWith('Ferries: late')));
    assert.deepEqual(sections('## Ferries: late', '## Tugs: early', '', '---', '', '## Cranes', '', 'Two.'), [
      '2 Ferries: late',
      '2 Tugs: early',
      '2 Cranes',
    ]);
  });
});
