import assert from 'node:assert/strict';
import { withoutRepeatedReferences } from '../../src/search/repeatedReferences.ts';
import { Searchable } from './searchable.ts';

describe('The references among the hits of a search', () => {
  const library = new Searchable({
    '2026-03-01.md': `# Digest

- [OpenAI opens a port](https://news.example/port)
- **OpenAI and the ferry:** It runs by itself. [OpenAI’s ferry](https://news.example/ferry)
`,
    '2026-03-02.md':
      '# Sources only\n\n## References\n\n- [OpenAI opens a port](https://news.example/port)\n',
  });

  it('are left out if their story is found under the same title', () => {
    const { hits } = library.find('openai');
    const shown = (some: typeof hits) =>
      some.map(({ item }) => `${item.kind} ${item.title || item.text}`).sort();
    const all = shown(hits);
    const left = shown(withoutRepeatedReferences(hits));
    assert.equal(all.filter((row) => row === 'reference OpenAI opens a port').length, 2);
    assert.deepEqual(left, [
      'reference OpenAI opens a port',
      'reference OpenAI’s ferry',
      'takeaway OpenAI and the ferry',
      'takeaway OpenAI opens a port',
    ]);
  });
});
