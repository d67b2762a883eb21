import assert from 'node:assert/strict';
import { crc32 } from '../../../src/base/crc32.ts';
import { encodeMark } from '../../../src/library/log/markLines.ts';
import type { Mark } from '../../../src/library/log/marks.ts';
import { settle } from '../support/inMemory.ts';
import { memoryReadingLog, MemoryStorage, NOW } from '../support/memoryStorage.ts';
import { flipped, randomFrom } from '../support/random.ts';

const HOUR = 3_600_000;

const MARKS = Array.from({ length: 50 }, (_, i): Mark => {
  const [key, stamp] = [`key${i}_-`, NOW + i];
  if (i % 10 === 0)
    return { kind: 'place', key, place: { item: `item${i}`, number: i, offset: i / 50 }, stamp };
  return { kind: i % 3 === 0 ? 'starred' : 'read', key, value: i % 4 !== 0, stamp };
});
const LINES = MARKS.map(encodeMark);
const BYTES = new TextEncoder().encode(LINES.join(''));
/** A line of a later version. */
const FUTURE = '~2 a line from the future';
const NEWER = `${FUTURE} ${crc32(new TextEncoder().encode(FUTURE)).toString(36).padStart(7, '0')}\n`;

async function loaded(storage: MemoryStorage, windowId = 'reader') {
  const memory = memoryReadingLog(storage, windowId);
  await memory.reading.readChanges();
  const keys = new Set([...memory.reading.marks].map(({ key }) => key));
  return { ...memory, keys, lost: MARKS.filter(({ key }) => !keys.has(key)).length };
}

function setAsides({ names }: MemoryStorage): string[] {
  return names.filter((name) => name.startsWith('damaged-'));
}

describe('A damaged file of the reading log', () => {
  it('gives all whole lines, at whatever length it is cut', async () => {
    for (let length = 0; length <= BYTES.length; length += 3) {
      const storage = new MemoryStorage();
      storage.put('log-x', BYTES.subarray(0, length));
      const { keys, lost } = await loaded(storage);
      const whole = MARKS.filter((_, i) => LINES.slice(0, i + 1).join('').length - 1 <= length);
      assert.deepEqual([keys.size, MARKS.length - lost], [whole.length, whole.length], `${length}`);
    }
  });

  it('loses at most one mark by a flipped bit, is set aside, and is whole for the next window', async () => {
    const random = randomFrom(1);
    for (let i = 0; i < 200; i++) {
      const bit = Math.floor(random() * BYTES.length * 8);
      const storage = new MemoryStorage();
      const damaged = flipped(BYTES, bit);
      storage.put('log-x', damaged);
      const first = await loaded(storage);
      assert.ok(first.lost <= 1 && first.keys.size === MARKS.length - first.lost, `bit ${bit}`);
      const [aside = '', ...rest] = setAsides(storage);
      assert.match(aside, /^damaged-2026-02-02-log-x-[0-9a-f]{16}$/);
      assert.deepEqual([rest, storage.names.length], [[], 2], `bit ${bit}`);
      assert.equal(storage.textOf(aside), new TextDecoder().decode(damaged));
      assert.match(
        first.logger.lines.join('\n'),
        new RegExp(`^warn log-x: [12] damaged lines\\. .* kept as ${aside}\\.$`),
      );
      const second = await loaded(storage.another());
      assert.deepEqual([second.keys, second.logger.lines], [first.keys, []]);
    }
  });

  it('without a valid line leaves only its copy', async () => {
    const storage = new MemoryStorage();
    storage.put('base-x', new Uint8Array(512));
    await loaded(storage);
    assert.deepEqual([storage.names.length, setAsides(storage).length], [1, 1]);
  });

  it('loses nothing that its window writes while it is set aside', async () => {
    const storage = new MemoryStorage();
    const owner = storage.another();
    storage.put('log-x', flipped(BYTES, 100));
    storage.waiting = async (step) => {
      if (step.startsWith('rename log-x ')) await owner.write('log-x', BYTES);
    };
    const { lost } = await loaded(storage);
    assert.deepEqual([lost, setAsides(storage)], [0, []]);
  });

  it('is set aside once by several windows, and read by all', async () => {
    const storage = new MemoryStorage();
    storage.put('log-x', flipped(BYTES, 100));
    const windows = await Promise.all(['a', 'b', 'c'].map((windowId) => loaded(storage.another(), windowId)));
    assert.equal(setAsides(storage).length, 1);
    assert.equal(windows.map(({ lost }) => lost).join(), '1,1,1');
    assert.equal((await loaded(storage.another())).lost, 1);
  });

  it('loses nothing more, at whatever step of this the window is killed', async () => {
    for (const name of ['log-x', 'base-x'])
      for (let step = 0; ; step++) {
        const storage = new MemoryStorage();
        storage.put(name, flipped(BYTES, 100));
        const window = storage.another();
        window.crashAfter = step;
        await loaded(window);
        assert.equal((await loaded(storage.another())).lost, 1, `${name}, step ${step}`);
        assert.equal(setAsides(storage).length, 1);
        if (window.steps.length < step) break;
      }
  });

  it('is read even if it cannot be set aside, which is tried again only when it has changed', async () => {
    const storage = new MemoryStorage();
    storage.put('base-x', flipped(BYTES, 100));
    storage.failing = (step) => (step.startsWith('rename') ? new Error('EBUSY') : undefined);
    const { reading, lost, logger } = await loaded(storage);
    await reading.readChanges();
    await settle();
    assert.deepEqual(logger.lines, ['error base-x is damaged, and cannot be set aside: Error: EBUSY']);
    // The damaged file, and its valid marks.
    assert.deepEqual([lost, storage.names.length], [1, 2]);
    storage.failing = () => undefined;
    storage.pass(1);
    storage.put('base-x', flipped(BYTES, 100));
    await reading.readChanges();
    assert.equal(setAsides(storage).length, 1);
  });
});

describe('A file of this window that another program', () => {
  const cases: readonly (readonly [
    what: string,
    damage: (bytes: Uint8Array) => Uint8Array,
    asides: number,
  ])[] = [
    ['damages', (bytes) => flipped(bytes, 80), 1],
    ['cuts', (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)), 1],
    ['empties', () => new Uint8Array(), 0],
  ];

  for (const [what, damage, asides] of cases)
    it(`${what} is restored from memory`, async () => {
      const { reading, storage, clock } = memoryReadingLog();
      await reading.markRead(['a', 'b', 'c']);
      const [name = ''] = storage.names;
      const bytes = new TextEncoder().encode(storage.textOf(name));
      await reading.readChanges();
      clock.time += HOUR;
      storage.pass(10_000);
      storage.put(name, damage(bytes));
      await reading.readChanges();
      await reading.flush();
      assert.equal(setAsides(storage).length, asides);
      const other = await loaded(storage.another());
      assert.deepEqual([...other.keys].sort(), ['a', 'b', 'c']);
    });
});

describe('A file of a later version', () => {
  it('is read as far as possible, and left as it is', async () => {
    const storage = new MemoryStorage();
    const text = `${LINES.slice(0, 25).join('')}${NEWER}${LINES.slice(25).join('').slice(1)}`;
    storage.put('log-x', text, 2 * HOUR);
    for (let i = 0; i < 6; i++) storage.put(`log-${i}`, NEWER, 2 * HOUR);
    const { reading, lost, logger } = await loaded(storage);
    storage.put('log-x', text, HOUR);
    await reading.readChanges();
    assert.equal(lost, 1);
    assert.deepEqual([storage.names.length, storage.textOf('log-x')], [7, text]);
    assert.equal(logger.lines.length, 7);
    const said = 'warn log-x: 1 lines are of a later version of this extension. It is left as it is.';
    assert.ok(logger.lines.includes(said));
  });

  it('keeps its name for all windows if it was written while a damaged one was set aside', async () => {
    const storage = new MemoryStorage();
    storage.put('log-x', flipped(BYTES, 100));
    const window = storage.another();
    window.waiting = (step) => {
      if (step.startsWith('rename log-x ')) storage.put('log-x', `${NEWER}?\n${LINES.join('')}`);
      return Promise.resolve();
    };
    assert.equal((await loaded(window)).lost, 0);
    assert.match(storage.names.join(), /^base-[0-9a-f]{16}$/);
  });
});
