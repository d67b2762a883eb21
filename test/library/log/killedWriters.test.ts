import assert from 'node:assert/strict';
import { crowd } from '../../support/faults/crowd.ts';
import { killWriters } from '../../support/faults/kills.ts';
import { bundleChild } from '../../support/faults/windows.ts';

describe('Windows in separate processes', () => {
  let program = '';

  before(async () => {
    program = await bundleChild();
  });

  it('that are killed while they mark lose nothing that they acknowledged, and nothing older', async () => {
    const { acknowledged, older, ...zeros } = await killWriters(program, 10, 'remove');
    assert.ok(acknowledged > 0);
    assert.equal(older, 30_000);
    assert.deepEqual(zeros, { lost: 0, olderLost: 0, damaged: 0 });
  });

  it('that mark at the same time lose nothing, and see all marks in the end', async () => {
    const { acknowledged, lost, damaged } = await crowd(program, 3, 334, 'remove');
    assert.deepEqual([acknowledged, lost, damaged], [1002, 0, 0]);
  });
});
