import assert from 'node:assert/strict';
import type { NumberedItem } from '../../src/search/corpus.ts';
import { itemsCiting } from '../../src/search/citingItems.ts';
import { Searchable } from './searchable.ts';

const library = new Searchable({
  'a.md': '# A\n\n- Kyiv waits for the summit. ([q](https://www.cgtn.com/a?utm_source=x))\n- Fog.',
  'b.md': '# B\n\n- The summit failed. ([q](https://cgtn.com/a))\n- The weather is fair.',
  'c.md': '# C\n\n- Guarantees. ([r](https://cgtn.com/b))\n- The summit failed. ([q](https://else.example))',
  'd.md': '# D\n\nWords ([s](https://cgtn.com/a)).\n\n## Next\n\n- Bears.',
  'g.md': '# G\n\n## Sources\n\n- [G](https://alone.example/g)',
});

function names(placed: readonly NumberedItem[]): string[] {
  return placed.map(({ document, item }) => `${document.uri.slice(8)} ${item.text}`);
}

describe('The items that cite a source', () => {
  it('have a reference to that page or to the same site; other items do not count', () => {
    const { page, site } = itemsCiting('http://cgtn.com/a/', library.corpus);
    assert.deepEqual(names(page), [
      'a.md Kyiv waits for the summit. (q)',
      'b.md The summit failed. (q)',
      'd.md Words (s).',
    ]);
    assert.deepEqual(names(site), ['c.md Guarantees. (r)']);
    assert.deepEqual(itemsCiting('https://elsewhere.example', library.corpus), { page: [], site: [] });
    const alone = itemsCiting('https://alone.example/g', library.corpus).page;
    assert.deepEqual(
      alone.map(({ item }) => [item.kind, item.title]),
      [['briefing', 'G']],
    );
  });
});
