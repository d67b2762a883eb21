import os from 'node:os';
import { FAILED, sum, NONE, type Count, type Say } from './step.ts';
import { summaryOf } from './suite/suiteLines.ts';

/** Tests that are run in one go, and disturb no others that run meanwhile. */
export interface Part {
  readonly name: string;
  /** It opens windows, which another part beside it may slow down or take the focus from. */
  readonly opensWindows?: true;
  run(say: Say): Promise<Count>;
}

/** A part that has ended. */
interface Ran {
  readonly part: Part;
  readonly count: Count;
  readonly lines: readonly string[];
  /** How it ended, as a line. */
  readonly end: string;
}

/** How a run is told from one beside others. */
const ALONE = 'alone';

/** A window alone keeps a third of two processors busy (measured), and waits else: one part more than there are processors. */
const LANES = os.availableParallelism() + 1;

/** Lines that are said again of a part that failed without a summary. */
const LAST_LINES = 30;

/**
 * Runs parts, at `most` so many at a time, in their order, and sums what they count. What one says is printed at once
 * where it runs alone, else when it has ended: two never talk at the same time. Windows that failed beside others run once
 * more, alone, which decides; those that passed only then are named. What failed is said once more at the end, where it is
 * looked for.
 */
export async function runParts(parts: readonly Part[], most = LANES): Promise<Count> {
  const waiting = [...parts];
  const lanes = Math.min(most, parts.length);
  const ended: Ran[] = [];
  const runLane = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift())
      ended.push(await (lanes === 1 ? runAloud(part) : runQuietly(part)));
  };
  await Promise.all(Array.from({ length: lanes }, runLane));
  const decided: Ran[] = [];
  for (const ran of ended) decided.push(lanes > 1 && isInDoubt(ran) ? await runAlone(ran.part) : ran);
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
    // What keeps one part from running must not keep the others.
    keep(error instanceof Error ? error.message : String(error));
    count = FAILED;
  }
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const end = `${part.name}: ${count.failed === 0 ? 'done' : 'failed'} after ${seconds} s`;
  return { part, count, lines, end };
}

function sayFailures(failed: readonly Ran[]): void {
  for (const { part, lines } of failed) {
    const summary = lines.findIndex((line) => summaryOf(line)?.kind === 'failing');
    const said = summary === -1 ? lines.slice(-LAST_LINES) : lines.slice(summary);
    console.log(['', `${part.name} failed:`, ...said].join('\n'));
  }
}
