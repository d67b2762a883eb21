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

describe('A part that opens windows', () => {
  /** A part of the tests that fails this many times, and the number of its runs. */
  function failingPart(name: string, times: number, more: Partial<Part> = {}) {
    let runs = 0;
    const part: Part = {
      name,
      run: () => Promise.resolve(++runs > times ? { ...NONE, passed: 3 } : { ...NONE, passed: 2, failed: 1 }),
      ...more,
    };
    return { part, runs: () => runs };
  }

  const counted = async (parts: readonly Part[], most: number) => {
    const { passed, failed } = await runParts(parts, most);
    return { passed, failed };
  };

  it('and fails beside others is decided by a run on its own', async () => {
    const { part: other } = failingPart('other', 0);
    const once = failingPart('once', 1, { opensWindows: true });
    assert.deepEqual(await counted([once.part, other], 2), { passed: 6, failed: 0 });
    const always = failingPart('always', 2, { opensWindows: true });
    assert.deepEqual(await counted([always.part, other], 2), { passed: 5, failed: 1 });
    assert.deepEqual([once.runs(), always.runs()], [2, 2]);
  });

  it('and fails alone has failed, like any other part', async () => {
    const alone = failingPart('alone', 1, { opensWindows: true });
    assert.deepEqual(await counted([alone.part], 2), { passed: 2, failed: 1 });
    const none = failingPart('none', 1);
    assert.deepEqual(await counted([none.part, failingPart('other', 0).part], 2), { passed: 5, failed: 1 });
    assert.deepEqual([alone.runs(), none.runs()], [1, 1]);
  });
});
