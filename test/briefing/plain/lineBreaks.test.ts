import assert from 'node:assert/strict';
import { normalizeLenientMarkdown } from '../../../src/briefing/plain/lenientMarkdown.ts';

describe('A line break in Markdown', () => {
  const shown = (line: string, ...below: string[]) =>
    normalizeLenientMarkdown(['Title', '', line, ...below])[2];

  it('is removed above a blank line and above an item', () => {
    assert.equal(shown('It stops.\\', '', 'a'), 'It stops.');
    assert.equal(shown('It stops.\\', '🚢 One is late.\\', '🚧 One waits.'), 'It stops.');
    assert.equal(normalizeLenientMarkdown(['a', '', '🚢 Late.\\', '🚧 Waits.'])[2], '- 🚢 Late.');
  });

  it('stays within a paragraph, and so does the end of a path or a formula', () => {
    assert.equal(shown('It stops.\\', 'a'), 'It stops.\\');
    for (const line of ['C:\\', 'See C:\\notes\\', 'a = b \\\\']) assert.equal(shown(line, ''), line);
  });
});
