import assert from 'node:assert/strict';
import { quoteText } from '../../src/share/quoteMarkdown.ts';
import { quotation } from './quotations.ts';

describe('Quotations in plain text', () => {
  it('have the words of each takeaway, a blank line apart, with its briefing, date and sources', () => {
    const two = [
      ...quotation('**Clock:** It strikes. 🤝', '- [Report](https://a.example)', '- Book'),
      ...quotation('Two.'),
    ];
    assert.equal(
      quoteText(two),
      'Clock: It strikes. 🤝\n— T, 2026-03-02\n— Report (https://a.example)\n— Book\n\nTwo.\n— T, 2026-03-02',
    );
  });
});
