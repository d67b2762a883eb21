import os from 'node:os';
import { FAILED, sum, NONE, type Count, type Say } from './step.ts';
import { summaryOf } from './suite/suiteLines.ts';

/** A group of tests that run together. Parts can run in parallel without disturbing each other. */
export interface Part {
  readonly name: string;
  /** Whether it opens windows: other parts that run in parallel may slow these down, or take the focus from them. */
  readonly opensWindows?: true;
  run(say: Say): Promise<Count>;
}

/** The result of a part that has ended. */
interface Ran {
  readonly part: Part;
  readonly count: Count;
  readonly lines: readonly string[];
  /** The line that says how it ended. */
  readonly end: string;
}

/** The word that marks a run without other parts in parallel. */
const ALONE = 'alone';

/**
 * How many parts run in parallel: two more than there are processors, as a window alone keeps two processors only a
 * third busy (measured), and waits the rest of the time.
 */
const LANES = os.availableParallelism() + 2;

/** How many last lines are repeated at the end for a part that failed without a summary. */
const LAST_LINES = 30;

/**
 * Runs parts in their order, at most `most` in parallel, and sums their counts. The output of a part is printed at once
 * if it runs alone, else when it has ended, so that outputs do not mix. Parts with windows that failed in parallel run
 * once more, alone; the second result counts, and parts that passed only then are named. Failures are repeated at the
 * end, where one looks for them.
 */
export async function runParts(parts: readonly Part[], most = LANES, repeats = true): Promise<Count> {
  const waiting = [...parts];
  const lanes = Math.min(most, parts.length);
  const ended: Ran[] = [];
  const runLane = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift())
      ended.push(await (lanes === 1 ? runAloud(part) : runQuietly(part)));
  };
  await Promise.all(Array.from({ length: lanes }, runLane));
  const decided: Ran[] = [];
  for (const ran of ended)
    decided.push(repeats && lanes > 1 && isInDoubt(ran) ? await runAlone(ran.part) : ran);
  if (parts.length > 1) sayFailures(decided.filter(({ count }) => count.failed > 0));
  const disturbed = ended.filter((ran, i) => decided[i] !== ran && decided[i]?.count.failed === 0);
  if (disturbed.length > 0)
    console.log(`\nPassed only ${ALONE}: ${disturbed.map(({ part }) => part.name).join('; ')}`);
  return decided.reduce((total, { count }) => sum(total, count), NONE);
}

function isInDoubt({ part, count }: Ran): boolean {
  return part.opensWindows === true && count.failed > 0;
}

function runAlone(part: Part): Promise<Ran> {
  return runAloud({ ...part, name: `${part.name}, ${ALONE}` });
}

async function runAloud(part: Part): Promise<Ran> {
  console.log(`\n${part.name} …`);
  const ran = await runPart(part, console.log);
  console.log(ran.end);
  return ran;
}

async function runQuietly(part: Part): Promise<Ran> {
  const ran = await runPart(part, () => undefined);
  console.log(['', `${part.name}:`, ...ran.lines, ran.end].join('\n'));
  return ran;
}

async function runPart(part: Part, say: Say): Promise<Ran> {
  const start = Date.now();
  const lines: string[] = [];
  const keep = (line: string) => {
    lines.push(line);
    say(line);
  };
  let count: Count;
  try {
    count = await part.run(keep);
  } catch (error) {
    // An error that keeps one part from running must not stop the others.
    keep(error instanceof Error ? error.message : String(error));
    count = FAILED;
  }
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const cpu = count.cpu > 0 ? ` (${count.cpu.toFixed(1)} s of CPU)` : '';
  const end = `${part.name}: ${count.failed === 0 ? 'done' : 'failed'} after ${seconds} s${cpu}`;
  return { part, count, lines, end };
}

function sayFailures(failed: readonly Ran[]): void {
  for (const { part, lines } of failed) {
    const summary = lines.findIndex((line) => summaryOf(line)?.kind === 'failing');
    const said = summary === -1 ? lines.slice(-LAST_LINES) : lines.slice(summary);
    console.log(['', `${part.name} failed:`, ...said].join('\n'));
  }
}
