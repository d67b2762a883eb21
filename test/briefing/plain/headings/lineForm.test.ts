import assert from 'node:assert/strict';
import { formOf, headingText, isBoldLine } from '../../../../src/briefing/plain/headings/lineForm.ts';

describe('The form of a line', () => {
  const cases: readonly (readonly [line: string, form: string | undefined, words?: string])[] = [
    ['Key Takeaways', 'named'],
    ['🔑 Key Takeaways:', 'named'],
    ['*** Notes ***', 'named', 'Notes'],
    ['**A ferry!**', 'bold'],
    ['***A ferry***', 'bold', 'A ferry'],
    ['=== A ferry ===', 'drawn', 'A ferry'],
    ['--A ferry--', 'drawn', 'A ferry'],
    ['.:: A ferry ...', 'drawn', 'A ferry'],
    ['[-- A ferry --]', 'drawn', 'A ferry'],
    ['[: -->](#a) **ferry**', undefined],
    ['[-- End of signed data --]', 'bare'],
    ['**Ann:** A ferry...', undefined],
    ['FERRY TIMES', 'capitals'],
    ['F E R R Y', 'capitals', 'FERRY'],
    ['>F E R R Y   T I M E S<', 'capitals', 'FERRY TIMES'],
    ['::: F E R R Y   T I M E S (107) :::', 'capitals', 'FERRY TIMES (107)'],
    // Nothing shows where a word ends.
    ['F E R R Y T I M E S B Y T H E D A Y', 'capitals', 'F E R R Y T I M E S B Y T H E D A Y'],
    ['FERRY (A/b) TIMES:', 'capitals'],
    ['FERRY TIMES 2026, B12 AND C7', 'capitals'],
    ['FERRY TIMES:--------', 'capitals', 'FERRY TIMES:'],
    ['Ferry times ========', 'bare', 'Ferry times'],
    ['AB1CD E2FG HI3J', 'bare'],
    ['427F 11FD 0FAA 4B08 ABCD', 'bare'],
    ['--FERRY TIMES', 'capitals', 'FERRY TIMES'],
    ['Ferries:', 'colon'],
    ['渡轮：', 'colon'],
    ['Why now?', 'bare'],
    ['🚢 Ferries', 'bare'],
    ['iFerry', 'bare'],
    ['1 big thing: Ferries', undefined],
    ['They stop.', undefined],
    ['Submitted by Ann Example', undefined],
    ['Author: Ann Example', undefined],
    ['Copyright (c) 2026 Ann Example', undefined],
    ['Copyright 2026, Ann Example', undefined],
    ['© Ann Example 2026', undefined],
    ['Copyright law of 2026', 'bare'],
    ['By Ann Example', undefined],
    ['By The Numbers', 'bare'],
    ['By Popular Demand', 'bare'],
    ['Written by hand', 'bare'],
    ['渡轮停了。为什么？', undefined],
    ['and then', undefined],
    ['a.example', undefined],
    ['1. Ferries', undefined],
    ['Ferries     12', undefined],
    ['>> ferries! <<', 'drawn', 'ferries!'],
    ['---- ferries! --->', undefined],
    ['FERRY TIMES,', undefined],
    ['#Ferries #Tugs #HarbourLife', undefined],
    ['#Ferries', undefined],
    ['', undefined],
  ];

  it('is the strongest that applies', () => {
    for (const [line, form, words] of cases) {
      assert.equal(formOf(line), form, line);
      if (words !== undefined) assert.equal(headingText(line), words, line);
    }
  });

  it('is bold in any notation if nothing is beside the bold words', () => {
    for (const line of [
      '**A**',
      '__A:__',
      '  **A**:',
      '**A**：',
      '***A***',
      '<b>A</b>',
      '🚢 <b>A</b>',
      '🇺🇸 **A**',
      '🅰️ **A**',
      '➤ **A**',
      '■ **A**',
    ])
      assert.equal(isBoldLine(line), true, line);
    for (const line of [
      '• **A**',
      '1 **A**',
      '** A**',
      '**A** b',
      '**A** or **B**',
      '*** A ***',
      '    **A**',
      '<b>A</b> b',
    ])
      assert.equal(isBoldLine(line), false, line);
  });
});
