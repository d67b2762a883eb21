import assert from 'node:assert/strict';
import type { Entry } from '../../src/library/entry.ts';
import { DatedEntries } from '../../src/search/datedEntries.ts';
import { brokenAt, entryOf, TODAY } from '../library/support/entries.ts';

describe('The days of the library’s briefings', () => {
  const entries = new Map<string, Entry>(
    [
      entryOf('Old', { date: '2026-01-02' }),
      entryOf('New', { date: '2026-03-01' }),
      entryOf('Beside', { date: '2026-03-01' }),
      brokenAt('file:///broken.md'),
    ].map((entry) => [entry.uri, entry]),
  );

  const all = () => entries.values();

  it('are undefined for a broken file, and for one that is not in the library', () => {
    const dated = new DatedEntries((uri) => entries.get(uri), all);
    assert.equal(dated.get('file:///Old.md', TODAY)?.day, '2026-01-02');
    assert.equal(dated.get('file:///broken.md', TODAY), undefined);
    assert.equal(dated.get('file:///nowhere.md', TODAY), undefined);
  });

  it('sort briefings: the newest first, then by URI', () => {
    const dated = new DatedEntries((uri) => entries.get(uri), all);
    assert.deepEqual(
      dated.newestFirst(entries.keys(), TODAY).map(({ entry }) => entry.outline.title),
      ['Beside', 'New', 'Old'],
    );
  });

  it('are not the days on which undated files were copied together', () => {
    const now = Date.parse(`${TODAY}T08:00:00Z`);
    const copied = ['A', 'B', 'C'].map((title) => entryOf(title, { modified: now }));
    const library = new Map<string, Entry>([...copied, ...all()].map((entry) => [entry.uri, entry]));
    const dated = new DatedEntries(
      (uri) => library.get(uri),
      () => library.values(),
    );
    const titles = dated.newestFirst(library.keys(), TODAY).map(({ entry }) => entry.outline.title);
    assert.deepEqual(titles, ['Beside', 'New', 'Old', 'A', 'B', 'C']);
  });

  it('are read again after the library has changed, and on another day', () => {
    const reads: string[] = [];
    const dated = new DatedEntries((uri) => {
      reads.push(uri);
      return entries.get(uri);
    }, all);
    const uri = 'file:///Old.md';
    dated.get(uri, TODAY);
    dated.get(uri, TODAY);
    assert.equal(reads.length, 1);
    dated.clear();
    dated.get(uri, TODAY);
    assert.equal(reads.length, 2);
    dated.get(uri, '2026-03-06');
    assert.equal(reads.length, 3);
  });
});
