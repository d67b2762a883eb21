import assert from 'node:assert/strict';
import { type Part, runParts } from '../support/lanes.ts';
import { NONE } from '../support/step.ts';

/** A part of the tests that ends when the test lets it. */
function heldPart(name: string, passed: number, failed: number) {
  let end: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (end = resolve));
  const part: Part = {
    name,
    run: async (say) => {
      say(`${name} speaks`);
      await held;
      return { ...NONE, passed, failed };
    },
  };
  return {
    part,
    end: () => {
      end();
    },
  };
}

describe('Parts of the tests that run at the same time', () => {
  it('are all counted, in whatever order they end', async () => {
    const [long, short, last] = [heldPart('long', 100, 1), heldPart('short', 10, 1), heldPart('last', 1, 0)];
    const counted = runParts([long.part, short.part, last.part], 2);
    short.end();
    last.end();
    await new Promise((resolve) => setImmediate(resolve));
    long.end();
    const { passed, failed } = await counted;
    assert.deepEqual({ passed, failed }, { passed: 111, failed: 2 });
  });

  it('all run even if one throws, which is a failure', async () => {
    const throwing: Part = { name: 'broken', run: () => Promise.reject(new Error('It is broken.')) };
    const { part, end } = heldPart('whole', 5, 0);
    end();
    const { passed, failed } = await runParts([throwing, part], 2);
    assert.deepEqual({ passed, failed }, { passed: 5, failed: 1 });
  });
});
