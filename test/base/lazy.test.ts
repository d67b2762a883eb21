import assert from 'node:assert/strict';
import { lazy } from '../../src/base/lazy.ts';

describe('A lazy value', () => {
  it('is made once, when it is first needed', () => {
    let count = 0;
    const made = lazy(() => ({ number: ++count }));
    assert.equal(count, 0);
    assert.deepEqual([made(), made()], [{ number: 1 }, { number: 1 }]);
    assert.equal(count, 1);
  });
});
