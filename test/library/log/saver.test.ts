import assert from 'node:assert/strict';
import { Saver } from '../../../src/library/log/saver.ts';
import { FakeTimers, ticks } from '../support/fakeTimers.ts';
import { gate, MemoryLog } from '../support/inMemory.ts';

/** A saver whose writes fail while `reason` is set. */
function memorySaver() {
  const [logger, told] = [new MemoryLog(), new Array<string>()];
  const state = { writes: 0, reason: undefined as string | undefined, door: Promise.resolve() };
  const saver = new Saver(async () => {
    state.writes++;
    await state.door;
    // Anything can be thrown, not only an error.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (state.reason !== undefined) throw state.reason === 'odd' ? state.reason : new Error(state.reason);
  }, logger);
  saver.onDidChangeProblem((problem) => told.push(problem ?? 'over'));
  /** Whether a promise has resolved by now. */
  const isSaved = (saved: Promise<void>) => Promise.race([saved.then(() => true), ticks().then(() => false)]);
  return { saver, state, logger, told, isSaved };
}

describe('A saver', () => {
  let timers: FakeTimers;

  beforeEach(() => {
    timers = new FakeTimers();
  });

  afterEach(() => {
    timers.restore();
  });

  it('writes at once, and combines requests of one turn', async () => {
    const { saver, state } = memorySaver();
    await Promise.all([saver.save(), saver.save(), saver.save()]);
    assert.equal(state.writes, 1);
    await saver.saved;
    await saver.flush();
    assert.equal(state.writes, 1);
  });

  it('writes one at a time, and then what came meanwhile', async () => {
    const { saver, state, isSaved } = memorySaver();
    const door = gate();
    state.door = door.closed;
    const first = saver.save();
    await ticks();
    const others = [saver.save(), saver.save()];
    await ticks();
    assert.equal(state.writes, 1);
    state.door = Promise.resolve();
    door.open();
    await first;
    await Promise.all(others);
    assert.equal(state.writes, 2);
    assert.equal(await isSaved(saver.saved), true);
  });

  it('delays what can wait, and includes it in an earlier write', async () => {
    const { saver, state, isSaved } = memorySaver();
    const late = [saver.save(1000), saver.save(1000)] as const;
    await timers.pass(999);
    assert.equal(state.writes, 0);
    await timers.pass(1);
    assert.deepEqual([state.writes, await isSaved(late[1])], [1, true]);
    const later = saver.save(1000);
    await saver.save();
    assert.deepEqual([state.writes, await isSaved(later)], [2, true]);
    await timers.pass(5000);
    assert.equal(state.writes, 2);
  });

  it('no longer waits after a flush', async () => {
    const { saver, state, isSaved } = memorySaver();
    const late = saver.save(1000);
    await saver.flush();
    assert.deepEqual([state.writes, await isSaved(late)], [1, true]);
    const door = gate();
    state.door = door.closed;
    void saver.save();
    await ticks();
    const flushed = saver.flush();
    assert.equal(await isSaved(flushed), false);
    door.open();
    await flushed;
    assert.equal(state.writes, 2);
  });

  it('reports a failure once, and tries again after 1, 5, 30, 30 seconds', async () => {
    const { saver, state, logger, told, isSaved } = memorySaver();
    state.reason = 'disk full';
    const saved = saver.save();
    await ticks();
    const writes = [state.writes];
    for (const seconds of [1, 5, 30, 30]) {
      await timers.pass(seconds * 1000 - 1);
      writes.push(state.writes);
      await timers.pass(1);
      writes.push(state.writes);
    }
    assert.deepEqual(writes, [1, 1, 2, 2, 3, 3, 4, 4, 5]);
    assert.deepEqual([saver.problem, told, await isSaved(saved)], ['disk full', ['disk full'], false]);
    state.reason = undefined;
    await timers.pass(30_000);
    assert.deepEqual([saver.problem, told], [undefined, ['disk full', 'over']]);
    assert.equal(await isSaved(saved), true);
    assert.deepEqual(logger.lines, [
      'error The reading log cannot be written: disk full',
      'info The reading log can be written again.',
    ]);
    await timers.pass(60_000);
    assert.equal(state.writes, 6);
  });

  it('saves everything when it tries again, and starts with 1 second again once it has succeeded', async () => {
    const { saver, state, told, isSaved } = memorySaver();
    state.reason = 'odd';
    const first = saver.save();
    await timers.pass(1000);
    state.reason = undefined;
    await saver.save();
    assert.deepEqual([state.writes, await isSaved(first), told], [3, true, ['odd', 'over']]);
    state.reason = 'again';
    void saver.save();
    await ticks();
    await timers.pass(1000);
    assert.deepEqual([state.writes, saver.problem], [5, 'again']);
  });

  it('tries once more if something came while it failed', async () => {
    const { saver, state, isSaved } = memorySaver();
    const door = gate();
    state.door = door.closed;
    state.reason = 'busy';
    const first = saver.save();
    await ticks();
    const second = saver.save();
    door.open();
    await ticks();
    assert.equal(state.writes, 2);
    state.reason = undefined;
    await timers.pass(1000);
    assert.deepEqual([state.writes, await isSaved(first), await isSaved(second)], [3, true, true]);
  });

  it('completes the running write after disposal, and does not try again', async () => {
    const { saver, state, told } = memorySaver();
    void saver.save(1000);
    const door = gate();
    state.door = door.closed;
    state.reason = 'gone';
    void saver.save();
    await ticks();
    saver.dispose();
    door.open();
    await timers.pass(60_000);
    assert.deepEqual([state.writes, told], [1, []]);
  });

  it('has a problem if it is flushed while it fails', async () => {
    const { saver, state } = memorySaver();
    state.reason = 'read-only';
    void saver.save(1000);
    await saver.flush();
    assert.deepEqual([state.writes, saver.problem], [1, 'read-only']);
  });

  it('continues if the listener for its problem throws: what came meanwhile is written', async () => {
    const { saver, state, logger, isSaved } = memorySaver();
    saver.onDidChangeProblem(() => {
      throw new Error('a view is broken');
    });
    state.reason = 'disk full';
    const first = saver.save();
    await saver.flush();
    state.reason = undefined;
    const door = gate();
    state.door = door.closed;
    const ending = saver.flush();
    await ticks();
    const second = saver.save();
    door.open();
    await ending;
    assert.deepEqual([await isSaved(first), await isSaved(second), state.writes], [true, true, 3]);
    assert.match(logger.lines.join('\n'), /a view is broken/);
  });
});
