import assert from 'node:assert/strict';
import { entryName } from '../../src/library/entry.ts';
import {
  bytes,
  filledLibrary,
  gate,
  heldBack,
  keptIn,
  libraryOfTwo,
  memoryLibrary,
  MemorySource,
  ROOT,
  settle,
  titleOf,
  titles,
  WRITTEN,
} from './support/inMemory.ts';
import { itemKeys } from '../../src/library/outline.ts';

const A = 'file:///a.md';
const B = 'file:///b.md';

describe('The library', () => {
  it('holds the briefings of its sources after a refresh', async () => {
    const { library } = memoryLibrary({ [A]: '# A', [B]: '# B' });
    assert.deepEqual(titles(library), []);
    await library.refresh();
    assert.deepEqual(titles(library), ['A', 'B']);
    assert.equal(titleOf(library.get(A)), 'A');
    assert.equal(library.get('file:///c.md'), undefined);
  });

  it('has an outline, a folder and a time of writing for each briefing', async () => {
    const { library } = memoryLibrary({
      [A]: bytes('# New\n\n2026-01-01\n\n## Key takeaways\n\n- **Quay:** closed\n- Fog\n'),
    });
    await library.refresh();
    const entry = library.get(A);
    assert.ok(entry?.kind === 'briefing');
    const { outline, ...rest } = entry;
    assert.deepEqual(rest, { kind: 'briefing', uri: A, root: ROOT, modified: WRITTEN });
    assert.deepEqual([outline.title, outline.date, outline.labels], ['New', '2026-01-01', 'Quay\n']);
    assert.equal(itemKeys(outline).length, 2);
  });

  it('has each file once, and counts them', async () => {
    const { library } = memoryLibrary({ [A]: '# New', [B]: '# New', 'file:///c.md': { kind: 'missing' } });
    await library.refresh();
    assert.deepEqual([...library.entries].map(({ uri }) => uri).sort(), [A, B, 'file:///c.md']);
    assert.deepEqual([library.size, library.pendingCount], [3, 0]);
  });

  it('asks every source, and has a file of two sources once', async () => {
    const { library, one, two } = libraryOfTwo({ [A]: '# A', [B]: '# B' });
    one.uris.push(A, A);
    two.uris.push(A, B);
    await library.refresh();
    assert.deepEqual(titles(library), ['A', 'B']);
    one.deleted(A);
    assert.equal(titleOf(library.get(A)), 'A');
    two.deleted(A);
    assert.deepEqual(titles(library), ['B']);
  });

  it('lists files that are not briefings with the reason', async () => {
    const { library, logger } = memoryLibrary({
      [A]: '# A',
      'file:///1.md': { kind: 'missing' },
      'file:///2.md': { kind: 'notAFile' },
      'file:///3.md': { kind: 'tooLarge', size: 99, limit: 5 },
      'file:///4.md': { kind: 'unreadable', reason: 'locked' },
      'file:///5.md': Uint8Array.of(0x89, 0x50, 0x00),
    });
    await library.refresh();
    const problems = [1, 2, 3, 4, 5].map((i) => library.get(`file:///${i}.md`));
    assert.deepEqual(
      problems.map((entry) => entry?.kind === 'broken' && entry.problem),
      [
        { kind: 'missing' },
        { kind: 'notAFile' },
        { kind: 'tooLarge', size: 99, limit: 5 },
        { kind: 'unreadable', reason: 'locked' },
        { kind: 'binary' },
      ],
    );
    assert.equal(titleOf(library.get(A)), 'A');
    assert.equal(library.size, 6);
    assert.deepEqual(logger.lines.sort(), [
      'warn file:///1.md: missing',
      'warn file:///2.md: notAFile',
      'warn file:///3.md: tooLarge: 99 bytes',
      'warn file:///4.md: unreadable: locked',
      'warn file:///5.md: binary',
    ]);
  });

  it('has the problems of both bytes and text, and logs them with their lines', async () => {
    const { library, logger } = memoryLibrary({
      [A]: Uint8Array.of(...new TextEncoder().encode('# A\n\nb[^x] '), 0xe9),
    });
    await library.refresh();
    const entry = library.get(A);
    assert.deepEqual(entry?.kind === 'briefing' && entry.outline.problem?.code, 'undecodable');
    const opened = await library.open(A);
    assert.deepEqual(opened?.kind === 'briefing' && opened.problems.map(({ code }) => code), [
      'undecodable',
      'undefined-citation',
    ]);
    assert.deepEqual(logger.lines, [`warn ${A}:3: undecodable`, `warn ${A}:3: undefined-citation`]);
  });

  it('names a briefing by its title, and a broken file by its file name', async () => {
    const files = { 'file:///My%20brief.md': '', 'file:///No%20brief.md': { kind: 'missing' } } as const;
    const { library } = await filledLibrary(files);
    assert.deepEqual([...library.entries].map(entryName).sort(), ['My brief', 'No brief.md']);
  });

  it('reads at most 64 files at a time', async () => {
    const uris = Array.from({ length: 80 }, (_, i) => `file:///${i}.md`);
    const { library, files } = memoryLibrary(Object.fromEntries(uris.map((uri) => [uri, '# A'])));
    const doors = uris.map(() => gate());
    uris.forEach((uri, i) => files.gates.set(uri, [doors[i]?.closed ?? Promise.resolve()]));
    const done = library.refresh();
    await settle();
    assert.deepEqual([files.reads.length, library.pendingCount], [64, 16]);
    for (const door of doors) door.open();
    await done;
    assert.equal(library.size, 80);
  });

  it('logs a source that cannot list, and keeps what the others have', async () => {
    const { library, one: bad, two: good, files, logger } = libraryOfTwo({ [A]: '# A', [B]: '# B' });
    [bad.uris, good.uris] = [[A], [B]];
    await library.refresh();
    bad.nextLists.push(() => Promise.reject(new Error('no folder')));
    files.contents.set(B, '# B2');
    await library.refresh();
    assert.deepEqual(titles(library), ['A', 'B2']);
    assert.deepEqual(logger.lines, ['error Could not list briefings: Error: no folder']);
  });

  it('has looked, and says so, once every source has answered in any way', async () => {
    const { library, two: late } = libraryOfTwo();
    const told: boolean[] = [];
    library.onDidChange(() => told.push(library.hasListedAll));
    let fail: (why: Error) => void = () => undefined;
    late.nextLists.push(() => new Promise((_, reject) => (fail = reject)));
    const refreshed = library.refresh();
    await settle();
    assert.deepEqual(told, [false]);
    fail(new Error('no folder'));
    await refreshed;
    await settle();
    assert.deepEqual(told, [false, true]);
  });

  it('adds files for its own sources only', async () => {
    const { library, files } = memoryLibrary();
    await assert.rejects(library.add(new MemorySource(), A, ROOT), /does not belong to the library/);
    assert.deepEqual([library.size, files.reads], [0, []]);
  });
});

describe('A library that is disposed of', () => {
  it('ignores and fires events no longer', async () => {
    const { library, source, files, changes } = memoryLibrary({ [A]: '# A' });
    const letThrough = heldBack(files, A);
    const reading = library.refresh();
    await settle();
    assert.deepEqual(files.reads, [A]);
    library.dispose();
    letThrough();
    await reading;
    source.changed(B);
    source.relist();
    await settle();
    assert.deepEqual([changes(), library.size], [0, 0]);
    assert.deepEqual(files.reads, [A]);
  });

  it('during a listing reads nothing', async () => {
    const { library, source, files, logger, changes } = memoryLibrary({ [A]: '# A' });
    source.fault = 'locked';
    const door = gate();
    source.nextLists.push(() => door.closed.then(() => [A]));
    const listing = library.refresh();
    library.dispose();
    door.open();
    await listing;
    await settle();
    assert.deepEqual([changes(), library.size, files.reads, logger.lines], [0, 0, [], []]);
  });

  it('while it is restored shows nothing', async () => {
    const { library, changes } = memoryLibrary({}, await keptIn({ [A]: bytes('# A') }));
    const restoring = library.restore();
    library.dispose();
    await restoring;
    await settle();
    assert.deepEqual([changes(), library.size], [0, 0]);
  });

  it('while a briefing is opened returns nothing', async () => {
    const { library, files } = await filledLibrary({ [A]: '# A' });
    const letThrough = heldBack(files, A);
    const opening = library.open(A);
    library.dispose();
    letThrough();
    assert.equal(await opening, undefined);
  });
});
