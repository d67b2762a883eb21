import assert from 'node:assert/strict';
import { Slices } from '../../../src/base/async/slices.ts';

const SLICE = 8;

/** Blocks for this long, in ms. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

/** Counts the pieces of work between two turns of the event loop. */
function watch() {
  const turns: number[] = [0];
  let watching = true;
  const turn = () => {
    turns.push(0);
    if (watching) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    turns,
    done: () => {
      turns[turns.length - 1] = (turns.at(-1) ?? 0) + 1;
    },
    end: () => (watching = false),
  };
}

describe('Long work in slices', () => {
  // A piece takes at least its time, so that their number limits how long the event loop is blocked. On a
  // busy machine, a piece takes longer, and there are fewer of them.
  for (const [workers, piece] of [
    [1, 3],
    [8, 3],
    [32, 1],
    [8, 5],
  ] as const) {
    it(`lets others run while ${workers} do pieces of ${piece} ms`, async () => {
      const slices = new Slices();
      const { turns, done, end } = watch();
      await Promise.all(
        Array.from({ length: workers }, async () => {
          for (let i = 0; i < 64 / workers; i++) {
            await slices.turn();
            work(piece);
            done();
          }
        }),
      );
      end();
      assert.equal(
        turns.reduce((sum, count) => sum + count, 0),
        Math.ceil(64 / workers) * workers,
      );
      const most = Math.max(...turns);
      // The rest of one slice, and the next slice.
      const bound = 2 * Math.ceil(SLICE / piece + 1);
      assert.ok(most <= bound, `${most} pieces at once, ${bound} at most`);
      assert.ok(turns.filter((count) => count > 0).length >= 64 / bound);
    });
  }

  it('does not pause while there is time left', async () => {
    // All of these wait only if the machine is stopped for a whole slice.
    const waited: boolean[] = [];
    for (let i = 0; i < 20; i++) {
      const slices = new Slices();
      let hasTurned = false;
      const immediate = setImmediate(() => (hasTurned = true));
      await slices.turn();
      await slices.turn();
      waited.push(hasTurned);
      clearImmediate(immediate);
    }
    assert.ok(waited.includes(false));
  });
});
