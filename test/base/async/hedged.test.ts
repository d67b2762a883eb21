import assert from 'node:assert/strict';
import { hedged } from '../../../src/base/async/hedged.ts';
import { gate } from '../../library/support/inMemory.ts';

const never = new Promise<string>(() => undefined);
const isTrusted = (result: string) => result === 'complete';

describe('A hedged request', () => {
  it('returns a fast result that is in time, without requesting the slow one', async () => {
    const slow = () => assert.fail('the slow result was requested');
    const request = { fast: Promise.resolve('part'), slow, delay: 1_000_000, isTrusted };
    assert.equal(await hedged(request), 'part');
  });

  it('returns the slow result, or fails with its error, if the fast one fails or never comes', async () => {
    for (const failed of [true, false]) {
      const fast = () => (failed ? Promise.reject<string>(new Error('no')) : never);
      const slow = () => Promise.resolve('slow');
      assert.equal(await hedged({ fast: fast(), slow, delay: 0, isTrusted }), 'slow');
      const gone = () => Promise.reject<string>(new Error('gone'));
      await assert.rejects(hedged({ fast: fast(), slow: gone, delay: 0, isTrusted }), /gone/);
    }
  });

  it('returns a late fast result that comes before the slow one only if it can be trusted', async () => {
    for (const [late, result] of [
      ['complete', 'complete'],
      ['part', 'slow'],
    ] as const) {
      const [fast, started, slow] = [gate(), gate(), gate()];
      const pending = () => {
        started.open();
        return slow.closed.then(() => 'slow');
      };
      const request = hedged({ fast: fast.closed.then(() => late), slow: pending, delay: 0, isTrusted });
      await started.closed;
      fast.open();
      if (result === 'slow') {
        await fast.closed;
        slow.open();
      }
      assert.equal(await request, result);
    }
  });
});
