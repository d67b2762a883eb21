import assert from 'node:assert/strict';
import { BurstDetector } from '../../../src/base/async/burstDetector.ts';
import { HandTimers } from '../../library/support/handTimers.ts';

const MANY = 50;
const QUIET = 1000;

describe('Events in masses', () => {
  let timers: HandTimers;
  let storms: number;
  let storm: BurstDetector;
  beforeEach(() => {
    timers = new HandTimers();
    storms = 0;
    storm = new BurstDetector(() => storms++);
  });
  afterEach(() => {
    timers.restore();
  });

  function hear(times: number): void {
    for (let i = 0; i < times; i++) storm.hear();
  }

  it('are a storm that is over when it is quiet, once', async () => {
    hear(MANY + 1);
    await timers.pass(QUIET - 1);
    assert.equal(storms, 0);
    await timers.pass(1);
    assert.equal(storms, 1);
    await timers.pass(10 * QUIET);
    assert.equal(storms, 1);
  });

  it('go on as long as they are less than a quiet time apart', async () => {
    for (let i = 0; i < 2 * MANY; i++) {
      hear(1);
      await timers.pass(QUIET - 1);
    }
    assert.equal(storms, 0);
    await timers.pass(1);
    assert.equal(storms, 1);
  });

  it('are none where they are not more, or far apart', async () => {
    hear(MANY);
    await timers.pass(QUIET);
    hear(MANY);
    await timers.pass(QUIET);
    assert.equal(storms, 0);
    hear(MANY + 1);
    await timers.pass(QUIET);
    assert.equal(storms, 1);
  });

  it('are followed no longer once that is over', async () => {
    hear(MANY + 1);
    storm.dispose();
    await timers.pass(QUIET);
    assert.equal(storms, 0);
  });
});
