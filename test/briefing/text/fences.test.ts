import assert from 'node:assert/strict';
import { fencedLines } from '../../../src/briefing/text/fences.ts';

describe('Fenced code', () => {
  const code = (...lines: string[]) =>
    fencedLines(lines)
      .map((is) => (is ? 'x' : '.'))
      .join('');

  it('ends at a fence of the same characters that is as long', () => {
    assert.equal(code('a', '```', '# b', '```', 'c'), '.xxx.');
    assert.equal(code('~~~', '```', '~~~', 'c'), 'xxx.');
    assert.equal(code('````md', '```', 'b', '```', '````', 'c'), 'xxxxx.');
    assert.equal(code('- ```', '  b', '  ```', 'c'), 'xxx.');
  });

  it('goes on to the end without one', () => {
    assert.equal(code('a', '~~~', 'b', '', 'c'), '.xxxx');
  });

  it('is not code in a line', () => {
    assert.equal(code('```a```', 'b'), '..');
  });
});
