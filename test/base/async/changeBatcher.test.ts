import assert from 'node:assert/strict';
import { ChangeBatcher } from '../../../src/base/async/changeBatcher.ts';
import { FakeTimers } from '../../library/support/fakeTimers.ts';

const SOON = 25;
const LATER = 500;

describe('Batched changes', () => {
  let timers: FakeTimers;
  let now: number;

  beforeEach(() => {
    timers = new FakeTimers();
    now = 1000;
    Object.defineProperty(performance, 'now', { value: () => now, configurable: true });
  });

  afterEach(() => {
    timers.restore();
    // Removes the own property, so that the prototype’s is used again.
    Reflect.deleteProperty(performance, 'now');
  });

  async function pass(ms: number): Promise<void> {
    now += ms;
    await timers.pass(ms);
  }

  function telling() {
    const told: string[] = [];
    const one = new ChangeBatcher((uris) => told.push([...uris].join(' ')));
    return {
      told,
      telling: one,
      addMany: (count: number) => {
        for (let i = 0; i < count; i++) one.add(`u${i}`);
      },
    };
  }

  it('are reported at once on flush, and not again later', async () => {
    const { told, telling: one } = telling();
    one.flush();
    one.add('a');
    one.flush();
    assert.deepEqual(told, ['a']);
    await pass(LATER);
    assert.deepEqual(told, ['a']);
    one.add('b');
    one.dispose();
    one.flush();
    assert.deepEqual(told, ['a']);
  });

  it('that come close together are reported together, each URI once', async () => {
    const { told, telling: one } = telling();
    one.add('a');
    await pass(SOON - 1);
    one.add('b');
    one.add('a');
    assert.deepEqual(told, []);
    await pass(1);
    assert.deepEqual(told, ['a b']);
    await pass(10 * LATER);
    assert.deepEqual(told, ['a b']);
  });

  it('that come later are reported on their own', async () => {
    const { told, telling: one } = telling();
    one.add('a');
    await pass(SOON);
    one.add('b');
    await pass(SOON);
    assert.deepEqual(told, ['a', 'b']);
  });

  it('that concern no file are reported too', async () => {
    const { told, telling: one } = telling();
    one.add();
    one.add();
    await pass(SOON);
    assert.deepEqual(told, ['']);
  });

  it('in bulk are reported at once, and then twice a second', async () => {
    const { told, telling: one, addMany } = telling();
    addMany(20);
    await pass(SOON);
    assert.equal(told.length, 1);
    one.add('a');
    await pass(SOON);
    one.add('b');
    await pass(LATER - SOON - 1);
    assert.equal(told.length, 1);
    await pass(1);
    assert.deepEqual(told.slice(1), ['a b']);
    // After a quiet time, a few changes are no longer bulk.
    one.add('c');
    await pass(SOON);
    assert.deepEqual(told.slice(2), ['c']);
  });

  it('in bulk wait at most half a second after the last report', async () => {
    const { told, telling: one, addMany } = telling();
    addMany(20);
    await pass(SOON);
    await pass(LATER - 100);
    one.add('a');
    await pass(99);
    assert.equal(told.length, 1);
    await pass(1);
    assert.equal(told.length, 2);
    addMany(20);
    await pass(SOON);
    await pass(10 * LATER);
    one.add('b');
    await pass(SOON);
    assert.equal(told.at(-1), 'b');
  });

  it('just below the bulk limit are reported soon', async () => {
    const { told, telling: one, addMany } = telling();
    addMany(19);
    await pass(SOON);
    one.add('a');
    await pass(SOON);
    assert.equal(told.at(-1), 'a');
  });

  it('added by a listener are reported in the next batch', async () => {
    const told: string[] = [];
    const one: ChangeBatcher = new ChangeBatcher((uris) => {
      told.push([...uris].join(' '));
      if (told.length === 1) one.add('b');
    });
    one.add('a');
    await pass(SOON);
    await pass(SOON);
    assert.deepEqual(told, ['a', 'b']);
  });

  it('are no longer reported after disposal', async () => {
    const { told, telling: one } = telling();
    one.add('a');
    one.dispose();
    one.add('b');
    await pass(LATER);
    one.add('c');
    await pass(LATER);
    const { told: others, telling: other } = telling();
    other.dispose();
    other.add('a');
    await pass(LATER);
    assert.deepEqual([told, others], [[], []]);
  });
});
