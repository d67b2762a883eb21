import assert from 'node:assert/strict';
import { SearchIndex } from '../../src/search/searchIndex.ts';
import { parseQuery } from '../../src/search/query.ts';
import { search } from '../../src/search/search.ts';
import { bytes, memoryLibrary, until } from '../library/inMemory.ts';
import { MemoryStorage } from '../library/memoryStorage.ts';
import { TODAY } from './corpus.ts';

const A = bytes('# A\n\n- Wolves.');
const B = bytes('# B\n\n- Bears.');

function open(files: Readonly<Record<string, Uint8Array>>, storage = new MemoryStorage()) {
  const parts = memoryLibrary(files);
  const index = new SearchIndex(parts.library, storage, parts.log, parts.library.refresh());
  const find = (text: string) => {
    const { corpus, standings } = index;
    const state = { isRead: () => false, isStarred: () => false };
    return search(parseQuery(text), { corpus, standings, state, today: TODAY }, 10).hits.map(
      ({ item }) => item.text,
    );
  };
  return { ...parts, index, find, storage };
}

describe('The index of the library', () => {
  it('reads nothing before it is started, then all', async () => {
    const { index, find, library, files } = open({ 'file:///a.md': A, 'file:///b.md': B });
    await until(() => library.size === 2);
    const before = files.fetched.length;
    assert.deepEqual([index.isStarted, index.waiting, find('wolves')], [false, undefined, []]);
    await index.complete();
    assert.deepEqual([index.isStarted, index.waiting, find('wolves')], [true, 0, ['Wolves.']]);
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

  it('is kept, and brought back without reading what has not changed', async () => {
    const first = open({ 'file:///a.md': A, 'file:///b.md': B, 'file:///c.md': B });
    await first.index.complete();
    await first.index.keep();
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

  it('is made anew where what was kept is damaged', async () => {
    const storage = new MemoryStorage();
    storage.put('index.gz', 'no index');
    const { index, find, log } = open({ 'file:///a.md': A }, storage);
    await index.complete();
    assert.deepEqual(find('wolves'), ['Wolves.']);
    assert.match(log.lines.join(), /info The index of the search is made anew/);
  });

  it('can be searched where it cannot be kept', async () => {
    const storage = new MemoryStorage();
    storage.failing = () => new Error('The disk is full.');
    const { index, find, log } = open({ 'file:///a.md': A }, storage);
    await index.complete();
    await index.keep();
    assert.deepEqual(find('wolves'), ['Wolves.']);
    assert.match(log.lines.join(), /warn The index of the search could not be kept: Error: The disk is full/);
  });
});
