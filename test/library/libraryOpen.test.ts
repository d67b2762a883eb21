import assert from 'node:assert/strict';
import type { BrokenEntry, OpenedBriefing } from '../../src/library/entry.ts';
import { FakeTimers, ticks } from './support/fakeTimers.ts';
import {
  bytes,
  filledLibrary,
  gate,
  heldBack,
  keptIn,
  memoryLibrary,
  ROOT,
  settle,
  titleOf,
} from './support/inMemory.ts';

const A = 'file:///a.md';
const B = 'file:///b.md';

function briefingOf(opened: OpenedBriefing | BrokenEntry | undefined) {
  assert.ok(opened?.kind === 'briefing');
  return opened.briefing;
}

const filled = (files: Parameters<typeof filledLibrary>[0] = { [A]: bytes('# A') }) => filledLibrary(files);

describe('A briefing that is opened', () => {
  it('is read completely, with its text and all of its problems', async () => {
    const { library } = await filled({ [A]: bytes('# A\n\n- one [^x]\n') });
    const opened = await library.open(A);
    assert.ok(opened?.kind === 'briefing');
    assert.deepEqual([opened.uri, opened.briefing.text], [A, '# A\n\n- one [^x]\n']);
    assert.deepEqual(opened.problems, opened.briefing.problems);
    assert.ok(opened.problems.some(({ code }) => code === 'undefined-citation'));
  });

  it('is the same object while its text is the same, without another read', async () => {
    const { library, files, changes } = await filled();
    const opened = await library.open(A);
    const fetched = files.fetched.length;
    assert.equal(await library.open(A), opened);
    await library.update(A);
    await library.refresh();
    assert.equal(await library.open(A), opened);
    assert.equal(files.fetched.length, fetched);
    // Saved again with the same words: a new version of the same text.
    files.contents.set(A, { kind: 'bytes', bytes: bytes('# A'), version: 'touched', modified: 7 });
    await library.update(A);
    assert.equal(await library.open(A), opened);
    await settle();
    assert.ok(changes() > 0);
  });

  it('is in memory once it was opened, unless it was only passed', async () => {
    const { library } = await filled({ [A]: bytes('# A'), [B]: bytes('# B') });
    assert.equal(library.opened(A), undefined);
    const opened = await library.open(A);
    assert.equal(library.opened(A), briefingOf(opened));
    await library.open(B, { isKept: false });
    assert.equal(library.opened(B), undefined);
  });

  it('stays open while many others are only passed', async () => {
    const others = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`file:///${i}.md`, bytes(`# ${i}`)]),
    );
    const { library, files } = await filled({ [A]: bytes('# A'), ...others });
    const opened = await library.open(A);
    for (const uri of Object.keys(others))
      assert.equal((await library.open(uri, { isKept: false }))?.kind, 'briefing');
    const fetched = files.fetched.length;
    assert.equal(await library.open(A), opened);
    assert.equal(files.fetched.length, fetched);
  });

  it('is replaced when its text changes, also while it is open', async () => {
    const { library, files } = await filled();
    const before = briefingOf(await library.open(A));
    files.contents.set(A, bytes('# A2'));
    await library.update(A);
    const fetched = files.fetched.length;
    const after = briefingOf(await library.open(A));
    assert.deepEqual([before.title, after.title], ['A', 'A2']);
    assert.equal(files.fetched.length, fetched);
  });

  it('is read if only its outline was stored, and fires no change', async () => {
    const one = { [A]: bytes('# A') };
    const { library, files } = memoryLibrary(one, await keptIn(one));
    await library.restore();
    await settle();
    const before = library.get(A);
    const told: unknown[] = [];
    library.onDidChange((uris) => told.push(uris));
    assert.equal(briefingOf(await library.open(A)).title, 'A');
    await settle();
    assert.deepEqual([files.fetched, told], [[A], []]);
    assert.equal(library.get(A), before);
  });

  it('shows what the file has now, even if no event told of the change', async () => {
    const { library, files } = await filled();
    files.contents.set(A, bytes('# A2'));
    assert.equal(briefingOf(await library.open(A)).title, 'A2');
    assert.equal(titleOf(library.get(A)), 'A2');
  });

  it('is read once if it is added in order to be opened', async () => {
    const { library, source, files } = await filled({});
    files.contents.set(A, bytes('# A'));
    assert.equal(briefingOf(await library.add(source, A, ROOT)).title, 'A');
    assert.deepEqual(files.fetched, [A]);
  });

  it('is kept completely while it is among the twelve that were opened last', async () => {
    const uris = Array.from({ length: 14 }, (_, i) => `file:///${i}.md`);
    const { library, files } = await filled(Object.fromEntries(uris.map((uri) => [uri, bytes(`# ${uri}`)])));
    const opened = new Map<string, OpenedBriefing | BrokenEntry | undefined>();
    for (const uri of uris.slice(0, 12)) opened.set(uri, await library.open(uri));
    const [first = '', second = '', third = ''] = uris;
    assert.equal(await library.open(first), opened.get(first));
    for (const uri of uris.slice(12)) await library.open(uri);
    files.fetched.length = 0;
    // Opened again meanwhile, unlike the two after it.
    assert.equal(await library.open(first), opened.get(first));
    for (const uri of uris.slice(3, 12)) assert.equal(await library.open(uri), opened.get(uri));
    assert.deepEqual(files.fetched, []);
    assert.notEqual(await library.open(third), opened.get(third));
    const again = await library.open(second);
    assert.notEqual(again, opened.get(second));
    assert.equal(briefingOf(again).text, `# ${second}`);
    assert.deepEqual(files.fetched, [third, second]);
  });

  it('is not kept completely because its file has changed', async () => {
    const { library, files } = await filled();
    files.contents.set(A, bytes('# A2'));
    await library.update(A);
    files.fetched.length = 0;
    await library.open(A);
    assert.deepEqual(files.fetched, [A]);
  });

  it('is missing while its file is broken, and there when it is repaired', async () => {
    const { library, files } = await filled({
      [A]: { kind: 'tooLarge', size: 9, limit: 5 },
      [B]: bytes('\0\0\0'),
    });
    for (const [uri, problem] of [
      [A, { kind: 'tooLarge', size: 9, limit: 5 }],
      [B, { kind: 'binary' }],
    ] as const)
      assert.deepEqual(await library.open(uri), { kind: 'broken', uri, root: ROOT, problem });
    files.contents.set(A, bytes('# A'));
    assert.equal(briefingOf(await library.open(A)).title, 'A');
    files.contents.set(A, { kind: 'unreadable', reason: 'locked' });
    await library.update(A);
    const problemOf = (opened: OpenedBriefing | BrokenEntry | undefined) =>
      opened?.kind === 'broken' && opened.problem.kind;
    assert.equal(problemOf(await library.open(A)), 'unreadable');
    files.contents.delete(A);
    assert.equal(problemOf(await library.open(A)), 'missing');
  });

  it('is nothing, and not read, if no source has announced it', async () => {
    const { library, files } = await filled();
    files.contents.set(B, bytes('# B'));
    assert.equal(await library.open(B), undefined);
    assert.ok(!files.reads.includes(B));
  });

  it('is the error of its folder if that cannot be listed', async () => {
    const { library, source } = await filled();
    source.fault = 'locked';
    await library.refresh();
    assert.deepEqual(await library.open(ROOT), library.get(ROOT));
    assert.equal(library.get(ROOT)?.kind, 'broken');
  });

  it('is missing if it is deleted while it is read', async () => {
    const { library, source, files } = await filled();
    const letThrough = heldBack(files, A);
    const opening = library.open(A);
    source.deleted(A);
    letThrough();
    assert.equal(await opening, undefined);
  });

  it('is the result of the newest read, however many overtake', async () => {
    for (const newer of ['# A', '# A2']) {
      const { library, files } = await filled();
      const timers = new FakeTimers();
      const doors = Array.from({ length: 6 }, gate);
      files.gates.set(
        A,
        doors.map(({ closed }) => closed),
      );
      files.contents.set(A, bytes('# Old'));
      const opening = library.open(A);
      files.contents.set(A, bytes(newer));
      const others = doors.slice(1).map(() => library.update(A));
      for (const { open } of doors.toReversed()) {
        open();
        await ticks();
      }
      assert.equal(briefingOf(await opening).text, newer);
      await Promise.all(others);
      timers.restore();
    }
  });

  it('is read once for all who ask at the same time', async () => {
    const { library, files } = await filled();
    const doors = [gate(), gate(), gate()];
    files.gates.set(
      A,
      doors.map(({ closed }) => closed),
    );
    const opening = Promise.all([library.open(A), library.open(A), library.open(A)]);
    for (const { open } of doors) open();
    const [first, ...others] = await opening;
    assert.equal(briefingOf(first).title, 'A');
    for (const other of others) assert.equal(other, first);
  });
});
