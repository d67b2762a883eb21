import assert from 'node:assert/strict';
import { crc32 } from '../../src/base/crc32.ts';

describe('A CRC-32', () => {
  it('is that of the standard, of all bytes or of some', () => {
    assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
    assert.equal(crc32(new TextEncoder().encode('x123456789x'), 1, 10), 0xcbf43926);
  });
});
