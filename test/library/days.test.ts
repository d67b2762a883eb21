import assert from 'node:assert/strict';
import { localDay } from '../../src/library/days.ts';

describe('A local day', () => {
  it('is written so that days compare as strings', () => {
    assert.equal(localDay(new Date(2026, 0, 2)), '2026-01-02');
    assert.equal(localDay(new Date(2026, 11, 31, 23, 59)), '2026-12-31');
    const early = new Date(2026, 0, 2);
    early.setFullYear(987);
    assert.equal(localDay(early), '0987-01-02');
    assert.equal(localDay(new Date(Number.NaN)), '1970-01-01');
  });
});
