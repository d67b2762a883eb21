import assert from 'node:assert/strict';
import { SharedRuns } from '../../../src/base/async/sharedRuns.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Jobs that end when the test lets them, and those that have begun. */
function runsWithin(ms: number) {
  const runs = new SharedRuns<number>(ms);
  const begun: { readonly end: (value: number) => void; readonly fail: (error: Error) => void }[] = [];
  const run = (key = 'a') =>
    runs.run(key, () => new Promise<number>((end, fail) => begun.push({ end, fail })));
  return { begun, run };
}

describe('Shared runs', () => {
  it('run one job at a time, and one more for all who ask meanwhile', async () => {
    const { begun, run } = runsWithin(1000);
    const first = run();
    const others = [run(), run()];
    await settle();
    assert.equal(begun.length, 1);
    begun[0]?.end(1);
    assert.equal(await first, 1);
    await settle();
    assert.equal(begun.length, 2);
    // A later caller may know of changes that the running job has not seen.
    const later = run();
    begun[1]?.end(2);
    assert.deepEqual(await Promise.all(others), [2, 2]);
    await settle();
    assert.equal(begun.length, 3);
    begun[2]?.end(3);
    assert.equal(await later, 3);
    void run();
    assert.equal(begun.length, 4);
  });

  it('do not block other keys', () => {
    const { begun, run } = runsWithin(1000);
    void run('a');
    void run('b');
    assert.equal(begun.length, 2);
  });

  it('continue while one job never ends', async () => {
    const { begun, run } = runsWithin(0);
    void run();
    const second = run();
    while (begun.length < 2) await settle();
    begun[1]?.end(2);
    assert.equal(await second, 2);
  });

  it('continue after a job that fails', async () => {
    const { begun, run } = runsWithin(1000);
    const [first, second] = [run(), run()];
    begun[0]?.fail(new Error('no'));
    await assert.rejects(first, /no/);
    await settle();
    begun[1]?.end(2);
    assert.equal(await second, 2);
  });
});
