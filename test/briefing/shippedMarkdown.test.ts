import assert from 'node:assert/strict';
import createMarkdownIt from 'markdown-it';

describe('These tests', () => {
  it('run the markdown-it that is shipped', () => {
    const { Token } = createMarkdownIt;
    const hint = 'Run them with --import ./test/support/shippedMarkdown.mjs, as `npm test -- pure` does.';
    assert.match(String(Token), /this\.map = null/, hint);
    assert.doesNotMatch(String(Token), /_defineProperty/, hint);
  });
});
