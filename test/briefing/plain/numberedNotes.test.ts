import assert from 'node:assert/strict';
import { markPlainText } from '../../../src/briefing/plain/markPlainText.ts';

describe('Numbered notes in wrapped plain text', () => {
  it('are a paragraph each, if there are several in order', () => {
    const marked = (...lines: string[]) => markPlainText(['It stops.', '', ...lines], true).lines.slice(2);
    assert.deepEqual(marked('[1] The office says', 'more.', '[2] Ann', ''), [
      '[1] The office says',
      'more.',
      '',
      '[2] Ann',
      '',
    ]);
    assert.deepEqual(marked('The ferry is', '[2] late, and it', 'stops.'), [
      'The ferry is',
      '[2] late, and it',
      'stops.',
    ]);
  });
});
