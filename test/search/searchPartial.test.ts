import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isDistinctive } from '../../src/search/partialMatches.ts';
import { parseQuery } from '../../src/search/query.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
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
function most(query: string): string[] {
  return library.findPartial(query).hits.map(({ item, without }) => {
    const left = without ? `, without: ${without.join(' ') || 'nothing'}` : ' has all';
    return `${item.title || item.text}${left}`;
  });
}

describe('A search for which no item has all words', () => {
  fixtureCases('search/partial', (query) => most(query).join('; '));

  it('goes on to items with fewer words if filters exclude those with the most', () => {
    assert.deepEqual(most('worm npm relays -ironworm'), ['Tor, without: worm npm']);
  });

  it('says whether there is more, and marks the words that were found', () => {
    const { hits, hasMore } = library.findPartial('relays quay', 1);
    assert.deepEqual([hits.length, hasMore], [1, true]);
    assert.equal(library.findPartial('tugs zeppelin').hasMore, false);
    assert.deepEqual(library.findPartial('garantees tugs zeppelin').hits[0]?.words, ['guarantees', 'tugs']);
  });
});

describe('A question about a subject', () => {
  const decisions = ['holds its rate', 'raises its rate', 'buys bonds', 'warns of inflation'];
  const all = new Searchable({
    '1996-01-22-digest.md': `# Mail digest

- What did the list decide? Why is it falling apart? It is a long mail.
- Unsubscribe.`,
    '2026-03-02-money.md': `# Money

${decisions.map((one) => `- **ECB ${one}:** The bank in Frankfurt said so.`).join('\n')}`,
    '2026-03-03-energy.md': '# Energy\n\n- **Oil is cheaper:** A barrel costs less.\n- **Gas:** It is dear.',
  });
  const found = (text: string, limit?: number) =>
    all.findPartial(text, limit).hits.map(({ item, without = [] }) => {
      const [first = ''] = item.title.split(' ');
      return [first || 'mail', ...without].join(' ');
    });

  it('finds items with more of its words first, and does not count a question word as missing', () => {
    const decided = decisions.map(() => 'ECB decide');
    for (const [query, items] of [
      ['ecb decide', [...decided, 'mail ecb']],
      ['what did the ecb decide', [...decided, 'mail ecb']],
      ['Decide, ECB: when?', [...decided, 'mail ecb']],
      ['why is oil falling', ['Oil falling', 'mail oil']],
      ['how is the ecb', decisions.map(() => 'ECB')],
      ['did the ecb decide to buy bonds', ['ECB decide']],
    ] as const)
      assert.deepEqual(found(query), items, query);
  });

  it('shows the items with each word, even if there is no room for all', () => {
    assert.deepEqual(found('ecb decide', 3), ['ECB decide', 'ECB decide', 'mail ecb']);
    assert.deepEqual(
      [3, 5].map((limit) => all.findPartial('ecb decide', limit).hasMore),
      [true, false],
    );
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
        const scan = (words: readonly string[]) => plainScan({ ...asked, words }, one.corpus);
        const distinctive = asked.words.filter((word) =>
          isDistinctive(word, scan([word]).size, one.corpus.size),
        );
        for (const { item, document, without } of hits) {
          const holds = (words: readonly string[]) =>
            scan(words).has(`${document.uri} ${document.items.indexOf(item)}`);
          const held = without ? distinctive.filter((word) => !without.includes(word)) : asked.words;
          assert.ok(holds(held), `${held.join()} of ${query}`);
          for (const word of without ?? []) assert.ok(!holds([...held, word]), `${word} of ${query}`);
        }
      }),
      { numRuns: 60 },
    );
  });
});
