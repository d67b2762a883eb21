import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { bundle } from '../support/bench/bundle.ts';
import { ownShapes } from '../support/bench/texts/ownShapes.ts';
import { hostileShapes } from '../support/bench/texts/shapes.ts';

/** Bytes of a text; it is held against one four times as long. Of the many shapes beside the repository it is less. */
const SMALL = 15_000;
const SMALL_BESIDE = 4_000;
const TIMES = 4;
/** By how much more the work may grow than the text: its length to the power of one and a half. */
const MOST = TIMES ** 1.5;

describe('The work of parsing and rendering', () => {
  let counter: ChildProcess;

  before(async () => {
    // What is made faster, or thrown away, is not counted. What counts there already would be in the way of the coverage of these tests.
    const env = { ...process.env, NODE_V8_COVERAGE: undefined };
    counter = fork(await bundle('once/workOnce'), { env, execArgv: ['--no-opt', '--no-flush-bytecode'] });
  });

  after(() => {
    counter.kill();
  });

  // It is counted, not timed; only what never ends is ended by the clock.
  it('grows with the length of the text, whatever the text consists of', async function () {
    this.timeout(300_000);
    for (const { name, make } of await hostileShapes()) {
      const stepsOf = async (...sizes: readonly number[]): Promise<readonly number[]> => {
        counter.send([make(sizes[0] ?? 0), ...sizes.map(make)]);
        const [[, ...steps]] = (await once(counter, 'message')) as [readonly number[]];
        return steps;
      };
      const bytes = ownShapes.some((own) => own.name === name) ? SMALL : SMALL_BESIDE;
      const [small = 0, large = 0] = await stepsOf(bytes, TIMES * bytes);
      assert.ok(small > 100, `${name}: ${small} is no work`);
      if (large < small * MOST) continue;
      // What is no link from a certain length on is read as words: one leap, and no growth, if on either side of it
      // there is none.
      const steps = await stepsOf(bytes / TIMES, bytes, TIMES * bytes, TIMES * TIMES * bytes);
      const [least = 0, before = 0, after = 0, most = 0] = steps;
      const isLeap = before < least * MOST && after < most && most < after * MOST;
      assert.ok(isLeap, `${name}: ${steps.join(', ')} steps for texts ${TIMES} times as long each`);
    }
  });
});
