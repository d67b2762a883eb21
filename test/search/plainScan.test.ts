import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../src/search/query.ts';
import { packCorpus, unpackCorpus } from '../../src/search/snapshot.ts';
import { Searchable } from './searchable.ts';
import { plainScan } from './plainScan.ts';

/** Words that are prefixes of each other, similar to each other, or neither. */
const WORDS = 'port ports porto pert quay quays ministry ministre élysée 4711 4712 a 安全'.split(' ');
const TYPED = [...WORDS, ...'por p quai ministrx elyse 471 安 zzz'.split(' ')];

const some = (words: readonly string[], most: number) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: most }).map((all) => all.join(' '));

const text = fc
  .tuple(some(WORDS, 3), fc.array(fc.tuple(some(WORDS, 2), some(WORDS, 4)), { maxLength: 4 }))
  .map(([title, items]) =>
    [`# ${title}`, '', ...items.map(([label, words]) => `- **${label}:** ${words}`)].join('\n'),
  );

const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('put' as const), name: fc.nat(6), text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), name: fc.nat(6) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('keep' as const) }) },
);

const query = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...TYPED) },
      { weight: 1, arbitrary: some(TYPED, 2).map((words) => `"${words}"`) },
      { weight: 1, arbitrary: some(WORDS, 2).map((words) => `-"${words}"`) },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(' '));

describe('The results of a search', () => {
  it('equal those of a plain scan after any changes and restarts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 25 }),
        fc.array(query, { minLength: 1, maxLength: 8 }),
        // From all words being common to none.
        fc.constantFrom(0, 2, 6, 1000),
        async (changes, queries, leastCommon) => {
          const library = new Searchable({}, leastCommon);
          for (const one of changes) {
            if (one.kind === 'put') library.put(`${one.name}.md`, one.text);
            else if (one.kind === 'remove') library.remove(`${one.name}.md`);
            else library.corpus = await unpackCorpus(await packCorpus(library.corpus), leastCommon);
            library.updateCommonWords();
          }
          for (const text of queries) {
            const { hits } = library.find(text, 1000);
            const found = new Map(
              hits.map(({ item, document, words }) => [
                `${document.uri} ${document.items.indexOf(item)}`,
                [...new Set(words)].sort(),
              ]),
            );
            const asked = parseQuery(text);
            const scanned =
              asked.words.length + asked.phrases.length > 0 ? plainScan(asked, library.corpus) : new Map();
            assert.deepEqual(new Map([...found].sort()), new Map([...scanned].sort()), text);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
