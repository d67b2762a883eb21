import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { read } from '../support/fixture.ts';

/** The items of a text: `• label | text`. */
function items(...lines: string[]): string[] {
  return readingItems(read('# T', '', ...lines)).map(
    ({ kind, label = '', text }) => `${kind === 'takeaway' ? '•' : '¶'} ${label} | ${text}`,
  );
}

const BOLD = ['> 1. **Ferry stops.** It is late.', '>', '> 2. **Crane comes** — It is tall.'];

describe('A list in a quotation that is all of its section', () => {
  it('has stories if its items have bold leads, below a lead-in or not', () => {
    const told = ['• Ferry stops | It is late.', '• Crane comes | It is tall.'];
    assert.deepEqual(items('## Insight', '', ...BOLD), told);
    assert.deepEqual(items('## Insight', '', '> **两件事：**', '>', ...BOLD, '', '---'), [
      '• Ferry stops | 两件事：\nIt is late.',
      ...told.slice(1),
    ]);
  });

  it('has key takeaways in any form', () => {
    assert.deepEqual(items('## Key Takeaways', '', '> - The ferry stops.', '> - The crane comes.'), [
      '•  | The ferry stops.',
      '•  | The crane comes.',
    ]);
  });

  it('is quoted text if anything else is in the section or the quotation, or if its items are parts or sentences', () => {
    for (const lines of [
      [...BOLD, '', 'So says the office.'],
      ['> The office has said so.', '>', ...BOLD],
      [...BOLD, '>', '> So says the office.'],
      BOLD.slice(0, 1),
      ['> - **What:** A ferry that stops.', '> - **Why it matters:** It is late.'],
      ['> - The **ferry** stops.', '> - The **crane** comes.'],
    ])
      assert.match(items('## Insight', '', ...lines).join(), /^¶ Insight [^•]*$/, lines.join('\n'));
  });
});
