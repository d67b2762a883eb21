import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { SearchIndex } from '../../src/search/searchIndex.ts';
import { parseQuery } from '../../src/search/query.ts';
import { search } from '../../src/search/search.ts';
import { unpackCorpus } from '../../src/search/snapshot.ts';
import { WordMatcher } from '../../src/search/wordMatcher.ts';
import { tokenize } from '../../src/search/words.ts';
import { bytes, memoryLibrary, settle, until } from '../library/support/inMemory.ts';
import { MemoryStorage } from '../library/support/memoryStorage.ts';
import { TODAY } from './searchable.ts';
import { edited } from './packed.ts';

const A = bytes('# A\n\n- Wolves.');
const B = bytes('# B\n\n- Bears.');

/** Each has a timer for storing, which would keep the test run alive. */
const opened: SearchIndex[] = [];

function open(files: Readonly<Record<string, Uint8Array>>, storage = new MemoryStorage()) {
  const parts = memoryLibrary(files);
  const index = new SearchIndex(parts.library, storage, parts.logger, parts.library.refresh());
  opened.push(index);
  const find = (text: string) => {
    const { corpus, datedEntries } = index;
    const state = { isRead: () => false, isStarred: () => false };
    return search(parseQuery(text), { corpus, datedEntries, state, today: TODAY }, 10).hits.map(
      ({ item }) => item.text,
    );
  };
  return { ...parts, index, find, storage };
}

describe('The search index of the library', () => {
  afterEach(() => {
    for (const index of opened.splice(0)) index.dispose();
  });

  it('reads nothing before it is started, and then everything', async () => {
    const { index, find, library, files } = open({ 'file:///a.md': A, 'file:///b.md': B });
    await until(() => library.size === 2);
    const before = files.fetched.length;
    assert.deepEqual([index.pendingCount, find('wolves')], [undefined, []]);
    await index.complete();
    assert.deepEqual([index.pendingCount, find('wolves')], [0, ['Wolves.']]);
    assert.equal(files.fetched.length, before + 2);
  });

  it('follows the library', async () => {
    const { index, find, source, files } = open({ 'file:///a.md': A });
    await index.complete();
    let changes = 0;
    index.onDidChange(() => changes++);
    files.contents.set('file:///a.md', B);
    source.changed('file:///a.md');
    await until(() => find('bears').length === 1);
    assert.deepEqual(find('wolves'), []);
    files.contents.delete('file:///a.md');
    source.deleted('file:///a.md');
    await until(() => find('bears').length === 0);
    await until(() => changes > 0);
  });

  it('is stored, and loaded without reading what has not changed', async () => {
    const first = open({ 'file:///a.md': A, 'file:///b.md': B, 'file:///c.md': B });
    await first.index.complete();
    await first.index.save();
    const second = open(
      { 'file:///a.md': A, 'file:///b.md': bytes('# B\n\n- Foxes.') },
      first.storage.another(),
    );
    await until(() => second.library.size === 2);
    const read = second.files.fetched.length;
    await second.index.complete();
    await until(() => second.index.corpus.get('file:///c.md') === undefined);
    assert.deepEqual(
      [second.find('wolves'), second.find('foxes'), second.find('bears')],
      [['Wolves.'], ['Foxes.'], []],
    );
    assert.deepEqual(second.files.fetched.slice(read), ['file:///b.md']);
  });

  it('finds what was stored also if it was searched before it was loaded, and nothing has changed', async () => {
    const files = { 'file:///a.md': A, 'file:///b.md': B };
    const first = open(files);
    await first.index.complete();
    await first.index.save();
    const second = open(files, first.storage.another());
    await until(() => second.library.size === 2);
    await settle();
    assert.deepEqual(second.find('is:unread'), []);
    await second.index.start();
    assert.deepEqual(second.find('is:unread').sort(), ['Bears.', 'Wolves.']);
  });

  it('is rebuilt if the stored one is damaged', async () => {
    const storage = new MemoryStorage();
    storage.put('index.gz', 'no index');
    const { index, find, logger } = open({ 'file:///a.md': A }, storage);
    await index.complete();
    assert.deepEqual(find('wolves'), ['Wolves.']);
    assert.match(logger.lines.join(), /info Rebuilding the search index/);
  });

  it('is rebuilt if a line of the stored one is invalid', async () => {
    const first = open({ 'file:///a.md': A, 'file:///b.md': B });
    await first.index.complete();
    await first.index.save();
    const good = await first.storage.read('index.gz');
    assert.ok(good);
    const isIndex = (lines: string) => lines.startsWith('{');
    const faults: readonly ((lines: string) => string)[] = [
      (lines) => lines.replace(/wolves\t.*/, 'wolves\t[1,'),
      (lines) => lines.replace(/wolves\t.*/, 'wolves\tnull'),
      (lines) => (isIndex(lines) ? lines : lines.replace(/^.*\n/, 'null\n')),
      (lines) => (isIndex(lines) ? lines : lines.replace(/^\[/, '[[')),
    ];
    for (const fault of faults) {
      const storage = new MemoryStorage();
      await storage.write('index.gz', edited(good, fault));
      const { index, find, logger } = open({ 'file:///a.md': A, 'file:///b.md': B }, storage);
      await index.complete();
      await until(() => logger.lines.join().includes('Rebuilding the search index'));
      await index.complete();
      assert.deepEqual([find('wolves'), find('bears')], [['Wolves.'], ['Bears.']], String(fault));
      // The next start logs nothing.
      await index.save();
      const next = open({ 'file:///a.md': A, 'file:///b.md': B }, storage.another());
      await next.index.complete();
      assert.deepEqual([next.find('wolves'), next.logger.lines], [['Wolves.'], []]);
    }
  });

  it('is rebuilt if the stored one is of the version before, whose numbers grew with each change', async () => {
    const storage = new MemoryStorage();
    storage.put(
      'index.gz',
      gzipSync('{"format":1,"next":46800,"documents":0,"common":1}\n["wolves","AQAAAA=="]\n'),
    );
    const { index, find, logger } = open({ 'file:///a.md': A }, storage);
    await index.complete();
    assert.deepEqual(find('wolves'), ['Wolves.']);
    assert.match(logger.lines.join(), /info Rebuilding the search index: .*wrong version/);
    await index.save();
    const second = open({ 'file:///a.md': A }, storage.another());
    await second.index.start();
    assert.deepEqual(second.logger.lines, []);
  });

  it('has no more numbers than items when it is stored after most of it was removed', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `file:///${i}.md`);
    const { index, find, files, source } = open(Object.fromEntries(names.map((name) => [name, B])));
    await index.complete();
    for (const name of names.slice(0, -1)) {
      files.contents.delete(name);
      source.deleted(name);
    }
    await until(() => [...index.corpus.documents].length === 1);
    assert.equal(index.corpus.isSparse, true);
    await index.save();
    assert.deepEqual([index.corpus.isSparse, index.corpus.get('file:///29.md')?.first], [false, 0]);
    assert.deepEqual(find('bears'), ['Bears.']);
  });

  it('stays consistent if briefings change while it is stored', async () => {
    const name = (i: number) => `file:///${i}.md`;
    /** So many words that the index is packed in several pieces. */
    const text = (from: number) =>
      bytes(`# R\n\n- ${Array.from({ length: 300 }, (_, i) => `wolf${from}x${i}`).join(' ')}.`);
    const parts = open(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [name(i), text(i)])));
    await parts.index.complete();
    const keeping = parts.index.save();
    for (let i = 0; i < 40; i++) {
      parts.files.contents.set(name(i), text(i + 50));
      parts.source.changed(name(i));
    }
    await until(() => parts.find('wolf89x7').length === 1);
    await keeping;
    const kept = await unpackCorpus((await parts.storage.read('index.gz')) ?? new Uint8Array());
    const placed = [...kept.documents].flatMap(({ items }) => items);
    assert.equal(placed.length, 80);
    for (const { number, item } of placed)
      for (const word of tokenize(item.text))
        assert.ok(new WordMatcher(kept.index, word, true).items.has(number), word);
  });

  it('can be searched if it cannot be stored', async () => {
    const storage = new MemoryStorage();
    storage.failing = () => new Error('The disk is full.');
    const { index, find, logger } = open({ 'file:///a.md': A }, storage);
    await index.complete();
    await index.save();
    assert.deepEqual(find('wolves'), ['Wolves.']);
    assert.match(logger.lines.join(), /warn The search index could not be saved: Error: The disk is full/);
  });

  it('is complete without a briefing that cannot be read, and logs which it was', async () => {
    const { index, find, library, logger } = open({ 'file:///a.md': A, 'file:///b.md': B });
    const read = library.open.bind(library);
    library.open = (uri) => (uri === 'file:///a.md' ? Promise.reject(new Error('a mistake')) : read(uri));
    await index.complete();
    assert.deepEqual([find('wolves'), find('bears'), index.pendingCount], [[], ['Bears.'], 0]);
    assert.match(logger.lines.join('\n'), /file:\/\/\/a\.md cannot be searched: Error: a mistake/);
  });
});
