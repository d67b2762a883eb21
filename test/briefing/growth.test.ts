import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { bundle } from '../support/bench/bundle.ts';
import { ownShapes } from '../support/bench/texts/ownShapes.ts';
import { hostileShapes } from '../support/bench/texts/shapes.ts';

/** Text size in bytes, compared with a text four times as long. It is smaller for the many shapes in ../shared. */
const SMALL = 15_000;
const SMALL_BESIDE = 2_000;
const TIMES = 4;
/** Maximum growth of the work in relation to the text: its length to the power of one and a half. */
const MOST = TIMES ** 1.5;

describe('The work of parsing and rendering', () => {
  let counter: ChildProcess;

  before(async () => {
    // Excludes JIT compilation and garbage collection. Skipped under coverage, whose counters would distort the
    // count.
    const env = { ...process.env, NODE_V8_COVERAGE: undefined };
    counter = fork(await bundle('once/workOnce'), { env, execArgv: ['--no-opt', '--no-flush-bytecode'] });
  });

  after(() => {
    counter.kill();
  });

  // Steps are counted instead of measuring time; the timeout only catches infinite loops.
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
      // Above a certain length, links are read as words. That is one step in the curve, and not growth, if the curve
      // is flat on both sides of it.
      const steps = await stepsOf(bytes / TIMES, bytes, TIMES * bytes, TIMES * TIMES * bytes);
      const [least = 0, before = 0, after = 0, most = 0] = steps;
      const isLeap = before < least * MOST && after < most && most < after * MOST;
      assert.ok(isLeap, `${name}: ${steps.join(', ')} steps for texts ${TIMES} times as long each`);
    }
  });
});
