import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { isReadingItem } from '../../src/search/searchDocument.ts';
import { outside } from '../briefing/support/outside.ts';
import { relatedTo } from '../../src/search/related.ts';
import { itemsWithSharedSources } from '../../src/search/sharedSources.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { Searchable } from './searchable.ts';

/** Briefings from a text: each begins with its title, `# B` for `B.md`. */
function briefingsIn(text: string): Record<string, string> {
  const briefings = text.split(/\n(?=# )/).map((one) => [`${one.slice(2).split('\n')[0] ?? ''}.md`, one]);
  return Object.fromEntries(briefings) as Record<string, string>;
}

/** What is related to the first item of a briefing. */
function relatedIn(files: Readonly<Record<string, string>>, path: string): string[] {
  const { corpus } = new Searchable(files);
  const first = corpus.get(`file:///${path}`)?.items.find(({ item }) => item.key !== '');
  assert.ok(first);
  const related = relatedTo(first.item, first.document.uri, corpus, 10).map(({ placed }) => placed);
  for (const { item } of related) assert.ok(isReadingItem(item));
  return related.map(({ item }) => item.text);
}

describe('What is related to the first item of the first of some briefings', () => {
  fixtureCases('search/related', (text) => relatedIn(briefingsIn(text), 'A.md').join('\n') || 'nothing');
});

describe('What cites the same page as the first item', () => {
  fixtureCases('search/sharedSources', (text) => {
    const { corpus } = new Searchable(briefingsIn(text));
    const first = corpus.get('file:///A.md')?.items.find(({ item }) => item.key !== '');
    assert.ok(first);
    const found = itemsWithSharedSources(first, corpus);
    return found.map(({ item, document }) => `${document.uri.slice(8)} ${item.text}`).join('\n') || 'nothing';
  });
});

describe('The list of related items', () => {
  const STORY = '# A\n\n- Hurricane Lala flooded Honolulu, and thousands were evacuated.';
  const others = (of: (i: number) => string) =>
    Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`other${i}.md`, `# Other\n\n- ${of(i)}`]));

  it('leaves out items that share only common words', () => {
    const files = { 'a.md': STORY, ...others((i) => `Thousands were evacuated from place ${i}.`) };
    assert.deepEqual(relatedIn(files, 'a.md'), []);
    const lala = 'Honolulu cleans up behind Lala.';
    assert.deepEqual(relatedIn({ ...files, 'b.md': `# B\n\n- ${lala}` }, 'a.md'), [lala]);
  });

  it('leaves out a long text that has the words among many others', () => {
    const words = Array.from({ length: 200 }, (_, i) => `w${i}`);
    const files = { 'a.md': STORY, 'c.md': ['# C', '', ...words.map((word) => `- ${word}`)].join('\n') };
    const long = `Lala, Honolulu, ${words.join(' ')}.`;
    assert.deepEqual(relatedIn({ ...files, 'b.md': `# B\n\n- ${long}` }, 'a.md'), []);
    const short = 'Lala, Honolulu, w1 w2.';
    assert.deepEqual(relatedIn({ ...files, 'b.md': `# B\n\n- ${short}` }, 'a.md'), [short]);
  });
});

describe('What is related in the corpus', () => {
  const real = new Searchable();

  before(function () {
    const folder = outside(this, 'corpus');
    const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'MANIFEST.json'), 'utf8')) as {
      file: string;
    }[];
    for (const { file } of manifest)
      real.put(encodeURI(file), fs.readFileSync(path.join(folder, file), 'utf8'));
    real.updateCommonWords(true);
  });

  const items = () => [...real.corpus.documents].flatMap((document) => document.items);

  /** The beginnings of the texts that are related to the one with these words. */
  function related(words: string): string[] {
    const one = items().find(
      ({ item }) => isReadingItem(item) && `${item.title} ${item.text}`.includes(words),
    );
    assert.ok(one, words);
    return relatedTo(one.item, one.document.uri, real.corpus, 10).map(
      ({ placed: { item } }) => item.title || item.text.slice(0, 50),
    );
  }

  const cases: readonly (readonly [words: string, nearest?: RegExp])[] = [
    ['Gary Weinstein écrit dans Forbes', /^Gary Weinstein scrive su Forbes/],
    ['EFF a maintenant des Tor Onions', /^La EFF ha ora Tor Onions/],
    // These share `feature gate`, `has been removed` or `fix an ICE` with others.
    ['InPlacePodVerticalScalingAllocatedStatus feature gate is deprecated'],
    ['Some @ has been removed from rustc'],
    ['fix an ICE that occurs after an error'],
    ['Danube - Pub/Sub messaging broker'],
  ];
  it('is a translation, but nothing that only shares common words', () => {
    for (const [words, nearest] of cases) {
      const found = related(words);
      if (nearest) assert.match(found[0] ?? '', nearest);
      else assert.deepEqual(found, []);
    }
  });

  it('is nothing for most items, and few for the others', () => {
    const some = items().filter(({ item, number }) => isReadingItem(item) && number % 10 === 0);
    const counts = some.map(({ item, document }) => relatedTo(item, document.uri, real.corpus, 20).length);
    const share = (most: number) => counts.filter((count) => count <= most).length / counts.length;
    assert.ok(share(0) > 0.5 && share(0) < 0.9, String(share(0)));
    assert.ok(share(5) > 0.95, String(share(5)));
  });
});
