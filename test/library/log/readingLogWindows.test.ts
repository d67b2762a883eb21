import assert from 'node:assert/strict';
import { encodeMark } from '../../../src/library/log/markLines.ts';
import type { Mark } from '../../../src/library/log/marks.ts';
import type { ReadingLog } from '../../../src/library/log/readingLog.ts';
import { gate, settle } from '../support/inMemory.ts';
import { memoryReadingLog, MemoryStorage, NOW } from '../support/memoryStorage.ts';
import { randomFrom } from '../support/random.ts';

const HOUR = 3_600_000;

function line(key: string, stamp = 1): string {
  return encodeMark({ kind: 'read', key, value: true, stamp });
}

function contents({ marks }: ReadingLog): string[] {
  return [...marks].map((mark) => encodeMark(mark)).sort();
}

/** One random action of a person. Its permanent marks are added to `touched`. */
function act(reading: ReadingLog, random: () => number, touched: Set<string>): Promise<void> {
  const key = `k${Math.floor(random() * 30)}`;
  const value = random() < 0.6;
  const kind = Math.floor(random() * 3);
  // Removing what is not set leaves no mark.
  if (value || kind === 2) touched.add(key);
  switch (kind) {
    case 0:
      return reading.markRead([key, `${key}x`], value);
    case 1:
      return reading.star([key], value);
    default:
      return reading.stopAt(key, { item: key, number: 1, offset: random() });
  }
}

describe('Several windows', () => {
  for (const count of [2, 5])
    it(`that mark at the same time agree in the end: ${count}`, async () => {
      const disk = new MemoryStorage();
      // Delays have a generator of their own, so that they do not change the actions.
      const delay = randomFrom(count);
      const touched = new Set<string>();
      const windows = Array.from({ length: count }, (_, i) => {
        const storage = disk.another();
        storage.waiting = () => new Promise((resolve) => setTimeout(resolve, delay() * 3));
        const memory = memoryReadingLog(storage, `w${i}`);
        memory.clock.time += delay() * 100 - 50;
        return memory.reading;
      });
      await Promise.all(windows.map((window) => window.readChanges()));
      await Promise.all(
        windows.map(async (window, number) => {
          const random = randomFrom(100 * count + number);
          for (let i = 0; i < 40; i++) {
            const saved = act(window, random, touched);
            // Not after each action, because a person does not wait.
            if (i % 3 === 0) await Promise.all([saved, window.flush()]);
            window.undo();
          }
          await window.flush();
        }),
      );
      await Promise.all(windows.map((window) => window.readChanges()));
      const fresh = memoryReadingLog(disk.another(), 'fresh').reading;
      await fresh.readChanges();
      const kept = new Set([...fresh.marks].map(({ key }) => key.replace('x', '')));
      assert.deepEqual([...kept].sort(), [...touched].sort());
      for (const window of windows) assert.deepEqual(contents(window), contents(fresh));
      for (const window of windows) assert.deepEqual(window.lastPlace(), fresh.lastPlace());
    });

  it('see the marks of each other, reported once each time', async () => {
    const one = memoryReadingLog(undefined, 'one');
    const two = memoryReadingLog(one.storage.another(), 'two');
    await one.reading.markRead(['a', 'b']);
    await settle();
    assert.deepEqual(two.told, ['a b']);
    await two.reading.markRead(['a'], false);
    await one.reading.readChanges();
    assert.deepEqual([one.reading.isRead('a'), one.told], [false, ['a b', 'a']]);
  });

  it('with the same id do not overwrite each other', async () => {
    const one = memoryReadingLog(undefined, 'same');
    const two = memoryReadingLog(one.storage.another(), 'same');
    await Promise.all([one.reading.markRead(['a']), two.reading.markRead(['b'])]);
    await Promise.all([one.reading.markRead(['c']), two.reading.markRead(['d'])]);
    const fresh = memoryReadingLog(one.storage.another()).reading;
    await fresh.readChanges();
    assert.ok(['a', 'b', 'c', 'd'].every((key) => fresh.isRead(key)));
  });

  it('do not undo what another one has undone', async () => {
    const one = memoryReadingLog(undefined, 'one');
    const two = memoryReadingLog(one.storage.another(), 'two');
    await one.reading.markRead(['a']);
    await one.reading.markRead(['b']);
    await two.reading.readChanges();
    await two.reading.markRead(['b'], false);
    await one.reading.readChanges();
    assert.deepEqual(one.reading.undo(), { keys: ['a'], value: false });
  });
});

describe('Following the files', () => {
  it('reads those of all windows, and ignores other names', async () => {
    const { reading, storage, told } = memoryReadingLog();
    for (const name of ['log-x', 'base-y', 'tmp-z', 'damaged-1-log-x', 'logs', 'other'])
      storage.put(name, line(name.slice(-1)));
    await reading.readChanges();
    assert.deepEqual(told, ['x y']);
    assert.deepEqual(storage.steps, ['list', 'read log-x', 'read base-y']);
  });

  it('reads again what has changed, and nothing else', async () => {
    const { reading, storage } = memoryReadingLog();
    storage.put('log-x', line('a'), HOUR);
    storage.put('log-y', line('b'), HOUR);
    await reading.readChanges();
    const after = async () => {
      storage.steps.length = 0;
      await reading.readChanges();
      return storage.steps.filter((step) => step !== 'list');
    };
    assert.deepEqual(await after(), []);
    storage.put('log-x', line('c'), HOUR - 1);
    assert.deepEqual(await after(), ['read log-x']);
    storage.put('log-y', line('b') + line('d'), HOUR);
    assert.deepEqual(await after(), ['read log-y']);
    assert.ok(['a', 'b', 'c', 'd'].every((key) => reading.isRead(key)));
  });

  it('reads again what may have changed within one tick of the clock', async () => {
    const { reading, storage, clock } = memoryReadingLog();
    storage.put('log-x', line('a'));
    await reading.readChanges();
    storage.put('log-x', line('b'));
    await reading.readChanges();
    assert.equal(reading.isRead('b'), true);
    clock.time += 5000;
    await reading.readChanges();
    storage.steps.length = 0;
    await reading.readChanges();
    assert.deepEqual(storage.steps, ['list']);
  });

  it('does not read what this window wrote', async () => {
    const { reading, storage } = memoryReadingLog();
    await reading.markRead(['a']);
    await reading.markRead(['b']);
    await reading.readChanges();
    assert.ok(!storage.steps.some((step) => step.startsWith('read')));
  });

  it('keeps all marks when their file is gone', async () => {
    const { reading, storage } = memoryReadingLog();
    storage.put('log-x', line('a'));
    await reading.readChanges();
    await storage.remove('log-x');
    await reading.readChanges();
    assert.equal(reading.isRead('a'), true);
  });

  it('runs once at a time, and once more for all that ask meanwhile', async () => {
    const { reading, storage } = memoryReadingLog();
    const door = gate();
    storage.waiting = () => door.closed;
    const all = [reading.readChanges()];
    await settle();
    for (let i = 0; i < 5; i++) all.push(reading.readChanges());
    assert.deepEqual(storage.steps, ['list']);
    door.open();
    await Promise.all(all);
    assert.deepEqual(storage.steps, ['list', 'list']);
  });

  it('lists again if a file was renamed before it is read', async () => {
    const { reading, storage } = memoryReadingLog();
    storage.put('log-x', line('a'));
    storage.waiting = async (step) => {
      if (step === 'read log-x') await storage.another().rename('log-x', 'base-y');
    };
    await reading.readChanges();
    assert.equal(reading.isRead('a'), true);
    assert.deepEqual(storage.steps.slice(0, 4), ['list', 'read log-x', 'list', 'read base-y']);
  });

  it('stops for now if names change each time', async () => {
    const { reading, storage } = memoryReadingLog();
    let number = 0;
    storage.put('log-0', line('a'));
    storage.waiting = async (step) => {
      if (step.startsWith('read')) await storage.another().rename(`log-${number}`, `log-${++number}`);
    };
    await reading.readChanges();
    // The events of the renames do not make it run forever.
    reading.dispose();
    assert.equal(reading.isRead('a'), false);
    assert.ok(number <= 10);
  });

  it('logs what it cannot read once, reads the rest, and tries again', async () => {
    const { reading, storage, logger } = memoryReadingLog();
    storage.put('log-x', line('a'));
    storage.put('log-y', line('b'));
    storage.failing = (step) => (step === 'read log-x' ? new Error('EIO') : undefined);
    await reading.readChanges();
    await reading.readChanges();
    assert.deepEqual([reading.isRead('a'), reading.isRead('b')], [false, true]);
    assert.deepEqual(logger.lines, ['error log-x: Error: EIO']);
    storage.failing = () => undefined;
    await reading.readChanges();
    assert.equal(reading.isRead('a'), true);
    storage.failing = (step) => (step === 'read log-x' ? new Error('EIO') : undefined);
    await reading.readChanges();
    assert.equal(logger.lines.length, 2);
  });

  it('logs a folder that cannot be listed, and tries again', async () => {
    const { reading, storage, logger } = memoryReadingLog();
    storage.put('log-x', line('a'));
    storage.failing = (step) => (step === 'list' ? new Error('EACCES') : undefined);
    await reading.readChanges();
    assert.deepEqual(logger.lines, ['error The reading log cannot be listed: Error: EACCES']);
    storage.failing = () => undefined;
    await reading.readChanges();
    assert.equal(reading.isRead('a'), true);
  });

  it('logs a listener that fails, and continues', async () => {
    const { reading, storage, logger } = memoryReadingLog();
    reading.onDidChange(() => {
      throw new Error('a view is broken');
    });
    storage.put('log-x', line('a'));
    await reading.readChanges();
    storage.put('log-y', line('b'));
    await reading.readChanges();
    assert.equal(reading.isRead('b'), true);
    assert.deepEqual(logger.lines, Array(2).fill('error The reading log failed: Error: a view is broken'));
  });

  it('of 30,000 marks never blocks others for long', async () => {
    const { reading, storage } = memoryReadingLog();
    const marks = Array.from({ length: 30_000 }, (_, i): Mark => ({
      kind: 'read',
      key: `key-number-${i}`,
      value: true,
      stamp: NOW + i,
    }));
    storage.put('base-x', marks.map(encodeMark).join(''), 2000);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await reading.readChanges();
    assert.equal([...reading.marks].length, 30_000);
    const read = turns;
    await reading.markRead(
      marks.map(({ key }) => key),
      false,
    );
    clearInterval(timer);
    assert.ok(read >= 2, `${read} turns`);
    assert.ok(turns - read >= 2, `${turns - read} turns`);
  });
});
