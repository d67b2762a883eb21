import assert from 'node:assert/strict';
import { Sequencer } from '../../../src/base/async/sequencer.ts';
import { ticks } from '../../library/support/fakeTimers.ts';
import { gate } from '../../library/support/inMemory.ts';

describe('A sequencer', () => {
  it('runs one task at a time, in order, and goes on after one that fails, which only its caller learns', async () => {
    const sequencer = new Sequencer();
    const begun: string[] = [];
    const { closed, open } = gate();
    const queue = (name: string, run: () => Promise<string>) =>
      sequencer.queue(() => {
        begun.push(name);
        return run();
      });
    const long = queue('long', () => closed.then(() => 'ended'));
    const failed = queue('failed', () => Promise.reject(new Error('full')));
    const next = queue('next', () => Promise.resolve('written'));
    await ticks();
    assert.deepEqual(begun, ['long']);
    open();
    await assert.rejects(failed, /full/);
    assert.deepEqual([await long, await next, begun], ['ended', 'written', ['long', 'failed', 'next']]);
  });
});
