import assert from 'node:assert/strict';
import { groupEntries } from '../../../src/library/tree/grouping.ts';
import { isStarred, readCount } from '../../../src/library/readState.ts';
import type { ReadableEntry } from '../../../src/library/entry.ts';
import { fixtureCases } from '../../support/fixtureCases.ts';
import { brokenAt, entryOf, options, shown, stateOf, TODAY } from '../support/entries.ts';
import { itemKeys } from '../../../src/library/outline.ts';

describe('Filtered briefings', () => {
  const part = entryOf('Part', { items: ['one', 'two'], date: '2026-01-05' });
  const whole = entryOf('Whole', { items: ['three'], date: '2026-01-04' });
  const prose = entryOf('Prose', { date: '2026-01-03' });
  const other = entryOf('Other', { items: ['four', 'five'], date: '2026-01-02' });
  const broken = brokenAt('file:///x.md');
  const entries = [part, whole, prose, other, broken];
  const keys = ({ outline }: ReadableEntry) => itemKeys(outline);
  const allRead = stateOf([part, whole, prose, other].flatMap(keys));

  it('are those with something unread', () => {
    const read = stateOf([...keys(part).slice(0, 1), ...keys(whole), ...keys(prose)]);
    assert.deepEqual(shown(entries, { filter: 'unread' }, read), [': Part, Other']);
    assert.deepEqual(shown(entries, { filter: 'all' }, read), [': x.md, Part, Whole, Prose, Other']);
    assert.deepEqual(shown(entries, { filter: 'unread' }, allRead), []);
  });

  it('are those with a star on the briefing or on an item', () => {
    const starred = stateOf([], [part.outline.key, ...keys(other).slice(1)]);
    assert.deepEqual(shown(entries, { filter: 'starred' }, starred), [': Part, Other']);
    assert.deepEqual(
      [part, whole, other].filter((entry) => isStarred(entry, starred)),
      [part, other],
    );
    assert.deepEqual(shown(entries, { filter: 'starred' }), []);
  });

  it('keep the one that is being read among the unread, and only there', () => {
    for (const [more, kept, shown] of [
      [{ filter: 'unread' }, whole, [whole]],
      [{ filter: 'unread' }, broken, [broken]],
      [{ filter: 'unread' }, { uri: 'file:///gone.md' }, []],
      [{ filter: 'unread', words: 'nowhere' }, whole, []],
      [{ filter: 'starred' }, prose, []],
      [{ words: 'nowhere' }, other, []],
    ] as const) {
      const by = options({ grouping: 'none', ...more });
      const groups = groupEntries(entries, by, allRead, TODAY, { kept: kept.uri });
      assert.deepEqual(
        groups.flatMap((group) => group.entries),
        shown,
      );
    }
  });

  it('are counted by how much of them is read', () => {
    assert.equal(readCount(part, stateOf()), 0);
    assert.equal(readCount(part, stateOf([...keys(part).slice(1), ...keys(whole)])), 1);
    assert.equal(readCount(part, stateOf(keys(part))), 2);
    assert.equal(readCount(prose, stateOf(keys(prose))), 1);
  });
});

describe('Briefings filtered by words', () => {
  const entries = [
    entryOf('Harbour news', {
      items: ['**Quay:** closed', '**Été à Zürich:** fog', 'no label here'],
      date: '2026-01-05',
    }),
    entryOf('Ｗｉｄｅ 港口', { date: '2026-01-04' }),
    entryOf('İstanbul', { date: '2026-01-03' }),
    brokenAt('file:///News%20desk.md'),
  ];

  fixtureCases(
    'library/filteredWords',
    (words) => shown(entries, { words })[0]?.slice(': '.length) ?? 'nothing',
  );

  it('are all without words, whatever spaces or marks there are', () => {
    for (const words of ['', '  \t ']) assert.deepEqual(shown(entries, { words }), shown(entries));
    for (const words of ['  harbour\u00a0\u3000news ', 'e\u0301te\u0301'])
      assert.deepEqual(shown(entries, { words }), [': Harbour news'], words);
  });

  it('are found without special letters, as in a search', () => {
    const ports = [entryOf('Łódź'), entryOf('Øresund straße'), entryOf('ガイド')];
    for (const [words, found] of [
      ['lodz', ': Łódź'],
      ['ŁÓDŹ', ': Łódź'],
      ['strasse oresund', ': Øresund straße'],
      ['ガイド', ': ガイド'],
    ] as const)
      assert.deepEqual(shown(ports, { words }), [found], words);
  });

  it('also pass the other filter', () => {
    const [first] = entries;
    assert.ok(first?.kind === 'briefing');
    const unread = { words: 'news', filter: 'unread' } as const;
    assert.deepEqual(shown(entries, unread), [': Harbour news']);
    assert.deepEqual(shown(entries, unread, stateOf(itemKeys(first.outline))), []);
  });
});
