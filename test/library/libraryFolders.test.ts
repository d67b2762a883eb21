import assert from 'node:assert/strict';
import { entryName } from '../../src/library/entry.ts';
import type { Library } from '../../src/library/library.ts';
import { OutlineCache } from '../../src/library/outlineCache.ts';
import {
  bytes,
  filledLibrary,
  keptIn,
  libraryOfTwo,
  MemoryLog,
  memoryLibrary,
  ROOT,
  settle,
} from './support/inMemory.ts';

const A = 'file:///a.md';
const B = 'file:///b.md';
const [ONE, TWO] = ['file:///one', 'file:///two'];

function shown({ entries }: Library): string[] {
  return [...entries].map((entry) => `${entry.root} ${entry.kind} ${entryName(entry)}`).sort();
}

function toldBy(library: Library): (readonly string[])[] {
  const told: (readonly string[])[] = [];
  library.onDidChange((uris) => told.push([...uris].sort()));
  return told;
}

/** A library with two sources that have one folder each. */
function libraryOfFolders() {
  const memory = libraryOfTwo({ [A]: bytes('# A'), [B]: bytes('# B') });
  [memory.one.root, memory.two.root] = [ONE, TWO];
  return memory;
}

describe('A folder that cannot be listed', () => {
  it('is shown with the reason, logged once, and keeps its known files', async () => {
    const { library, source, logger } = await filledLibrary({ [A]: bytes('# A'), [B]: bytes('# B') });
    await settle();
    const told = toldBy(library);
    source.fault = 'locked';
    source.uris = [];
    await library.refresh();
    await settle();
    assert.deepEqual(library.get(ROOT), {
      kind: 'broken',
      uri: ROOT,
      root: ROOT,
      problem: { kind: 'unreadable', reason: 'locked' },
    });
    assert.deepEqual([library.size, entryName(library.get(A) ?? assert.fail())], [3, 'A']);
    const first = library.get(ROOT);
    await library.refresh();
    source.relist();
    await settle();
    assert.equal(library.get(ROOT), first);
    assert.deepEqual(told.flat(), [ROOT]);
    assert.deepEqual(logger.lines, [`warn ${ROOT}: unreadable: locked`]);
  });

  it('is shown with a new reason when that changes', async () => {
    const { library, source, logger } = memoryLibrary();
    for (const reason of ['locked', 'offline']) {
      source.fault = reason;
      await library.refresh();
      const entry = library.get(ROOT);
      assert.deepEqual(entry?.kind === 'broken' && entry.problem, { kind: 'unreadable', reason });
    }
    assert.deepEqual(logger.lines, [`warn ${ROOT}: unreadable: locked`, `warn ${ROOT}: unreadable: offline`]);
  });

  it('is no longer shown when it can be listed again, and its removed files leave', async () => {
    const { library, source } = await filledLibrary({ [A]: bytes('# A'), [B]: bytes('# B') });
    source.fault = 'locked';
    source.uris = [B];
    await library.refresh();
    assert.equal(library.size, 3);
    await settle();
    const told = toldBy(library);
    source.fault = undefined;
    await library.refresh();
    await settle();
    assert.deepEqual(shown(library), [`${ROOT} briefing B`]);
    assert.deepEqual(told, [[A, ROOT].sort()]);
    // Nor when it is not a folder of the source any more.
    source.fault = 'locked';
    await library.refresh();
    assert.equal(library.size, 2);
    source.root = undefined;
    await library.refresh();
    assert.deepEqual(shown(library), []);
  });

  it('belongs to one source: a listing of another does not remove it', async () => {
    const { library, one, two } = libraryOfFolders();
    [one.fault, two.uris] = ['locked', [B]];
    await library.refresh();
    two.relist();
    await settle();
    assert.deepEqual(shown(library), [`${ONE} broken one`, `${TWO} briefing B`]);
    one.fault = undefined;
    one.relist();
    await settle();
    assert.deepEqual(shown(library), [`${TWO} briefing B`]);
  });

  it('keeps its stored outlines', async () => {
    const storage = await keptIn({ [A]: bytes('# A') });
    const second = memoryLibrary({}, storage);
    second.source.fault = 'offline';
    await second.library.restore();
    await second.library.refresh();
    assert.deepEqual(shown(second.library), [`${ROOT} briefing A`, `${ROOT} broken `].sort());
    await second.library.saveOutlines();
    const third = memoryLibrary({}, storage);
    await third.library.restore();
    assert.deepEqual(shown(third.library), [`${ROOT} briefing A`]);
  });
});

describe('A briefing in its folder', () => {
  it('moves without being read when another folder lists it', async () => {
    const { library, one, two, files } = libraryOfFolders();
    one.uris = [A];
    await library.refresh();
    await settle();
    assert.deepEqual(shown(library), [`${ONE} briefing A`]);
    const told = toldBy(library);
    [one.uris, two.uris] = [[], [A]];
    two.relist();
    await settle();
    one.relist();
    await settle();
    assert.deepEqual(shown(library), [`${TWO} briefing A`]);
    assert.deepEqual([told.flat().includes(A), files.fetched], [true, [A]]);
  });

  it('moves when its source renames the folder', async () => {
    const { library, source, files } = await filledLibrary({ [A]: bytes('# A') });
    source.root = TWO;
    await library.refresh();
    assert.deepEqual([shown(library), files.fetched], [[`${TWO} briefing A`], [A]]);
  });

  it('moves when the source that had it first drops it', async () => {
    const { library, one, two } = libraryOfFolders();
    [one.uris, two.uris] = [[A], [A]];
    await library.refresh();
    assert.deepEqual(shown(library), [`${ONE} briefing A`]);
    one.deleted(A);
    assert.deepEqual(shown(library), [`${TWO} briefing A`]);
    two.deleted(A);
    assert.deepEqual(shown(library), []);
  });

  it('is stored with the folder that it is in, and no other', async () => {
    const { library, one, two, storage } = libraryOfFolders();
    [one.uris, two.uris] = [[A], [B]];
    await library.refresh();
    await library.saveOutlines();
    one.uris = [];
    two.uris = [A, B];
    await library.refresh();
    await library.saveOutlines();
    const cache = new OutlineCache(storage, new MemoryLog());
    assert.deepEqual([...(await cache.load(ONE)).keys()], []);
    assert.deepEqual([...(await cache.load(TWO)).keys()].sort(), [A, B]);
  });

  it('is restored from the first folder that stored it', async () => {
    const { library, one, two, cache } = libraryOfFolders();
    const { library: other } = await filledLibrary({ [A]: bytes('# A') });
    const entry = other.get(A);
    assert.ok(entry?.kind === 'briefing');
    for (const root of [ONE, TWO])
      await cache.save(root, [[A, { outline: entry.outline, version: 'v', modified: 1 }]]);
    await library.restore();
    assert.deepEqual(shown(library), [`${ONE} briefing A`]);
    [one.uris, two.uris] = [[], [A]];
    await library.refresh();
    assert.deepEqual(shown(library), [`${TWO} briefing A`]);
  });
});

describe('A folder that never answers', () => {
  it('does not hold back the files of the others', async () => {
    const { library, source, files } = memoryLibrary({ [A]: bytes('# A'), [B]: bytes('# B') });
    source.early = [{ root: ROOT, uris: [A] }];
    source.nextLists.push(() => new Promise(() => undefined));
    void library.refresh();
    await settle();
    assert.deepEqual(shown(library), [`${ROOT} briefing A`]);
    assert.equal(library.hasListedAll, false);
    assert.deepEqual(files.reads, [A]);
  });

  it('keeps its entries until then, and what has gone meanwhile stays away', async () => {
    const { library, source, files } = memoryLibrary({ [A]: bytes('# A'), [B]: bytes('# B') });
    source.early = [{ root: ROOT, uris: [A] }];
    let answer: (uris: readonly string[]) => void = () => undefined;
    source.nextLists.push(() => new Promise((resolve) => (answer = resolve)));
    const refreshed = library.refresh();
    await settle();
    source.deleted(A);
    answer([A, B]);
    await refreshed;
    assert.deepEqual(shown(library), [`${ROOT} briefing B`]);
    assert.deepEqual(files.reads, [A, B]);
  });
});
