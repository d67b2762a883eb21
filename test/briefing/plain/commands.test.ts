import assert from 'node:assert/strict';
import { isPlainText } from '../../../src/briefing/plain/isPlainText.ts';
import { markPlainText } from '../../../src/briefing/plain/markPlainText.ts';

describe('Commands at the prompt of a shell', () => {
  it('are no headings if they are right below each other', () => {
    const lines = ['Copy the ferry.', '', '# cp ferry tug', '# rm ferry', '', 'It stops.'];
    assert.equal(isPlainText(lines), true);
    assert.ok(markPlainText(lines, true).lines.includes('\\# rm ferry'));
    assert.equal(isPlainText(['# cp ferry tug', '', '# rm ferry']), false);
    assert.equal(isPlainText(['# Ferries', '# Tugs']), false);
  });
});
