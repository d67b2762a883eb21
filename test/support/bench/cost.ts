import { spawnSync } from 'node:child_process';
import { MAX_LENGTH } from '../../../src/briefing/blocks/density.ts';
import { mark, MISSED } from './bench.ts';
import { bundle } from './bundle.ts';
import type { Cost } from './once/costOnce.ts';
import { COST } from './report/goals.ts';
import { longestWhole } from './texts/ownShapes.ts';
import type { Shape } from './texts/shapes.ts';

/** The timeout of a process, in ms of elapsed time, for what would not end. */
const TIMEOUT = 120_000;
const TRIES = 4;
/** How many texts are printed if all goals are met. */
const PRINTED = 12;

interface Row {
  readonly shape: string;
  readonly length: number;
  /** The cost, or the error. */
  readonly cost: Cost | string;
}

/** The costs of expensive texts. */
export interface Costs {
  readonly lines: readonly string[];
  readonly texts: number;
  readonly missed: number;
  /** The cost of the worst text, in percent of what is allowed. */
  readonly share: number;
}

/** Measures CPU time and memory of each shape, at the largest length that is accepted and the largest read whole. */
export async function costs(shapes: readonly Shape[]): Promise<Costs> {
  const program = await bundle('once/costOnce');
  const rows = shapes.flatMap(({ name, make }) =>
    [make(MAX_LENGTH), longestWhole(make)].map((text) => rowOf(program, name, text)),
  );
  const sorted = rows.toSorted((a, b) => shareOf(b) - shareOf(a));
  const missed = sorted.filter((row) => !isMet(row));
  return {
    lines: [
      `parsed  and rendered  memory   length  shape  (goals: ${seconds(COST.parsed)}, ${seconds(COST.rendered)}, ${megabytes(COST.memory)})`,
      ...sorted.slice(0, Math.max(PRINTED, missed.length)).map(lineOf),
      `${rows.length} texts of ${shapes.length} shapes, each in a process of its own; ${missed.length} missed a goal${missed.length > 0 ? ` ${MISSED}` : ''}`,
    ],
    texts: rows.length,
    missed: missed.length,
    share: sorted[0] === undefined ? NaN : 100 * shareOf(sorted[0]),
  };
}

function rowOf(program: string, shape: string, text: string): Row {
  let best: Row = { shape, length: text.length, cost: costOf(program, text) };
  // A busy machine makes work more expensive: the smallest measured cost is nearest to that of the text.
  for (let i = 1; i < TRIES && !isMet(best); i++) {
    const next: Row = { ...best, cost: costOf(program, text) };
    if (shareOf(next) < shareOf(best)) best = next;
  }
  return best;
}

function costOf(program: string, text: string): Cost | string {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program], {
    input: text,
    encoding: 'utf8',
    timeout: TIMEOUT,
  });
  if (status === 0) return JSON.parse(stdout) as Cost;
  return signal ?? /\w*Error: .*/.exec(stderr)?.[0] ?? `ended with ${String(status)}`;
}

/** The largest share of a goal that a text takes; above 1, it misses that goal. */
function shareOf({ cost }: Row): number {
  if (typeof cost === 'string') return Infinity;
  const { parsed, rendered, memory } = cost;
  return [parsed / COST.parsed, rendered / COST.rendered, memory / COST.memory].reduce((a, b) =>
    Math.max(a, b),
  );
}

function isMet(row: Row): boolean {
  return shareOf(row) <= 1;
}

function lineOf(row: Row): string {
  const { shape, length, cost } = row;
  const figures =
    typeof cost === 'string'
      ? cost
      : [seconds(cost.parsed), seconds(cost.rendered).padStart(13), megabytes(cost.memory).padStart(7)].join(
          ' ',
        );
  return `${figures} ${(length / 1000).toFixed(0).padStart(5)} kB  ${shape}${mark(isMet(row))}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
