import assert from 'node:assert/strict';
import { relatedTo, citingSource } from '../../src/search/related.ts';
import { Searchable } from './corpus.ts';

const library = new Searchable({
  'a.md':
    '# A\n\n- **Zelenskyy guarantees:** Kyiv waits for the summit. ([q](https://www.cgtn.com/a?utm_source=x))\n- The summit is in Kyiv.',
  'b.md':
    '# B\n\n- The summit on guarantees for Kyiv failed. ([q](https://cgtn.com/a))\n- The weather is fair.',
  'c.md':
    '# C\n\n- Zelenskyy and the guarantees. ([r](https://cgtn.com/b))\n- The summit on guarantees for Kyiv failed. ([q](https://else.example))',
  'd.md': '# D\n\nWords ([s](https://cgtn.com/a)).\n\n## Next\n\n- Bears.',
  'e.md': '# E\n\nThe wolves of Białowieża hunted bison.\n\n- Ducks.',
  'f.md': '# F\n\n## Wood\n\nBison fear the wolves of Białowieża.\n\n- Wolves of Białowieża, and bison.',
  'g.md': '# G\n\n## Sources\n\n- [G](https://alone.example/g)',
});

const names = (
  placed: readonly {
    readonly document: { readonly uri: string };
    readonly item: { readonly text: string };
  }[],
) => placed.map(({ document, item }) => `${document.uri.slice(8)} ${item.text}`);

describe('What is related to a takeaway', () => {
  it('shares most of its rarer words; the same words count once, its own and its briefing’s not at all', () => {
    const first = library.corpus.get('file:///a.md')?.items.find(({ item }) => item.kind === 'takeaway');
    assert.ok(first);
    const related = relatedTo(first.item, first.document.uri, library.corpus, 10);
    assert.deepEqual(names(related.map(({ placed }) => placed)), [
      'c.md The summit on guarantees for Kyiv failed. (q)',
      'c.md Zelenskyy and the guarantees. (r)',
    ]);
  });
});

describe('What is related to a passage', () => {
  it('is passages and takeaways of other briefings', () => {
    const lede = library.corpus.get('file:///e.md')?.items.find(({ item }) => item.kind === 'passage');
    assert.ok(lede);
    const related = relatedTo(lede.item, lede.document.uri, library.corpus, 10);
    assert.deepEqual(related.map(({ placed }) => placed.item.kind).sort(), ['passage', 'takeaway']);
    assert.ok(related.every(({ placed }) => placed.document.uri === 'file:///f.md'));
  });
});

describe('Who cites a source', () => {
  it('is each item whose reference is that page, and those of the same site; a briefing that has none itself', () => {
    const { page, site } = citingSource('http://cgtn.com/a/', library.corpus);
    assert.deepEqual(names(page), [
      'a.md Kyiv waits for the summit. (q)',
      'b.md The summit on guarantees for Kyiv failed. (q)',
      'd.md Words (s).',
    ]);
    assert.deepEqual(names(site), ['c.md Zelenskyy and the guarantees. (r)']);
    assert.deepEqual(citingSource('https://elsewhere.example', library.corpus), { page: [], site: [] });
    const alone = citingSource('https://alone.example/g', library.corpus).page;
    assert.deepEqual(
      alone.map(({ item }) => [item.kind, item.title]),
      [['briefing', 'G']],
    );
  });
});
