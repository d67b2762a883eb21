import assert from 'node:assert/strict';
import { FakeTimers, ticks } from './support/fakeTimers.ts';
import { bytes, filledLibrary, gate, heldBack, ROOT, titles } from './support/inMemory.ts';

const A = 'file:///a.md';
const B = 'file:///b.md';
const C = 'file:///c.md';

/** With the real timers, changes of one moment would be further apart than a batch is long on a busy machine. */
let timers: FakeTimers;

function withFakeTimers(): void {
  beforeEach(() => (timers = new FakeTimers()));
  afterEach(() => {
    timers.restore();
  });
}

/** Lets the time of a batch pass. */
async function settle(): Promise<void> {
  await timers.pass(100);
  await ticks();
}

async function filled(files: Readonly<Record<string, string | Uint8Array>>) {
  const memory = await filledLibrary(files);
  await settle();
  const before = memory.changes();
  /** The URIs of each change event, in order. */
  const told: (readonly string[])[] = [];
  memory.library.onDidChange((uris) => told.push([...uris].sort()));
  return { ...memory, told, changes: () => memory.changes() - before };
}

describe('Change events of the library', () => {
  withFakeTimers();

  it('are fired once for changes that come close together, and after a listing even if it is empty', async () => {
    for (const count of [5, 0]) {
      const files = Array.from({ length: count }, (_, i) => [`file:///${i}.md`, '# A'] as const);
      const memory = await filledLibrary(Object.fromEntries(files));
      assert.equal(memory.changes(), 0);
      await settle();
      assert.equal(memory.changes(), 1);
    }
  });

  it('are fired for an added, edited, created or deleted file', async () => {
    const { library, source, files, told } = await filled({ [A]: '# A' });
    files.contents.set(C, '# C');
    await library.add(source, C, ROOT);
    assert.deepEqual(titles(library), ['A', 'C']);
    await settle();
    source.deleted(C);
    await settle();
    assert.deepEqual(told.splice(0), [[C], [C]]);
    files.contents.set(A, '# A2').set(B, '# B');
    source.changed(A);
    source.changed(B);
    await settle();
    assert.deepEqual(titles(library), ['A2', 'B']);
    source.deleted(A);
    source.deleted('file:///other.md');
    await settle();
    assert.deepEqual(titles(library), ['B']);
    assert.deepEqual(told, [[A, B], [A]]);
  });

  it('are fired for a changed listing', async () => {
    const { library, source, files, told } = await filled({ [A]: '# A' });
    files.contents.set(B, '# B');
    source.uris = [B];
    source.relist();
    await settle();
    assert.deepEqual(titles(library), ['B']);
    assert.deepEqual(told, [[A, B]]);
  });

  it('are not fired for the same text, whose entry stays, or for a file that is not in the library', async () => {
    const { library, files, changes } = await filled({ [A]: '# A' });
    const before = library.get(A);
    await library.update(A);
    files.contents.set(B, '# B');
    await library.update(B);
    await settle();
    assert.deepEqual([titles(library), changes(), files.reads.includes(B)], [['A'], 0, false]);
    assert.equal(library.get(A), before);
  });

  it('are fired for a corrected encoding, though the words are the same', async () => {
    const { library, files, told } = await filled({ [A]: Uint8Array.of(0xe9) });
    const before = library.get(A);
    assert.equal(before?.kind === 'briefing' && before.outline.problem?.code, 'undecodable');
    files.contents.set(A, bytes('é'));
    await library.update(A);
    await settle();
    const entry = library.get(A);
    assert.ok(entry?.kind === 'briefing');
    assert.equal(entry.outline.problem, undefined);
    const opened = await library.open(A);
    assert.deepEqual(opened?.kind === 'briefing' && opened.problems, []);
    assert.deepEqual(told, [[A]]);
  });

  it('are fired for a file that is rewritten with the same words, because its day changes', async () => {
    const { library, files, told } = await filled({ [A]: bytes('# A') });
    const written = { kind: 'bytes', bytes: bytes('# A'), version: 'touched', modified: 7 } as const;
    files.contents.set(A, written);
    await library.update(A);
    await settle();
    const entry = library.get(A);
    assert.equal(entry?.kind === 'briefing' && entry.modified, 7);
    assert.deepEqual(told, [[A]]);
  });
});

describe('A file', () => {
  withFakeTimers();

  it('that is open has the text of its document until it is closed', async () => {
    const { library, files } = await filled({ [A]: new TextEncoder().encode('# Disk') });
    files.contents.set(A, '# Document');
    await library.update(A);
    assert.deepEqual(titles(library), ['Document']);
    files.contents.set(A, new TextEncoder().encode('# Disk'));
    await library.update(A);
    assert.deepEqual(titles(library), ['Disk']);
  });

  it('that vanishes before it is read is added and removed, without a problem', async () => {
    const { library, source, files } = await filled({ [A]: '# A' });
    source.changed(B);
    await settle();
    assert.deepEqual(titles(library), ['A']);
    files.contents.delete(A);
    source.changed(A);
    await settle();
    assert.deepEqual(titles(library), []);
  });

  it('that breaks and is repaired is a briefing again', async () => {
    const { library, files, changes } = await filled({ [A]: bytes('# A') });
    files.contents.set(A, { kind: 'unreadable', reason: 'locked' });
    await library.update(A);
    assert.equal(library.get(A)?.kind, 'broken');
    files.contents.set(A, bytes('# A'));
    await library.update(A);
    assert.equal(library.get(A)?.kind, 'briefing');
    await settle();
    assert.equal(changes(), 1);
  });
});

describe('A late answer', () => {
  withFakeTimers();

  it('of an older read is dropped', async () => {
    const { library, files } = await filled({ [A]: '# A' });
    const letThrough = heldBack(files, A);
    files.contents.set(A, '# Older');
    const older = library.update(A);
    files.contents.set(A, '# Newer');
    await library.update(A);
    letThrough();
    await older;
    assert.deepEqual(titles(library), ['Newer']);
  });

  it('for a file that was deleted meanwhile is dropped', async () => {
    const { library, source, files } = await filled({ [A]: '# A' });
    const letThrough = heldBack(files, A);
    const reading = library.update(A);
    source.deleted(A);
    letThrough();
    await reading;
    assert.deepEqual(titles(library), []);
  });

  it('of an older listing is dropped', async () => {
    const { library, source, files } = await filled({ [A]: '# A' });
    files.contents.set(B, '# B');
    const door = gate();
    source.nextLists.push(() => door.closed.then(() => [A]));
    const older = library.refresh();
    source.uris = [A, B];
    await library.refresh();
    door.open();
    await older;
    assert.deepEqual(titles(library), ['A', 'B']);
  });

  it('of a listing keeps a file that came meanwhile', async () => {
    const { library, source, files } = await filled({ [A]: '# A' });
    files.contents.set(B, '# B');
    const door = gate();
    source.nextLists.push(() => door.closed.then(() => [A]));
    const listing = library.refresh();
    source.uris = [A, B];
    source.changed(B);
    await settle();
    door.open();
    await listing;
    await settle();
    assert.deepEqual(titles(library), ['A', 'B']);
  });

  it('of a listing does not bring back a file that went meanwhile', async () => {
    const { library, source, files } = await filled({ [A]: '# A', [B]: '# B' });
    const door = gate();
    source.nextLists.push(() => door.closed.then(() => [A, B]));
    const listing = library.refresh();
    files.contents.delete(B);
    source.deleted(B);
    door.open();
    await listing;
    assert.deepEqual(
      [...library.entries].map(({ uri }) => uri),
      [A],
    );
  });

  it('of a read that was overtaken is replaced by the newer one', async () => {
    const { library, source, files } = await filled({});
    files.contents.set(A, '# A');
    const door = gate();
    files.gates.set(A, [Promise.resolve(), door.closed]);
    let isAdded = false;
    const added = library.add(source, A, ROOT).then(() => (isAdded = true));
    const updated = library.update(A);
    await settle();
    assert.deepEqual([isAdded, library.get(A)], [false, undefined]);
    door.open();
    await added;
    assert.equal(library.get(A)?.kind, 'briefing');
    await updated;
  });
});
