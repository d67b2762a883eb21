import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/event.ts';
import type { Entry, ReadableEntry } from '../../../src/library/entry.ts';
import { UnreadBriefings } from '../../../src/library/progress/unreadBriefings.ts';
import { brokenAt, entryOf } from '../support/entries.ts';
import { randomFrom } from '../support/random.ts';
import { itemKeys, outlineOf } from '../../../src/library/outline.ts';
import { read } from '../../briefing/support/fixture.ts';

/** A library and a log that the test changes. */
function open(...entries: readonly Entry[]) {
  const all = new Map(entries.map((entry) => [entry.uri, entry]));
  const read = new Set<string>();
  const changed = new Emitter<ReadonlySet<string>>();
  const marks = new Emitter<ReadonlySet<string>>();
  const unread = new UnreadBriefings(
    {
      get entries() {
        return all.values();
      },
      get: (uri) => all.get(uri),
      onDidChange: changed.event,
    },
    { isRead: (key) => read.has(key), onDidChange: marks.event },
  );
  const marked: string[][] = [];
  unread.onDidMark((uris) => marked.push([...uris].sort()));
  return {
    unread,
    marked,
    read,
    mark: (...keys: readonly string[]) => {
      for (const key of keys) if (!read.delete(key)) read.add(key);
      marks.fire(new Set(keys));
    },
    put: (...some: readonly Entry[]) => {
      for (const entry of some) all.set(entry.uri, entry);
      changed.fire(new Set(some.map(({ uri }) => uri)));
    },
    take: (uri: string) => {
      all.delete(uri);
      changed.fire(new Set([uri]));
    },
    scan: () =>
      [...all.values()].flatMap((entry) =>
        entry.kind === 'briefing' && itemKeys(entry.outline).some((key) => !read.has(key)) ? [entry.uri] : [],
      ),
  };
}

const keyOf = ({ outline }: ReadableEntry, at: number) => itemKeys(outline)[at] ?? '';

describe('The unread briefings', () => {
  const [a, b, twin] = [
    entryOf('A', { items: ['one', 'two'] }),
    entryOf('B', { items: ['three'] }),
    entryOf('Twin', { items: ['two'] }),
  ];

  it('are those with something unread, without broken files', () => {
    const { unread, mark } = open(a, b, brokenAt('file:///x.md'));
    assert.equal(unread.size, 2);
    mark(keyOf(a, 0));
    assert.deepEqual([unread.has(a.uri), unread.size], [true, 2]);
    mark(keyOf(a, 1));
    assert.deepEqual([unread.has(a.uri), unread.has(b.uri), unread.size], [false, true, 1]);
    mark(keyOf(a, 1));
    assert.equal(unread.size, 2);
  });

  it('are none without a word', () => {
    const empty = { ...a, uri: 'file:///empty.md', outline: outlineOf(read(''), []) };
    assert.deepEqual([...open(empty, b).unread.uris], [b.uri]);
  });

  it('fire a change for a mark in each briefing with those words, also for a star on a briefing', () => {
    const { marked, mark } = open(a, b, twin);
    mark(keyOf(a, 1));
    mark(keyOf(b, 0));
    mark(b.outline.key);
    mark('nowhere');
    // A part of a key is another key.
    mark(keyOf(b, 0).slice(1));
    mark(...Array.from({ length: 20 }, (_, i) => `nowhere-${i}`), keyOf(a, 0));
    assert.deepEqual(marked, [[a.uri, twin.uri], [b.uri], [b.uri], [], [], [a.uri]]);
  });

  it('follow the library', () => {
    const { unread, marked, mark, put, take } = open(a);
    put(b, twin);
    assert.equal(unread.size, 3);
    mark(keyOf(a, 1));
    assert.deepEqual([unread.has(twin.uri), unread.size], [false, 2]);
    // The words are replaced: the former ones no longer count.
    put({ ...twin, outline: b.outline });
    assert.equal(unread.has(twin.uri), true);
    mark(keyOf(a, 1));
    assert.deepEqual(marked.at(-1), [a.uri]);
    take(b.uri);
    put(brokenAt(twin.uri));
    assert.deepEqual([unread.size, unread.has(a.uri)], [1, true]);
  });

  it('match a complete scan, whatever happens', () => {
    const random = randomFrom(3);
    const some = (count: number) => Math.floor(random() * count);
    const pool = Array.from({ length: 40 }, (_, i) => entryOf(`P${i}`, { items: [`${i % 7}`, `${i % 5}`] }));
    const keys = [...new Set(pool.flatMap(({ outline }) => itemKeys(outline)))];
    const { unread, scan, mark, put, take } = open(...pool.slice(0, 20));
    for (let round = 0; round < 500; round++) {
      const [one, other] = [pool[some(40)], pool[some(40)]];
      if (!one || !other) continue;
      const kind = some(4);
      if (kind === 0) put(one);
      else if (kind === 1) put({ ...one, outline: other.outline });
      else if (kind === 2) take(one.uri);
      else mark(keys[some(keys.length)] ?? '', keys[some(keys.length)] ?? '');
      const found = scan();
      assert.deepEqual([unread.size, found.every((uri) => unread.has(uri))], [found.length, true]);
    }
  });
});
