import assert from 'node:assert/strict';
import { Sequencer } from '../../../src/base/async/sequencer.ts';

describe('A sequencer', () => {
  it('runs one task at a time, in order', async () => {
    const sequencer = new Sequencer();
    const order: string[] = [];
    const task = (name: string, time: number) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, time));
      order.push(`${name} ends`);
      return name;
    };
    const results = await Promise.all([sequencer.queue(task('long', 20)), sequencer.queue(task('short', 0))]);
    assert.deepEqual(order, ['long begins', 'long ends', 'short begins', 'short ends']);
    assert.deepEqual(results, ['long', 'short']);
  });

  it('goes on after a task that fails, which only its caller learns', async () => {
    const sequencer = new Sequencer();
    const failed = sequencer.queue(() => Promise.reject(new Error('full')));
    const next = sequencer.queue(() => Promise.resolve('written'));
    await assert.rejects(failed, /full/);
    assert.equal(await next, 'written');
  });
});
