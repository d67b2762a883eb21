import assert from 'node:assert/strict';
import { type Entry, Library, nameOf } from '../../src/library/library.ts';
import { gate, MemoryFiles, MemoryLog, memoryLibrary, MemorySource, settle } from './inMemory.ts';

const A = 'file:///a.md';
const B = 'file:///b.md';

function titles({ entries }: Library): string[] {
  return entries.map(nameOf);
}

function titleOf(entry: Entry | undefined): string | undefined {
  return entry?.kind === 'briefing' ? entry.briefing.title : entry?.problem.kind;
}

describe('The library', () => {
  it('holds the briefings of its sources once it was refreshed', async () => {
    const { library } = memoryLibrary({ [A]: '# A', [B]: '# B' });
    assert.deepEqual(titles(library), []);
    await library.refresh();
    assert.deepEqual(titles(library), ['A', 'B']);
    assert.equal(titleOf(library.get(A)), 'A');
    assert.equal(library.get('file:///c.md'), undefined);
  });

  it('has the newest first, those without a date last, and files that are none by their names', async () => {
    const { library } = memoryLibrary({
      'file:///1.md': '# Old\n\n2025-01-01\n',
      'file:///2.md': '# B\n',
      'file:///3.md': '# New\n\n2026-01-01\n',
      'file:///4.md': '# a\n',
      'file:///2026-03-03-c.md': { kind: 'unreadable', reason: 'locked' },
      'file:///5.md': '# New\n\n2026-01-01\n',
    });
    await library.refresh();
    assert.deepEqual(titles(library), ['New', 'New', 'Old', '2026-03-03-c.md', 'a', 'B']);
    assert.deepEqual(
      library.entries.slice(0, 2).map(({ uri }) => uri),
      ['file:///3.md', 'file:///5.md'],
    );
  });

  it('asks every source, and holds a file once that two of them announce', async () => {
    const [one, two] = [new MemorySource(), new MemorySource()];
    const files = new MemoryFiles();
    const library = new Library([one, two], files, new MemoryLog());
    [one.uris, two.uris] = [
      [A, A],
      [A, B],
    ];
    files.contents.set(A, '# A').set(B, '# B');
    await library.refresh();
    assert.deepEqual(titles(library), ['A', 'B']);
    one.tell({ kind: 'deleted', uri: A });
    assert.equal(titleOf(library.get(A)), 'A');
    two.tell({ kind: 'deleted', uri: A });
    assert.deepEqual(titles(library), ['B']);
  });

  it('has files that are no briefing beside the good ones, and says why', async () => {
    const { library, log } = memoryLibrary({
      [A]: '# A',
      'file:///1.md': { kind: 'missing' },
      'file:///2.md': { kind: 'notAFile' },
      'file:///3.md': { kind: 'tooLarge', size: 99 },
      'file:///4.md': { kind: 'unreadable', reason: 'locked' },
      'file:///5.md': Uint8Array.of(0x89, 0x50, 0x00),
    });
    await library.refresh();
    assert.deepEqual(
      library.entries.map((entry) => (entry.kind === 'broken' ? entry.problem : titleOf(entry))),
      [
        { kind: 'missing' },
        { kind: 'notAFile' },
        { kind: 'tooLarge', size: 99 },
        { kind: 'unreadable', reason: 'locked' },
        { kind: 'binary' },
        'A',
      ],
    );
    assert.deepEqual(log.lines.sort(), [
      'warn file:///1.md: missing',
      'warn file:///2.md: notAFile',
      'warn file:///3.md: tooLarge: 99 bytes',
      'warn file:///4.md: unreadable: locked',
      'warn file:///5.md: binary',
    ]);
  });

  it('has the problems of the bytes and of the text, with their lines in the log', async () => {
    const { library, log } = memoryLibrary({
      [A]: Uint8Array.of(...new TextEncoder().encode('# A\n\nb[^x] '), 0xe9),
    });
    await library.refresh();
    const entry = library.get(A);
    assert.deepEqual(entry?.kind === 'briefing' && entry.problems.map(({ code }) => code), [
      'undecodable',
      'undefined-citation',
    ]);
    assert.deepEqual(log.lines, [`warn ${A}:3: undecodable`, `warn ${A}:3: undefined-citation`]);
  });

  it('names a briefing by its title, and a file by its name', async () => {
    const { library } = memoryLibrary({
      'file:///My%20brief.md': '',
      'file:///No%20brief.md': { kind: 'missing' },
    });
    await library.refresh();
    assert.deepEqual(titles(library).sort(), ['My brief', 'No brief.md']);
  });

  it('reads at most eight files at a time', async () => {
    const uris = Array.from({ length: 20 }, (_, i) => `file:///${i}.md`);
    const { library, files } = memoryLibrary(Object.fromEntries(uris.map((uri) => [uri, '# A'])));
    const doors = uris.map(() => gate());
    uris.forEach((uri, i) => files.gates.set(uri, [doors[i]?.closed ?? Promise.resolve()]));
    const done = library.refresh();
    await settle();
    assert.equal(files.reads.length, 8);
    for (const door of doors) door.open();
    await done;
    assert.equal(library.entries.length, 20);
  });

  it('logs a source that cannot list, and keeps what the others have', async () => {
    const [bad, good] = [new MemorySource(), new MemorySource()];
    const files = new MemoryFiles();
    const log = new MemoryLog();
    const library = new Library([bad, good], files, log);
    [bad.uris, good.uris] = [[A], [B]];
    files.contents.set(A, '# A').set(B, '# B');
    await library.refresh();
    bad.nextLists.push(() => Promise.reject(new Error('no folder')));
    await library.refresh();
    assert.deepEqual(titles(library), ['A', 'B']);
    assert.deepEqual(log.lines, ['error Could not list briefings: Error: no folder']);
  });
});

describe('A library that is disposed of', () => {
  it('listens and tells no longer', async () => {
    const { library, source, files, changes } = memoryLibrary({ [A]: '# A' });
    const door = gate();
    files.gates.set(A, [door.closed]);
    const reading = library.refresh();
    library.dispose();
    door.open();
    await reading;
    source.tell({ kind: 'changed', uri: B });
    await settle();
    assert.equal(changes(), 0);
    assert.deepEqual(files.reads, [A]);
  });
});
