import assert from 'node:assert/strict';
import { hedged } from '../../../src/base/async/hedged.ts';

const never = new Promise<string>(() => undefined);
const slow = () => Promise.resolve('slow');
const isTrusted = (result: string) => result === 'complete';

/** A result that resolves when `resolve` is called. */
function later(): { readonly result: Promise<string>; resolve(value: string): void } {
  let resolve: (value: string) => void = () => undefined;
  const result = new Promise<string>((resolveResult) => {
    resolve = resolveResult;
  });
  return { result, resolve };
}

describe('A hedged request', () => {
  it('returns a fast result that is in time, without requesting the slow one', async () => {
    const noOther = () => assert.fail('the slow result was requested');
    const request = { fast: Promise.resolve('part'), slow: noOther, delay: 1_000_000, isTrusted };
    assert.equal(await hedged(request), 'part');
  });

  it('returns the slow result if the fast one fails or never comes', async () => {
    for (const fast of [Promise.reject<string>(new Error('no')), never])
      assert.equal(await hedged({ fast, slow, delay: 0, isTrusted }), 'slow');
  });

  it('returns a late fast result that can be trusted, if it comes before the slow one', async () => {
    const fast = later();
    const started = later();
    const pending = () => {
      started.resolve('');
      return never;
    };
    const result = hedged({ fast: fast.result, slow: pending, delay: 0, isTrusted });
    await started.result;
    fast.resolve('complete');
    assert.equal(await result, 'complete');
  });

  it('waits for the slow result if the late fast one cannot be trusted', async () => {
    const [fast, slower, started] = [later(), later(), later()];
    const pending = () => {
      started.resolve('');
      return slower.result;
    };
    const result = hedged({ fast: fast.result, slow: pending, delay: 0, isTrusted });
    await started.result;
    fast.resolve('part');
    await fast.result;
    slower.resolve('slow');
    assert.equal(await result, 'slow');
  });

  it('fails with the error of the slow result if there is no other', async () => {
    const failing = () => Promise.reject<string>(new Error('gone'));
    for (const fast of [Promise.reject<string>(new Error('no')), never])
      await assert.rejects(hedged({ fast, slow: failing, delay: 0, isTrusted }), /gone/);
  });
});
