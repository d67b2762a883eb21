import assert from 'node:assert/strict';
import { encodeMark } from '../../../src/library/log/markLines.ts';
import { memoryReadingLog, MemoryStorage, NOW } from '../support/memoryStorage.ts';

const HOUR = 3_600_000;

function lines(...keys: readonly string[]): string {
  return keys.map((key) => encodeMark({ kind: 'read', key, value: true, stamp: NOW })).join('');
}

/** A folder with files of closed windows: `log-0` has a0 and b0, `base-1` has a1 and b1, and so on. */
function folder(count: number, ago = 2 * HOUR): MemoryStorage {
  const storage = new MemoryStorage();
  for (let i = 0; i < count; i++)
    storage.put(`${i % 3 === 1 ? 'base' : 'log'}-${i}`, lines(`a${i}`, `b${i}`), ago);
  return storage;
}

/** What a window does at its start. */
async function begin({ reading }: ReturnType<typeof memoryReadingLog>): Promise<void> {
  await reading.readChanges();
  await reading.compact();
}

async function loaded(storage: MemoryStorage) {
  const memory = memoryReadingLog(storage.another(), 'reader');
  await begin(memory);
  return { ...memory, keys: [...memory.reading.marks].map(({ key }) => key).sort() };
}

function expected(count: number): string[] {
  return ['a', 'b'].flatMap((letter) => Array.from({ length: count }, (_, i) => `${letter}${i}`)).sort();
}

describe('The compaction of old files', () => {
  it('merges more than four old files into one', async () => {
    const storage = folder(6);
    const { keys, logger } = await loaded(storage);
    assert.deepEqual([keys, logger.lines], [expected(6), []]);
    assert.match(storage.names.join(), /^base-[0-9a-f]{16}$/);
    assert.deepEqual((await loaded(storage)).keys, expected(6));
  });

  it('leaves alone four, and young ones', async () => {
    for (const [storage, count] of [
      [folder(4), 4],
      [folder(6, HOUR - 10), 6],
    ] as const) {
      const names = storage.names;
      assert.deepEqual((await loaded(storage)).keys, expected(count));
      assert.deepEqual(storage.names, names);
    }
  });

  it('leaves alone what could not be read, and this window’s files', async () => {
    const memory = memoryReadingLog(folder(5));
    const { reading, storage, clock } = memory;
    await reading.markRead(['x']);
    storage.failing = (step) => (step === 'read log-0' ? new Error('EIO') : undefined);
    await reading.readChanges();
    const names = storage.names;
    clock.time += 9 * HOUR;
    await reading.compact();
    assert.deepEqual(storage.names, names);
    storage.failing = () => undefined;
    await reading.readChanges();
    await reading.compact();
    assert.match(storage.names.join(), /^base-[0-9a-f]{16},log-w-[0-9a-f]{16}-a$/);
  });

  it('loses nothing, at whatever step the window is killed', async () => {
    for (let step = 0; ; step++) {
      const storage = folder(6);
      const window = storage.another();
      window.crashAfter = step;
      await begin(memoryReadingLog(window));
      assert.deepEqual((await loaded(storage)).keys, expected(6), `step ${step}`);
      if (window.steps.length < step) {
        assert.ok(step > 20);
        return;
      }
    }
  });

  it('by several windows at once loses nothing, and leaves few files', async () => {
    for (let late = 0; late < 12; late++) {
      const storage = folder(6);
      const windows = [storage.another(), storage.another(), storage.another()].map((one, i) => {
        one.waiting = async () => {
          for (let tick = 0; tick < i * late; tick++) await Promise.resolve();
        };
        return memoryReadingLog(one, `w${i}`);
      });
      await Promise.all(windows.map(begin));
      const { keys } = await loaded(storage);
      assert.deepEqual(keys, expected(6), `late by ${late}`);
      assert.ok(storage.names.length <= 6, storage.names.join());
      for (const { reading } of windows) {
        await reading.readChanges();
        assert.equal([...reading.marks].length, 12);
      }
    }
  });

  it('includes what a window writes while its file is merged', async () => {
    const storage = folder(6);
    const [merging, owner] = [storage.another(), storage.another()];
    merging.waiting = async (step) => {
      if (step.startsWith('rename log-3 '))
        await owner.write('log-3', new TextEncoder().encode(lines('a3', 'b3', 'c3')));
      if (step.startsWith('rename base-4 '))
        await owner.write('log-3', new TextEncoder().encode(lines('d3')));
    };
    await begin(memoryReadingLog(merging));
    assert.deepEqual((await loaded(storage)).keys, [...expected(6), 'c3', 'd3'].sort());
    assert.equal(storage.names.length, 2);
  });

  it('leaves a claimed file as it is if it is no longer clean', async () => {
    const storage = folder(6);
    const merging = storage.another();
    merging.waiting = (step) => {
      if (step.startsWith('rename log-3 ')) storage.put('log-3', `${lines('a3', 'b3')}~`);
      return Promise.resolve();
    };
    await begin(memoryReadingLog(merging));
    assert.equal(storage.names.map((name) => name.slice(0, 5)).join(), 'base-,base-');
    assert.deepEqual((await loaded(storage)).keys, expected(6));
  });

  it('does not rewrite the only file that it could claim', async () => {
    const storage = folder(6);
    const merging = storage.another();
    merging.waiting = async (step) => {
      const [what = '', name = ''] = step.split(' ');
      if (what === 'rename' && name !== 'log-0') await storage.another().rename(name, `${name}-claimed`);
    };
    await begin(memoryReadingLog(merging));
    assert.equal(storage.names.length, 6);
    assert.ok(!merging.steps.some((step) => step.startsWith('write')));
  });

  it('may take the file of a window that is still open, whose next mark writes it again', async () => {
    const { reading, storage } = memoryReadingLog(folder(5), 'idle');
    await reading.markRead(['x']);
    storage.pass(3 * HOUR);
    const other = memoryReadingLog(storage.another(), 'other');
    other.clock.time += 3 * HOUR;
    await begin(other);
    assert.equal(storage.names.length, 1);
    await reading.markRead(['y']);
    assert.deepEqual((await loaded(storage)).keys, [...expected(5), 'x', 'y'].sort());
  });

  it('that fails is logged, and loses nothing', async () => {
    const storage = folder(6);
    const window = storage.another();
    window.failing = (step) => (step.startsWith('write') ? new Error('ENOSPC') : undefined);
    const memory = memoryReadingLog(window);
    await begin(memory);
    assert.deepEqual(memory.logger.lines, ['error The reading log failed: Error: ENOSPC']);
    assert.deepEqual((await loaded(storage)).keys, expected(6));
  });
});
