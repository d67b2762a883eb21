import assert from 'node:assert/strict';
import { BurstDetector } from '../../../src/base/async/burstDetector.ts';
import { FakeTimers } from '../../library/support/fakeTimers.ts';

const MANY = 50;
const QUIET = 1000;

/** The times at which a burst is reported. Each step is a number of events, and the time that passes then, in ms. */
async function bursts(steps: readonly (readonly [events: number, ms: number])[], isDisposed = false) {
  const timers = new FakeTimers();
  const times: number[] = [];
  let now = 0;
  const detector = new BurstDetector(() => times.push(now));
  for (const [events, ms] of steps) {
    for (let i = 0; i < events; i++) detector.add();
    if (isDisposed) detector.dispose();
    now += ms;
    await timers.pass(ms);
  }
  timers.restore();
  return times;
}

describe('A burst of events', () => {
  it('is reported once, when it is over', async () => {
    assert.deepEqual(
      await bursts([
        [MANY + 1, QUIET - 1],
        [0, 1],
        [0, 10 * QUIET],
      ]),
      [QUIET],
    );
  });

  it('continues while events follow within the quiet time', async () => {
    const events = Array.from({ length: 2 * MANY }, () => [1, QUIET - 1] as const);
    assert.deepEqual(await bursts([...events, [0, 1]]), [2 * MANY * (QUIET - 1) + 1]);
  });

  it('is not reported for too few events, or events far apart', async () => {
    assert.deepEqual(
      await bursts([
        [MANY, QUIET],
        [MANY, QUIET],
        [MANY + 1, QUIET],
      ]),
      [3 * QUIET],
    );
  });

  it('is no longer reported after disposal', async () => {
    assert.deepEqual(await bursts([[MANY + 1, QUIET]], true), []);
  });
});
