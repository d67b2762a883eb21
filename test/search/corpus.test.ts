import assert from 'node:assert/strict';
import type { Corpus } from '../../src/search/corpus.ts';
import { packCorpus, unpackCorpus } from '../../src/search/snapshot.ts';
import { randomFrom } from '../library/support/random.ts';
import { edited, unpacked } from './packed.ts';
import { Searchable } from './searchable.ts';

/** A word in more items than this is common here. */
const COMMON = 20;
const BRIEFINGS = 20;

/** A briefing with this many takeaways, each of which contains `said` and `ministry`. */
function report(number: number, edit: number, items: number, said: string): string {
  const takeaways = Array.from(
    { length: items },
    (_, i) => `- **Ministry ${said}:** Two ports in district ${number}x${i}, draft ${edit % 50}.`,
  );
  return [`# Report ${number}${number === 0 ? ' 乌克兰安全' : ''}`, '', ...takeaways].join('\n');
}

const nameOf = (number: number) => `r${number}.md`;

/** Everything that would grow if a removal left something behind. */
function sizesOf({ size, index, documents }: Corpus) {
  const postings = [...index.postings()].map(([word, fields]) => [
    word,
    [...fields].map(([field, items]) => `${field}: ${items.size}`).sort(),
  ]);
  return {
    items: size,
    common: [...index.common].map(([word, items]) => `${word}: ${items.size}`).sort(),
    postings: postings.sort(),
    documents: [...documents].length,
  };
}

/** How many numbers there are, including unused ones. */
function numbersIn({ documents }: Corpus): number {
  return Math.max(0, ...[...documents].map(({ first, count }) => first + count));
}

const QUERIES =
  'ministry|mini|minstry|opens|district 7x3|"draft 17"|report 12 ports|安全|closes|zeppelin'.split('|');

/** Without the last digits of scores, because the order of sums differs. */
function answersOf(library: Searchable) {
  return QUERIES.map((query) =>
    library.find(query, 1000).hits.map(({ document, item, words, score }) => ({
      uri: document.uri,
      item,
      words: [...new Set(words)].sort(),
      score: score.toFixed(6),
    })),
  );
}

/** An index that is newly built from these texts. */
function madeAnew(texts: ReadonlyMap<string, string>): Searchable {
  const library = new Searchable({}, COMMON);
  for (const [name, text] of texts) {
    library.put(name, text);
    library.updateCommonWords();
  }
  library.updateCommonWords(true);
  return library;
}

describe('An index after 10,000 edits', () => {
  const texts = new Map<string, string>();
  const edited = new Searchable({}, COMMON);

  function put(number: number, text: string): void {
    texts.set(nameOf(number), text);
    edited.put(nameOf(number), text);
    edited.updateCommonWords();
  }

  before(() => {
    const random = randomFrom(7);
    for (let i = 0; i < BRIEFINGS; i++) put(i, report(i, 0, 4, 'opens'));
    for (let edit = 1; edit <= 10_000; edit++) {
      const number = Math.floor(random() * BRIEFINGS);
      if (random() < 0.1) {
        texts.delete(nameOf(number));
        edited.remove(nameOf(number));
        edited.updateCommonWords();
      } else
        put(number, report(number, edit, 1 + Math.floor(random() * 6), edit < 5000 ? 'closes' : 'opens'));
    }
    for (let i = 0; i < BRIEFINGS; i++) put(i, report(i, i, 4, 'opens'));
    edited.updateCommonWords(true);
  });

  it('has the size of a new one', () => {
    assert.deepEqual(sizesOf(edited.corpus), sizesOf(madeAnew(texts).corpus));
    assert.equal(edited.corpus.isSparse, false);
    assert.ok(numbersIn(edited.corpus) <= 2 * edited.corpus.size, `${numbersIn(edited.corpus)} numbers`);
  });

  it('gives the answers of a new one', () => {
    assert.deepEqual(answersOf(edited), answersOf(madeAnew(texts)));
  });

  it('has the size of a new one on disk, and equals a new one when it is loaded', async () => {
    const [bytes, fresh] = await Promise.all([packCorpus(edited.corpus), packCorpus(madeAnew(texts).corpus)]);
    const sizeOf = (packed: Uint8Array) => unpacked(packed).join('').length;
    const [size, freshSize] = [sizeOf(bytes), sizeOf(fresh)];
    // The distances between numbers differ, and so does the compressed size.
    assert.ok(Math.abs(size - freshSize) < freshSize / 100, `${size} bytes, and ${freshSize} anew`);
    const back = madeAnew(texts);
    back.corpus = await unpackCorpus(bytes, COMMON);
    assert.equal(numbersIn(back.corpus), back.corpus.size);
    assert.deepEqual(sizesOf(back.corpus), sizesOf(madeAnew(texts).corpus));
    assert.deepEqual(answersOf(back), answersOf(madeAnew(texts)));
    // It can still be changed.
    back.put(nameOf(3), report(3, 1, 5, 'opens'));
    back.put(nameOf(3), report(3, 3, 4, 'opens'));
    assert.deepEqual(sizesOf(back.corpus), sizesOf(madeAnew(texts).corpus));
  });

  it('of one file has no more numbers than before', () => {
    const library = madeAnew(texts);
    const before = numbersIn(library.corpus);
    for (let edit = 0; edit < 300; edit++) library.put(nameOf(7), report(7, edit, 4, 'opens'));
    assert.equal(numbersIn(library.corpus), before);
  });
});

describe('An index from which most has been removed', () => {
  it('forgets common words that have become rare, and unused numbers once it is stored', async () => {
    const texts = new Map(
      Array.from({ length: BRIEFINGS }, (_, i) => [nameOf(i), report(i, i, 4, 'opens')] as const),
    );
    const library = madeAnew(texts);
    assert.ok(library.corpus.index.common.has('ministry'));
    for (const name of [...texts.keys()].slice(0, -2)) {
      texts.delete(name);
      library.remove(name);
      library.updateCommonWords();
    }
    library.updateCommonWords(true);
    assert.equal(library.corpus.isSparse, true);
    assert.deepEqual(sizesOf(library.corpus), sizesOf(madeAnew(texts).corpus));
    assert.deepEqual([...library.corpus.index.common], []);
    library.corpus = await unpackCorpus(await packCorpus(library.corpus), COMMON);
    assert.equal(numbersIn(library.corpus), library.corpus.size);
    assert.equal(library.corpus.isSparse, false);
    assert.deepEqual(answersOf(library), answersOf(madeAnew(texts)));
  });
});

describe('An item that was indexed with other words than it has now', () => {
  it('leaves its number unused, so that the old words find no other item', async () => {
    const library = new Searchable({ 'a.md': '# A\n\n- 乌克兰安全', 'b.md': '# B\n\n- Words.' });
    // As if another version of VS Code segmented the same characters differently.
    const parted = edited(await packCorpus(library.corpus), (lines) => lines.replace('安全\t', '全\t'));
    library.corpus = await unpackCorpus(parted);
    assert.deepEqual(library.names('全'), ['takeaway 乌克兰安全']);
    const isReplaced = (word: string) => {
      assert.deepEqual([library.names(word), library.names('other')], [[], ['takeaway Other.']]);
    };
    library.put('a.md', '# A\n\n- Other.');
    isReplaced('全');
    assert.equal(numbersIn(library.corpus), 6);
    library.corpus = await unpackCorpus(await packCorpus(library.corpus));
    assert.equal(numbersIn(library.corpus), 4);
    isReplaced('全');
    // Also if it was indexed with more words.
    library.put('a.md', '# A\n\n- Wolves and bears.');
    const fewer = await packCorpus(library.corpus);
    library.corpus = await unpackCorpus(
      edited(fewer, (lines) => lines.replace('Wolves and bears.', 'Wolves and.')),
    );
    library.put('a.md', '# A\n\n- Other.');
    isReplaced('bears');
  });
});
