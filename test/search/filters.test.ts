import assert from 'node:assert/strict';
import { itemKeys } from '../../src/library/outline.ts';
import { passesBriefing, passesItem } from '../../src/search/filters.ts';
import { parseQuery } from '../../src/search/query.ts';
import { stateOf } from '../library/support/entries.ts';
import { Searchable } from './searchable.ts';

const URI = 'file:///home/My%20Notes/2026-03-02.md';
const library = new Searchable({
  'home/My%20Notes/2026-03-02.md':
    '# Harbour\n\n- **Ferry:** It stops. ([a](https://news.harbour.example/1))\n- **Bears:** They sleep.',
});
const entry = library.entries.get(URI);
const items = library.corpus.get(URI)?.items ?? [];

describe('The filters of a search', () => {
  assert.ok(entry);
  const dated = { entry, day: '2026-03-02' };
  const [ferry = '', bears = ''] = itemKeys(entry.outline);

  /** The titles of the items that pass. */
  const passing = (query: string, state = stateOf()) => {
    const { filters } = parseQuery(query);
    return items
      .filter(({ item }) => item.kind === 'takeaway')
      .filter((item) => passesBriefing(filters, dated, state) && passesItem(filters, item, dated, state))
      .map(({ item }) => item.title);
  };

  it('include the first day of a range, and exclude its end', () => {
    const days = ['after:2026-03-02', 'after:2026-03-03', 'before:2026-03-02', 'before:2026-03-03'];
    assert.deepEqual(
      days.map((query) => passing(query).length),
      [2, 0, 0, 2],
    );
  });

  it('find folders by parts of their decoded paths, sites with their subdomains, and items by their state', () => {
    const [both, neither] = [['Ferry', 'Bears'], []];
    for (const [query, titles] of [
      ['in:"my notes"', both],
      ['in:home in:notes', both],
      ['in:home in:elsewhere', neither],
      ['site:harbour.example', ['Ferry']],
      ['site:news.harbour.example', ['Ferry']],
      ['site:bour.example', neither],
      ['is:read', ['Ferry']],
      ['is:unread', ['Bears']],
      ['is:starred', ['Bears']],
    ] as const)
      assert.deepEqual(passing(query, stateOf([ferry], [bears])), titles, query);
  });

  it('find a briefing by the state of all of its items', () => {
    const [briefing] = items;
    assert.equal(briefing?.item.kind, 'briefing');
    for (const [query, keys, isFound] of [
      ['is:read', [ferry], false],
      ['is:read', [ferry, bears], true],
      ['is:starred', [ferry], false],
      ['is:starred', [ferry, bears], true],
      ['is:starred', [entry.outline.key], true],
    ] as const) {
      const state = query === 'is:read' ? stateOf(keys) : stateOf([], keys);
      assert.equal(passesItem(parseQuery(query).filters, briefing, dated, state), isFound, query);
    }
  });
});
