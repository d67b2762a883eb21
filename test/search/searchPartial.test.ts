import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../src/search/query.ts';
import { Searchable } from './searchable.ts';
import { plainScan } from './plainScan.ts';

const library = new Searchable({
  '2026-03-01-worms.md': `# Security digest

- **IronWorm:** A worm spreads through npm and hides with eBPF; the vulnerability is open.
- **Kernel:** A vulnerability in the kernel was closed.
- **Tor:** The relays are up.
`,
  'old/2025-01-02-ferry.md': `# Ferry report

- **Night ferry:** That is what was known of the ferry. ([map](https://map.example/))
- **Tugs:** Security guarantees for tugs are due, said the ministry.
- **Quay:** The north quay is closed.
`,
});

/** The results if no item has all words: `Tugs, without: kyiv`. */
function most(text: string): string[] {
  return library
    .findPartial(text)
    .hits.map(
      ({ item, without }) =>
        `${item.title || item.text}${without ? `, without: ${without.join(' ')}` : ' has all'}`,
    );
}

describe('A search for which no item has all words', () => {
  const cases: readonly (readonly [query: string, found: readonly string[]])[] = [
    ['ferry known', ['Night ferry has all']],
    ['tugs zeppelin', ['Tugs, without: zeppelin']],
    // The words that are left out are the least significant ones.
    ['what was that quay', ['Quay, without: what was that']],
    ['that about the ebpf worm', ['IronWorm, without: that about']],
    // Each typing error is corrected on its own.
    ['vulnerabilty ebpf yesterday kubernetes', ['IronWorm, without: yesterday kubernetes']],
    ['garantees tugs kyiv summit', ['Tugs, without: kyiv summit']],
    // The item with the most words comes first; one with far fewer is left out.
    ['worm npm relays', ['IronWorm, without: relays']],
    ['vulnerability ferry kernel', ['Kernel, without: ferry']],
    // Of two equally good ones, both are found.
    ['relays quay', ['Quay, without: relays', 'Tor, without: quay']],
    // Words in the title of a briefing count like words in the item.
    ['report tugs zeppelin', ['Tugs, without: zeppelin']],
    // Insignificant words alone find nothing.
    ['the zeppelin', []],
    ['what was zeppelin', []],
    ['zeppelin quokka', []],
    ['zeppelin', []],
    ['', []],
    // Phrases and filters are never left out.
    ['"north quay" zeppelin', ['Quay, without: zeppelin']],
    ['"quay north" tugs', []],
    ['"quay north" "zeppelin"', []],
    ['tugs zeppelin -ministry', []],
    ['tugs zeppelin after:2026', []],
    ['tugs zeppelin in:old', ['Tugs, without: zeppelin']],
    ['known zeppelin site:map.example', ['Night ferry, without: zeppelin']],
    ['tugs zeppelin is:starred', []],
  ];
  for (const [query, found] of cases)
    it(`for “${query}” finds ${found.join('; ') || 'nothing'}`, () => {
      assert.deepEqual(most(query).sort(), [...found].sort());
    });

  it('goes on to items with fewer words if filters exclude those with the most', () => {
    assert.deepEqual(most('worm npm relays -ironworm'), ['Tor, without: worm npm']);
  });

  it('says whether there is more', () => {
    const { hits, hasMore } = library.findPartial('relays quay', 1);
    assert.deepEqual([hits.length, hasMore], [1, true]);
    assert.equal(library.findPartial('tugs zeppelin').hasMore, false);
  });

  it('marks the words that were found', () => {
    assert.deepEqual(library.findPartial('garantees tugs zeppelin').hits[0]?.words, ['guarantees', 'tugs']);
  });
});

describe('A word that most items have', () => {
  const words = (i: number) => `- **Day ${i}:** 港 opens at noon${i === 3 ? ', says the quokka' : ''}.`;
  const all = new Searchable({
    'a.md': `# A\n\n${Array.from({ length: 12 }, (_, i) => words(i)).join('\n')}`,
  });

  it('is left out first, in any language', () => {
    const { hits } = all.findPartial('港 quokka zeppelin');
    assert.deepEqual(
      hits.map(({ item, without }) => [item.title, without]),
      [['Day 3', ['zeppelin']]],
    );
    assert.deepEqual(all.findPartial('港 zeppelin').hits, []);
  });
});

describe('An item that lacks words', () => {
  const WORDS = ['port', 'ports', 'quay', 'ministry', '4711', 'the', '安全', 'zebra'];
  const some = (most: number) =>
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((all) => all.join(' '));
  const files = fc.array(
    fc
      .tuple(some(2), fc.array(some(3), { minLength: 1, maxLength: 4 }))
      .map(([title, items]) => [`# ${title}`, '', ...items.map((item) => `- ${item}`)].join('\n')),
    { minLength: 1, maxLength: 4 },
  );

  it('has exactly the other words, and is shown only if no item has all', () => {
    fc.assert(
      fc.property(files, some(5), (texts, query) => {
        const one = new Searchable(Object.fromEntries(texts.map((text, i) => [`${i}.md`, text])), 2);
        one.updateCommonWords(true);
        const asked = parseQuery(query);
        const { hits } = one.findPartial(query, 1000);
        if (one.find(query).hits.length > 0) assert.deepEqual(hits, one.find(query, 1000).hits);
        for (const { item, document, without = [] } of hits) {
          const holds = (words: readonly string[]) =>
            plainScan({ ...asked, words }, one.corpus).has(`${document.uri} ${document.items.indexOf(item)}`);
          const held = asked.words.filter((word) => !without.includes(word));
          assert.ok(holds(held), `${held.join()} of ${query}`);
          for (const word of without) assert.ok(!holds([...held, word]), `${word} of ${query}`);
        }
      }),
      { numRuns: 200 },
    );
  });
});
