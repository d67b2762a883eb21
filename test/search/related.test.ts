import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { isReadingItem } from '../../src/search/searchDocument.ts';
import { outside } from '../briefing/support/outside.ts';
import { relatedTo } from '../../src/search/related.ts';
import { Searchable } from './searchable.ts';

const library = new Searchable({
  'a.md':
    '# A\n\n- **Zelenskyy guarantees:** Kyiv waits for the summit. ([q](https://www.cgtn.com/a?utm_source=x))\n- The summit is in Kyiv.',
  'b.md':
    '# B\n\n- The summit on guarantees for Kyiv failed. ([q](https://cgtn.com/a))\n- The weather is fair.',
  'c.md':
    '# C\n\n- Zelenskyy and the guarantees. ([r](https://cgtn.com/b))\n- The summit on guarantees for Kyiv failed. ([q](https://else.example))',
  'e.md': '# E\n\nThe wolves of Białowieża hunted bison.\n\n- Ducks.',
  'f.md': '# F\n\n## Wood\n\nBison fear the wolves of Białowieża.\n\n- Wolves of Białowieża, and bison.',
});

const names = (
  placed: readonly {
    readonly document: { readonly uri: string };
    readonly item: { readonly text: string };
  }[],
) => placed.map(({ document, item }) => `${document.uri.slice(8)} ${item.text}`);

describe('What is related to a takeaway', () => {
  it('shares most of its rarer words; copies count once, and its own briefing does not count', () => {
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

/** The texts of what is related to the first item of a briefing. */
function relatedIn(files: Readonly<Record<string, string>>, path: string): string[] {
  const { corpus } = new Searchable(files);
  const first = corpus.get(`file:///${path}`)?.items.find(({ item }) => item.key !== '');
  assert.ok(first);
  return relatedTo(first.item, first.document.uri, corpus, 10).map(({ placed }) => placed.item.text);
}

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

  it('leaves out items that share only one rare word', () => {
    assert.deepEqual(relatedIn({ 'a.md': STORY, 'b.md': '# B\n\n- Lala, a song, is out.' }, 'a.md'), []);
  });

  it('leaves out a long text that has the words among many others', () => {
    const words = Array.from({ length: 400 }, (_, i) => `w${i}`);
    const filler = {
      'c.md': `# C\n\n${words
        .slice(0, 200)
        .map((word) => `- ${word}`)
        .join('\n')}`,
    };
    const files = { 'a.md': STORY, ...filler };
    const long = `Lala, Honolulu, ${words.slice(0, 200).join(' ')}.`;
    assert.deepEqual(relatedIn({ ...files, 'b.md': `# B\n\n- ${long}` }, 'a.md'), []);
    const short = 'Lala, Honolulu, w1 w2.';
    assert.deepEqual(relatedIn({ ...files, 'b.md': `# B\n\n- ${short}` }, 'a.md'), [short]);
  });

  it('leaves out items that are far less related than the first', () => {
    const touches = 'Honolulu has a hurricane shelter, a new port, two quays, a museum of tugs and a ferry.';
    const files = {
      'a.md': STORY,
      'c.md': `# C\n\n- ${touches}`,
      'd.md': '# D\n\n- A shelter, a port.\n- A museum, quays.\n- Tugs; the ferry.',
    };
    assert.deepEqual(relatedIn(files, 'a.md'), [touches]);
    const near = 'The hurricane Lala flooded Honolulu, and thousands were evacuated there.';
    assert.deepEqual(relatedIn({ ...files, 'b.md': `# B\n\n- ${near}` }, 'a.md'), [near]);
  });

  it('does not put a headline first because it is short', () => {
    const [headline, story] = ['Lala, hurricane.', 'Hurricane Lala reached Honolulu, which flooded by noon.'];
    const files = { 'a.md': STORY, 'b.md': `# B\n\n- ${headline}`, 'c.md': `# C\n\n- ${story}` };
    assert.deepEqual(relatedIn(files, 'a.md'), [story, headline]);
  });
});

describe('What rests on the same page', () => {
  const STORY =
    '# A\n\n- **Ferry stops:** Late. ([Gazette](https://a.example/ferry-2026?utm_source=a))\n- Rain.';
  const BODY = '- La traversée est suspendue. ([Le Quai](http://www.a.example/ferry-2026/))';

  it('is related, in any words, and comes first', () => {
    const files = {
      'a.md': STORY,
      'b.md': `# B\n\n${BODY}\n- Autre chose.`,
      'c.md': '# C\n\n- The ferry stops late.',
    };
    assert.deepEqual(relatedIn(files, 'a.md'), [
      'La traversée est suspendue. (Le Quai)',
      'The ferry stops late.',
    ]);
  });

  it('is not, where the page is a front page or one that many items cite', () => {
    const front = [STORY, `# B\n\n${BODY}`].map((text) => text.replace(/\/ferry-2026\/?/, '/'));
    assert.deepEqual(relatedIn({ 'a.md': front[0] ?? '', 'b.md': front[1] ?? '' }, 'a.md'), []);
    const whole = `# B\n\n${[1, 2, 3].map((i) => BODY.replace('.', ` ${i}.`)).join('\n')}`;
    assert.deepEqual(relatedIn({ 'a.md': STORY, 'b.md': whole }, 'a.md'), []);
    const many = Array.from({ length: 17 }, (_, i) => [`b${i}.md`, `# B\n\n${BODY.replace('.', ` ${i}.`)}`]);
    const related = relatedIn({ 'a.md': STORY, ...(Object.fromEntries(many) as object) }, 'a.md');
    assert.deepEqual(related, []);
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

  const cases: readonly (readonly [words: string, nearest: RegExp | undefined])[] = [
    ['Gary Weinstein écrit dans Forbes', /^Gary Weinstein scrive su Forbes/],
    ['EFF a maintenant des Tor Onions', /^La EFF ha ora Tor Onions/],
    // These share `feature gate`, `has been removed` or `fix an ICE` with others.
    ['InPlacePodVerticalScalingAllocatedStatus feature gate is deprecated', undefined],
    ['Some @ has been removed from rustc', undefined],
    ['fix an ICE that occurs after an error', undefined],
    ['Danube - Pub/Sub messaging broker', undefined],
  ];
  for (const [words, nearest] of cases)
    it(`to “${words}” is ${nearest?.source ?? 'nothing'}`, () => {
      const [first, ...others] = related(words);
      if (nearest) assert.match(first ?? '', nearest);
      else assert.deepEqual([first, ...others], [undefined]);
    });

  it('is nothing for most items, and few for the others', () => {
    const some = items().filter(({ item, number }) => isReadingItem(item) && number % 10 === 0);
    const counts = some.map(({ item, document }) => relatedTo(item, document.uri, real.corpus, 20).length);
    const share = (most: number) => counts.filter((count) => count <= most).length / counts.length;
    assert.ok(share(0) > 0.5 && share(0) < 0.9, String(share(0)));
    assert.ok(share(5) > 0.95, String(share(5)));
  });
});
