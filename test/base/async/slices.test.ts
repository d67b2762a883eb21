import assert from 'node:assert/strict';
import { Slices } from '../../../src/base/async/slices.ts';

const SLICE = 8;

/** Does nothing for this long, in ms, and keeps everyone else from doing anything. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

/** How many pieces of work were done between two turns of the others, one number for each. */
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
  // A piece takes at least its time, so that the number of them bounds how long nobody else had a turn. On a busy
  // machine a piece takes longer, and there are fewer of them.
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
      // What is left of one slice, and the next.
      const bound = 2 * Math.ceil(SLICE / piece + 1);
      assert.ok(most <= bound, `${most} pieces at once, ${bound} at most`);
      assert.ok(turns.filter((count) => count > 0).length >= 64 / bound);
    });
  }

  it('does not pause while there is time left', async () => {
    // Only a machine that stands still for a whole slice makes all of these wait.
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
