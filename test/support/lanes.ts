import os from 'node:os';
import { FAILED, sum, NONE, type Count, type Say } from './step.ts';

/** Tests that are run in one go, and disturb no others that run meanwhile. */
export interface Part {
  readonly name: string;
  run(say: Say): Promise<Count>;
}

/**
 * Runs parts, at `most` so many at a time (as this machine has processors), in their order, and sums what they count. What one
 * says is printed at once where it runs alone, else when it has ended: two never talk at the same time.
 */
export async function runParts(parts: readonly Part[], most = os.availableParallelism()): Promise<Count> {
  const waiting = [...parts];
  const lanes = Math.min(most, parts.length);
  let total = NONE;
  const runLane = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const count = await (lanes === 1 ? runAloud(part) : runQuietly(part));
      // Only now: what the other lanes have counted meanwhile is in the total.
      total = sum(total, count);
    }
  };
  await Promise.all(Array.from({ length: lanes }, runLane));
  return total;
}

async function runAloud(part: Part): Promise<Count> {
  console.log(`\n${part.name} …`);
  const { count, end } = await timed(part, console.log);
  console.log(end);
  return count;
}

async function runQuietly(part: Part): Promise<Count> {
  const lines: string[] = [];
  const { count, end } = await timed(part, (line) => lines.push(line));
  console.log(['', `${part.name}:`, ...lines, end].join('\n'));
  return count;
}

async function timed(part: Part, say: Say): Promise<{ readonly count: Count; readonly end: string }> {
  const start = Date.now();
  let count: Count;
  try {
    count = await part.run(say);
  } catch (error) {
    // What keeps one part from running must not keep the others.
    say(error instanceof Error ? error.message : String(error));
    count = FAILED;
  }
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  return { count, end: `${part.name}: ${count.failed === 0 ? 'done' : 'failed'} after ${seconds} s` };
}
