import assert from 'node:assert/strict';
import { normalizeLenientMarkdown } from '../../../src/briefing/plain/lenientMarkdown.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { read } from '../support/fixture.ts';

describe('An item that starts with a name in brackets', () => {
  it('is text if Markdown would parse the next words as the target of a link', () => {
    const items = ['- [Ferries]: 2 (one late)', '- [Cranes]: none', '- [Ferries] are late'];
    assert.deepEqual(
      readingItems(read('# T', '', '## A', '', ...items)).map(({ text }) => text),
      ['[Ferries]: 2 (one late)', '[Cranes]: none', '[Ferries] are late'],
    );
  });

  it('is a link if an address follows, and a source if the name is a number', () => {
    const lines = ['https://a.example', 'a.md', '#a', '/a (b)'].map((target) => `- [a]: ${target}`);
    for (const line of [...lines, '[a]: b', '- [1]: b'])
      assert.deepEqual(normalizeLenientMarkdown([line]), [line]);
  });

  it('is parsed in bounded time at any length', () => {
    // Patterns that backtrack would not end before the test does.
    const line = `- [${'a'.repeat(300_000)}[ ]: 2`;
    assert.deepEqual(normalizeLenientMarkdown([line]), [line]);
  });
});
