import assert from 'node:assert/strict';
import { SharedRuns } from '../../../src/base/async/sharedRuns.ts';

describe('Shared runs', () => {
  /** Jobs that end when the test lets them, and the number of those that have started. */
  function jobs() {
    const begun: { readonly end: (value: number) => void; readonly fail: (error: Error) => void }[] = [];
    const job = () => new Promise<number>((end, fail) => begun.push({ end, fail }));
    return { begun, job };
  }

  const settle = () => new Promise((resolve) => setImmediate(resolve));

  it('run one job at a time, and one more for all who ask meanwhile', async () => {
    const runs = new SharedRuns<number>(1000);
    const { begun, job } = jobs();
    const first = runs.run('a', job);
    const others = [runs.run('a', job), runs.run('a', job)];
    await settle();
    assert.equal(begun.length, 1);
    begun[0]?.end(1);
    assert.equal(await first, 1);
    await settle();
    assert.equal(begun.length, 2);
    // A later caller may know of changes that the running job has not seen.
    const later = runs.run('a', job);
    begun[1]?.end(2);
    assert.deepEqual(await Promise.all(others), [2, 2]);
    await settle();
    assert.equal(begun.length, 3);
    begun[2]?.end(3);
    assert.equal(await later, 3);
    void runs.run('a', job);
    assert.equal(begun.length, 4);
  });

  it('do not block other keys', () => {
    const runs = new SharedRuns<number>(1000);
    const { begun, job } = jobs();
    void runs.run('a', job);
    void runs.run('b', job);
    assert.equal(begun.length, 2);
  });

  it('continue while one job never ends', async () => {
    const runs = new SharedRuns<number>(0);
    const { begun, job } = jobs();
    void runs.run('a', job);
    const second = runs.run('a', job);
    await new Promise((resolve) => setTimeout(resolve, 5));
    begun[1]?.end(2);
    assert.equal(await second, 2);
  });

  it('continue after a job that fails', async () => {
    const runs = new SharedRuns<number>(1000);
    const { begun, job } = jobs();
    const first = runs.run('a', job);
    const second = runs.run('a', job);
    begun[0]?.fail(new Error('no'));
    await assert.rejects(first, /no/);
    await settle();
    begun[1]?.end(2);
    assert.equal(await second, 2);
  });
});
