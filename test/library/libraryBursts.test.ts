import assert from 'node:assert/strict';
import type { Library } from '../../src/library/library.ts';
import { FakeTimers } from './support/fakeTimers.ts';
import {
  bytes,
  entriesOf,
  filledLibrary,
  heldBack,
  memoryLibrary,
  settle,
  titleOf,
  until,
  withoutTimes,
} from './support/inMemory.ts';
import { randomFrom } from './support/random.ts';

const A = 'file:///a.md';
const COUNT = 300;

function uriOf(i: number): string {
  return `file:///${i}.md`;
}

describe('A file that changes', () => {
  it('is read once for one change, and no other file is read', async () => {
    const { source, files } = await filledLibrary({
      [A]: bytes('# A'),
      'file:///b.md': bytes('# B'),
    });
    files.fetched.length = 0;
    files.reads.length = 0;
    files.contents.set(A, bytes('# A2'));
    source.changed(A);
    await settle();
    assert.deepEqual([files.fetched, files.reads], [[A], [A]]);
  });

  it('is never read twice in the same version, whatever events come and when', async () => {
    const { library, source, files } = await filledLibrary({ [A]: bytes('# 0') });
    files.fetched.length = 0;
    for (let version = 1; version <= 2; version++) {
      files.contents.set(A, bytes(`# ${version}`));
      const letThrough = heldBack(files, A);
      for (let i = 0; i < 20; i++) source.changed(A);
      // While it is read, and afterwards.
      await settle();
      for (let i = 0; i < 20; i++) source.changed(A);
      letThrough();
      await settle();
      for (let i = 0; i < 20; i++) source.changed(A);
      await until(() => library.pendingCount === 0 && titleOf(library.get(A)) === String(version));
      await settle();
      assert.equal(files.fetched.length, version);
    }
    library.dispose();
  });

  it('while it is read is read again in its newer version', async () => {
    const { library, source, files } = await filledLibrary({ [A]: bytes('# 0') });
    files.fetched.length = 0;
    const letThrough = heldBack(files, A);
    files.contents.set(A, bytes('# 1'));
    source.changed(A);
    await settle();
    files.contents.set(A, bytes('# 2'));
    source.changed(A);
    await settle();
    letThrough();
    await until(() => titleOf(library.get(A)) === '2');
    assert.deepEqual(files.fetched, [A, A]);
  });
});

describe('A burst of changes', () => {
  it('ends with the current content of the files, though many events are lost', async () => {
    const random = randomFrom(3);
    const before = Object.fromEntries(
      Array.from({ length: COUNT }, (_, i) => [uriOf(i), bytes(`# Before ${i}\n\n- item ${i}\n`)]),
    );
    const { library, source, files } = memoryLibrary(before);
    const told = new Set<string>();
    let changes = 0;
    library.onDidChange((uris) => {
      changes++;
      for (const uri of uris) told.add(uri);
    });
    await library.refresh();
    await until(() => told.size === COUNT);
    told.clear();
    changes = 0;
    files.fetched.length = 0;
    let dropped = 0;
    const expected = new Set<string>();
    for (let i = 0; i < COUNT; i++) {
      const uri = uriOf(i);
      const fate = random();
      const isTold = random() >= 0.3;
      if (!isTold) dropped++;
      if (fate < 0.1) {
        files.contents.delete(uri);
        source.uris = source.uris.filter((one) => one !== uri);
        expected.add(uri);
        if (isTold) source.deleted(uri);
      } else if (fate < 0.2) {
        const created = `file:///new${i}.md`;
        files.contents.set(created, bytes(`# New ${i}`));
        source.uris.push(created);
        expected.add(created);
        if (isTold) source.changed(created);
      } else {
        files.contents.set(uri, bytes(`# After ${i}\n\n- item ${i}, then ${fate}\n`));
        expected.add(uri);
        if (isTold) source.changed(uri);
      }
      if (i % 30 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    assert.ok(dropped > COUNT / 5);

    const fresh = memoryLibrary(
      Object.fromEntries(source.uris.map((uri) => [uri, files.contents.get(uri) ?? ''])),
    );
    await fresh.library.refresh();
    const now = entriesOf(fresh.library);
    const titles = (library: Library) =>
      [...library.entries]
        .map((entry) => (entry.kind === 'briefing' ? entry.outline.textHash : entry.problem.kind))
        .sort()
        .join();
    const end = titles(fresh.library);
    await until(() => library.pendingCount === 0 && titles(library) === end);
    assert.deepEqual(withoutTimes(entriesOf(library)), now);
    // Changes in bulk are reported together. How many at once depends on how busy the machine is.
    await until(() => told.size >= expected.size);
    await settle();
    assert.deepEqual(told, expected);
    assert.ok(changes * 3 < expected.size, `${changes} changes told`);
    const versions = new Set(files.fetched);
    assert.equal(versions.size, files.fetched.length, 'each version once');
    library.dispose();
  });

  it('is not assumed if a few events are lost: the next refresh finds those files', async () => {
    const { library, source, files } = await filledLibrary({
      [A]: bytes('# A'),
      'file:///b.md': bytes('# B'),
    });
    files.contents.set(A, bytes('# A2')).set('file:///b.md', bytes('# B2'));
    source.changed('file:///b.md');
    await settle();
    assert.deepEqual([titleOf(library.get(A)), titleOf(library.get('file:///b.md'))], ['A', 'B2']);
    await library.refresh();
    assert.equal(titleOf(library.get(A)), 'A2');
    library.dispose();
  });

  it('that ends after the library was disposed of is ignored', async () => {
    const { library, source, files } = await filledLibrary({ [A]: bytes('# A') });
    files.reads.length = 0;
    const timers = new FakeTimers();
    for (let i = 0; i < 100; i++) source.changed(A);
    let isListed = false;
    source.nextLists.push(() => {
      isListed = true;
      return Promise.resolve([A]);
    });
    library.dispose();
    await timers.pass(1200);
    timers.restore();
    assert.deepEqual([isListed, files.reads], [false, [A]]);
  });
});
