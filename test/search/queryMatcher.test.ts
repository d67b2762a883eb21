import assert from 'node:assert/strict';
import { QueryMatcher } from '../../src/search/queryMatcher.ts';
import { parseQuery } from '../../src/search/query.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { Searchable } from './searchable.ts';

const library = new Searchable({
  'a.md': '# Harbour report\n\n- **Tugs:** Two are back.\n- The report is late.',
  'b.md': '# Ferry\n\n- **Harbour:** Two ferries wait.',
});

/** The items that have all words of a query, as `a.md Tugs`. */
function held(text: string): string[] | undefined {
  const { items } = new QueryMatcher(library.corpus, parseQuery(text));
  return items && [...items].map(nameOf);
}

function nameOf(number: number): string {
  const placed = library.corpus.at(number);
  assert.ok(placed);
  return `${placed.document.uri.slice(8)} ${placed.item.title || placed.item.text}`;
}

describe('A search for all words', () => {
  fixtureCases('search/allWords', (query) => held(query)?.join('; ') ?? 'everywhere');

  it('ranks words in the item above words in the title of its briefing', () => {
    const matcher = new QueryMatcher(library.corpus, parseQuery('harbour two'));
    const [tugs, harbour] = [...(matcher.items ?? [])].flatMap((number) => library.corpus.at(number) ?? []);
    assert.ok(tugs && harbour);
    assert.ok(matcher.scoreOf(harbour) > matcher.scoreOf(tugs));
    const own = new QueryMatcher(library.corpus, parseQuery('two')).scoreOf(tugs);
    const title = library.find('harbour').hits.find(({ item }) => item.kind === 'briefing');
    const briefing = title && library.corpus.get(title.document.uri)?.items[0];
    assert.ok(briefing);
    const ofTitle = matcher.scoreOf(tugs) - own;
    assert.ok(
      ofTitle > 0 && ofTitle < new QueryMatcher(library.corpus, parseQuery('harbour')).scoreOf(briefing),
    );
  });

  it('returns the words that each item has, each once', () => {
    const matcher = new QueryMatcher(library.corpus, parseQuery('report rep "the report"'));
    const late = [...(matcher.items ?? [])].flatMap((number) => library.corpus.at(number) ?? []).at(-1);
    assert.ok(late);
    assert.deepEqual([...matcher.wordsIn(late)].sort(), ['report', 'the']);
  });
});
