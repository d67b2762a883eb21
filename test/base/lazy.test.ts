import assert from 'node:assert/strict';
import { lazy } from '../../src/base/lazy.ts';

describe('What is lazy', () => {
  it('is made when it is first asked for, and once', () => {
    let count = 0;
    const made = lazy(() => ({ number: ++count }));
    assert.equal(count, 0);
    assert.deepEqual([made(), made()], [{ number: 1 }, { number: 1 }]);
    assert.equal(count, 1);
  });
});
