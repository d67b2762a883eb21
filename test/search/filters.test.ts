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

  it('find a folder by a part of its decoded path, in any case', () => {
    assert.equal(passing('in:"my notes"').length, 2);
    assert.equal(passing('in:home in:notes').length, 2);
    assert.equal(passing('in:home in:elsewhere').length, 0);
  });

  it('find a site with its subdomains, but not by a part of its name', () => {
    assert.deepEqual(passing('site:harbour.example'), ['Ferry']);
    assert.deepEqual(passing('site:news.harbour.example'), ['Ferry']);
    assert.deepEqual(passing('site:bour.example'), []);
  });

  it('find read, unread and starred items', () => {
    const state = stateOf([ferry], [bears]);
    assert.deepEqual(passing('is:read', state), ['Ferry']);
    assert.deepEqual(passing('is:unread', state), ['Bears']);
    assert.deepEqual(passing('is:starred', state), ['Bears']);
  });

  it('find a briefing by the state of all of its items', () => {
    const [briefing] = items;
    assert.equal(briefing?.item.kind, 'briefing');
    const passes = (query: string, state = stateOf()) =>
      passesItem(parseQuery(query).filters, briefing, dated, state);
    assert.equal(passes('is:read', stateOf([ferry])), false);
    assert.equal(passes('is:read', stateOf([ferry, bears])), true);
    assert.equal(passes('is:starred', stateOf([], [ferry])), false);
    assert.equal(passes('is:starred', stateOf([], [ferry, bears])), true);
    assert.equal(passes('is:starred', stateOf([], [entry.outline.key])), true);
  });
});
