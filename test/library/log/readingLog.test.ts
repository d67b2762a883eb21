import assert from 'node:assert/strict';
import type { Mark, StoredPlace } from '../../../src/library/log/marks.ts';
import { FakeTimers, ticks } from '../support/fakeTimers.ts';
import { memoryReadingLog, NOW } from '../support/memoryStorage.ts';

const PLACE: StoredPlace = { item: 'i', number: 2, offset: 0.5 };

/** A new window on the same storage. */
async function reopened({ storage }: ReturnType<typeof memoryReadingLog>) {
  const other = memoryReadingLog(storage.another(), 'other');
  await other.reading.readChanges();
  return other.reading;
}

describe('The reading log', () => {
  it('has marks at once, reports them once, and has them on disk when it says so', async () => {
    const memory = memoryReadingLog();
    const { reading, told } = memory;
    const read = reading.markRead(['a', 'b', 'a']);
    assert.deepEqual([reading.isRead('a'), reading.isRead('c'), told], [true, false, ['a b']]);
    const starred = reading.star(['b', 'c']);
    await Promise.all([read, starred]);
    assert.deepEqual(told, ['a b', 'b c']);
    const other = await reopened(memory);
    const keys = ['a', 'b', 'c'];
    assert.deepEqual(
      keys.filter((key) => other.isRead(key)),
      ['a', 'b'],
    );
    assert.deepEqual(
      keys.filter((key) => other.isStarred(key)),
      ['b', 'c'],
    );
  });

  it('writes and reports nothing if nothing changes', async () => {
    const { reading, storage, told } = memoryReadingLog();
    await reading.markRead(['a']);
    void reading.stopAt('b', PLACE);
    await reading.flush();
    const steps = storage.steps.length;
    await Promise.all([
      reading.markRead(['a']),
      reading.markRead(['x'], false),
      reading.star(['a'], false),
      reading.stopAt('b', { ...PLACE }),
      reading.markRead([]),
      reading.merge([]),
    ]);
    await reading.flush();
    assert.deepEqual(told, ['a']);
    assert.ok(!storage.steps.slice(steps).some((step) => step.startsWith('write')));
  });

  it('acknowledges a mark that it already has only when it is on disk', async () => {
    const { reading, storage } = memoryReadingLog();
    void reading.markRead(['a']);
    await reading.markRead(['a']);
    assert.match(storage.textOf(storage.names[0] ?? ''), / r a 1 /);
  });

  it('removes marks', async () => {
    const memory = memoryReadingLog();
    const { reading, told } = memory;
    await reading.markRead(['a', 'b']);
    await reading.star(['a', 'b']);
    await Promise.all([reading.markRead(['a', 'c'], false), reading.star(['b'], false)]);
    assert.deepEqual(told, ['a b', 'a b', 'a', 'b']);
    for (const readingLog of [reading, await reopened(memory)]) {
      assert.deepEqual(
        ['a', 'b'].filter((key) => readingLog.isRead(key)),
        ['b'],
      );
      assert.deepEqual(readingLog.starred, ['a']);
    }
  });

  it('has the stars, the latest first', async () => {
    const { reading } = memoryReadingLog();
    for (const key of ['b', 'c', 'a']) void reading.star([key]);
    await reading.star(['c'], false);
    assert.deepEqual(reading.starred, ['a', 'b']);
  });

  it('has the place in each briefing, and where reading stopped last', async () => {
    const memory = memoryReadingLog();
    const { reading, told } = memory;
    assert.deepEqual(
      [reading.storedPlaceOf('p'), reading.placeStamp('p'), reading.lastPlace()],
      [undefined, undefined, undefined],
    );
    void reading.stopAt('p', PLACE);
    void reading.stopAt('q', { item: '', number: 0, offset: NaN });
    void reading.stopAt('q', { item: '', number: 0, offset: 7 });
    void reading.stopAt('r', { item: '', number: 0, offset: -1 });
    void reading.stopAt('p', PLACE);
    assert.ok((reading.placeStamp('q') ?? 0) < (reading.placeStamp('p') ?? 0));
    await reading.flush();
    // The place changes with each scroll, and no row shows it.
    assert.deepEqual(told, []);
    for (const readingLog of [reading, await reopened(memory)]) {
      assert.deepEqual(readingLog.storedPlaceOf('p'), PLACE);
      assert.deepEqual(readingLog.storedPlaceOf('q'), { item: '', number: 0, offset: 1 });
      assert.deepEqual(readingLog.storedPlaceOf('r'), { item: '', number: 0, offset: 0 });
      assert.deepEqual(readingLog.lastPlace(), { briefing: 'p', place: PLACE });
    }
  });

  it('refuses an invalid key before anything has changed', () => {
    const { reading, told } = memoryReadingLog();
    const mark: Mark = { kind: 'read', key: 'a b', value: true, stamp: 1 };
    for (const wrong of [
      () => reading.markRead(['a', 'a b']),
      () => reading.star(['']),
      () => reading.stopAt('a\n', PLACE),
      () => reading.stopAt('a', { ...PLACE, item: '~' }),
      () => reading.stopAt('a', { ...PLACE, number: 0.5 }),
      () => reading.merge([mark]),
    ])
      assert.throws(wrong, RangeError);
    assert.deepEqual([reading.isRead('a'), told], [false, []]);
  });

  it('lets the later mark win, though the clock was set back by a year', async () => {
    const memory = memoryReadingLog();
    const { reading, clock } = memory;
    await reading.markRead(['a']);
    clock.time -= 365 * 24 * 3_600_000;
    await reading.markRead(['a'], false);
    void reading.stopAt('p', PLACE);
    void reading.stopAt('p', { ...PLACE, offset: 1 });
    await reading.flush();
    const other = await reopened(memory);
    assert.deepEqual([other.isRead('a'), other.storedPlaceOf('p')?.offset], [false, 1]);
  });

  it('undoes the actions of this window, the latest first, each as a whole', async () => {
    const memory = memoryReadingLog();
    const { reading, told } = memory;
    assert.equal(reading.canUndo, false);
    void reading.markRead(['a']);
    void reading.markRead(['a', 'b', 'c']);
    void reading.markRead(['b'], false);
    told.length = 0;
    assert.deepEqual(reading.undo(), { keys: ['b'], value: true });
    assert.deepEqual(reading.undo(), { keys: ['b', 'c'], value: false });
    assert.deepEqual([reading.isRead('a'), reading.canUndo], [true, true]);
    assert.deepEqual(reading.undo(), { keys: ['a'], value: false });
    assert.deepEqual([reading.undo(), reading.canUndo, told], [undefined, false, ['b', 'b c', 'a']]);
    await reading.flush();
    const marks = [...(await reopened(memory)).marks];
    assert.equal(marks.map((mark) => mark.kind === 'read' && mark.value).join(), 'false,false,false');
  });
});

describe('Marks from another machine', () => {
  const [known, older, same, newer, future]: readonly Mark[] = [
    { kind: 'read', key: 'a', value: true, stamp: NOW },
    { kind: 'read', key: 'a', value: false, stamp: NOW - 1 },
    { kind: 'read', key: 'a', value: true, stamp: NOW + 1 },
    { kind: 'starred', key: 'b', value: true, stamp: NOW - 1000 },
    { kind: 'read', key: 'c', value: true, stamp: NOW + 8e9 },
  ] as const;

  it('are taken if they are newer, and written to this window’s file', async () => {
    const memory = memoryReadingLog();
    const { reading, told } = memory;
    await reading.markRead(['a']);
    await reading.merge([older, newer]);
    await reading.merge([same]);
    assert.deepEqual(told, ['a', 'b']);
    assert.deepEqual([...(await reopened(memory)).marks], [newer, same]);
    assert.deepEqual([...reading.marks], [newer, same]);
  });

  it('that are older change nothing', async () => {
    const { reading, storage } = memoryReadingLog();
    await reading.markRead(['a']);
    const before = storage.textOf(storage.names[0] ?? '');
    await reading.merge([older, known]);
    assert.deepEqual([storage.names.length, storage.textOf(storage.names[0] ?? '')], [1, before]);
  });

  it('from the future count as made now, so that they can be taken back', async () => {
    const { reading, clock } = memoryReadingLog();
    await reading.merge([future, { ...future, key: 'd', stamp: NOW + 3_600_000 }]);
    assert.deepEqual(
      [...reading.marks].map(({ stamp }) => stamp),
      [NOW, NOW + 3_600_000],
    );
    clock.time += 1;
    await reading.markRead(['c', 'd'], false);
    assert.deepEqual([reading.isRead('c'), reading.isRead('d')], [false, false]);
  });
});

describe('Writing the reading log', () => {
  it('waits a second with places, but not with marks or at the end', async () => {
    const timers = new FakeTimers();
    try {
      const { reading, storage } = memoryReadingLog();
      const writes = () => storage.steps.filter((step) => step.startsWith('write')).length;
      for (let i = 0; i < 10; i++) void reading.stopAt('p', { ...PLACE, offset: i / 10 });
      await timers.pass(999);
      assert.equal(writes(), 0);
      await timers.pass(1);
      assert.equal(writes(), 1);
      void reading.markRead(['a']);
      await ticks();
      assert.equal(writes(), 2);
      void reading.stopAt('p', PLACE);
      await reading.flush();
      assert.equal(writes(), 3);
    } finally {
      timers.restore();
    }
  });

  it('keeps everything in memory if it fails, and has a problem until it succeeds', async () => {
    const timers = new FakeTimers();
    try {
      const memory = memoryReadingLog();
      const { reading, storage, told, logger } = memory;
      let saved = '';
      storage.failing = (step) => (step.startsWith('write') ? new Error('ENOSPC: no space left') : undefined);
      void reading.markRead(['a']).then(() => (saved += 'a'));
      await reading.flush();
      void reading.star(['b']).then(() => (saved += 'b'));
      await timers.pass(1000);
      assert.deepEqual([reading.problem, saved, storage.names], ['ENOSPC: no space left', '', []]);
      assert.deepEqual([reading.isRead('a'), reading.isStarred('b')], [true, true]);
      storage.failing = () => undefined;
      await timers.pass(5000);
      assert.deepEqual([reading.problem, saved], [undefined, 'ab']);
      assert.deepEqual(told, ['a', 'problem ENOSPC: no space left', 'b', 'problem over']);
      assert.equal(logger.lines.length, 2);
      assert.equal((await reopened(memory)).isStarred('b'), true);
    } finally {
      timers.restore();
    }
  });

  it('loses nothing that it has acknowledged, at whatever step it is cut off', async () => {
    const marks = Array.from({ length: 5 }, (_, i) => `k${i}`);
    for (let step = 0; ; step++) {
      const memory = memoryReadingLog();
      memory.storage.crashAfter = step;
      const acknowledged: string[] = [];
      for (const key of marks) {
        void memory.reading.markRead([key]).then(() => acknowledged.push(key));
        await memory.reading.flush();
      }
      memory.reading.dispose();
      const other = await reopened(memory);
      assert.deepEqual(
        acknowledged.filter((key) => !other.isRead(key)),
        [],
        `step ${step}`,
      );
      if (acknowledged.length === marks.length) return;
    }
  });

  it('completes when the log is disposed of, which then follows nothing more', async () => {
    const { reading, storage, told } = memoryReadingLog();
    const saved = reading.markRead(['a']);
    reading.dispose();
    await saved;
    const steps = storage.steps.length;
    const other = memoryReadingLog(storage.another());
    await other.reading.markRead(['b']);
    assert.deepEqual([storage.steps.length, told], [steps, ['a']]);
  });
});
