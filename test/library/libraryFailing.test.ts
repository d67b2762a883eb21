import assert from 'node:assert/strict';
import { startLibrary } from '../../src/library/start.ts';
import { ReadingLog } from '../../src/library/log/readingLog.ts';
import { bytes, filledLibrary, libraryOfTwo, memoryLibrary, titles, until } from './support/inMemory.ts';

const A = 'file:///a.md';
const B = 'file:///b.md';
const C = 'file:///c.md';

/* Nothing here should ever throw. If something does, it is a bug of ours, and must cost no more than the file that it affects. */
describe('A library in which something throws', () => {
  it('completes its refresh with all other files, and logs the one that failed', async () => {
    const { library, files, logger } = memoryLibrary({
      [A]: bytes('# A'),
      [B]: bytes('# B'),
      [C]: bytes('# C'),
    });
    files.faults.set(B, new Error('a mistake in reading'));
    await library.refresh();
    assert.deepEqual(titles(library), ['A', 'C', 'unreadable']);
    assert.match(logger.lines.join('\n'), /^error file:\/\/\/b\.md: Error: a mistake in reading/m);
    assert.equal(library.pendingCount, 0);
  });

  it('says why when the file is opened, and has the briefing once it can be read', async () => {
    const { library, source, files } = memoryLibrary({ [A]: bytes('# A') });
    files.faults.set(A, new Error('a mistake'));
    await library.refresh();
    const opened = await library.open(A);
    assert.deepEqual(opened?.kind === 'broken' && opened.problem, {
      kind: 'unreadable',
      reason: 'a mistake',
    });
    files.faults.delete(A);
    source.changed(A);
    await until(() => titles(library).join() === 'A');
  });

  it('completes its refresh if an entry cannot be added', async () => {
    const { library, files } = memoryLibrary({ [A]: bytes('# A'), [B]: bytes('# B') });
    // The parser throws for no string, so this is not a string.
    const noText = { kind: 'text', text: undefined as unknown as string, version: '1', modified: 0 } as const;
    files.contents.set(A, noText);
    await library.refresh();
    assert.deepEqual(titles(library), ['B', 'unreadable']);
    assert.equal((await library.open(A))?.kind, 'broken');
  });

  it('shows the other sources if one cannot say what its folders are', async () => {
    const { library, one: broken, two: good, storage, logger, cache } = libraryOfTwo({ [A]: bytes('# A') });
    broken.roots = () => {
      throw new Error('no folders');
    };
    good.uris = [A];
    const log = new ReadingLog(storage, Date, logger, 'one');
    const { contentKnown, allFilesRead } = startLibrary(library, log, cache);
    await Promise.all([contentKnown, allFilesRead]);
    assert.deepEqual(titles(library), ['A']);
    assert.match(logger.lines.join('\n'), /no folders/);
  });
});

describe('A file that is outside of its folder', () => {
  it('is not in the library, whichever source announces it', async () => {
    const { library, source, files } = memoryLibrary({ [A]: bytes('# A'), [B]: bytes('# B') });
    files.contents.set(B, { kind: 'outside' });
    await library.refresh();
    assert.deepEqual(titles(library), ['A']);
    source.changed(B);
    await until(() => library.pendingCount === 0);
    assert.deepEqual([titles(library), await library.open(B)], [['A'], undefined]);
  });

  it('leaves the library when that is found out', async () => {
    const { library, files } = await filledLibrary({ [A]: bytes('# A') });
    files.contents.set(A, { kind: 'outside' });
    assert.deepEqual([await library.open(A), library.size], [undefined, 0]);
  });

  it('stays if it is inside the folder of another source', async () => {
    const { library, one: wide, two: own, files } = libraryOfTwo({ [A]: bytes('# A') });
    wide.uris = own.uris = [A];
    own.root = 'file:///own';
    const read = files.read.bind(files);
    files.read = async (uri, root, known) =>
      root === own.root ? read(uri, root, known) : Promise.resolve({ kind: 'outside' });
    await library.refresh();
    await until(() => library.get(A)?.root === own.root);
    assert.deepEqual(titles(library), ['A']);
  });
});
