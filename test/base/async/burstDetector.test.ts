import assert from 'node:assert/strict';
import { BurstDetector } from '../../../src/base/async/burstDetector.ts';
import { FakeTimers } from '../../library/support/fakeTimers.ts';

const MANY = 50;
const QUIET = 1000;

describe('A burst of events', () => {
  let timers: FakeTimers;
  let bursts: number;
  let detector: BurstDetector;
  beforeEach(() => {
    timers = new FakeTimers();
    bursts = 0;
    detector = new BurstDetector(() => bursts++);
  });
  afterEach(() => {
    timers.restore();
  });

  function hear(times: number): void {
    for (let i = 0; i < times; i++) detector.add();
  }

  it('is reported once, when it is over', async () => {
    hear(MANY + 1);
    await timers.pass(QUIET - 1);
    assert.equal(bursts, 0);
    await timers.pass(1);
    assert.equal(bursts, 1);
    await timers.pass(10 * QUIET);
    assert.equal(bursts, 1);
  });

  it('continues while events follow within the quiet time', async () => {
    for (let i = 0; i < 2 * MANY; i++) {
      hear(1);
      await timers.pass(QUIET - 1);
    }
    assert.equal(bursts, 0);
    await timers.pass(1);
    assert.equal(bursts, 1);
  });

  it('is not reported for too few events, or events far apart', async () => {
    hear(MANY);
    await timers.pass(QUIET);
    hear(MANY);
    await timers.pass(QUIET);
    assert.equal(bursts, 0);
    hear(MANY + 1);
    await timers.pass(QUIET);
    assert.equal(bursts, 1);
  });

  it('is no longer reported after disposal', async () => {
    hear(MANY + 1);
    detector.dispose();
    await timers.pass(QUIET);
    assert.equal(bursts, 0);
  });
});
