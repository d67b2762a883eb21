import os from 'node:os';
import { type Bench, mark, median, MISSED, type Report } from './bench.ts';
import { bundle } from './bundle.ts';
import { Laboratory } from './laboratory.ts';
import { allShapes, type Shape } from './shapes.ts';
import type { Task } from './stopwatch.ts';
import type { Subject } from './subjects.ts';

const GOAL = 1.5;
const SMALL = 100_000;
/** What has grown too far here already is not measured at the size that counts, where it would take minutes. */
const MIDDLE = 1_000_000;
const LARGE = 10_000_000;
const HOPELESS = 4;
/** How many milliseconds by the clock anything may take. The work is measured; this ends what would not end. */
const PATIENCE = 10_000;
/** By the clock against the work that is expected: a busy machine lets its processes wait. */
const WAITING = 10;
/** What would take longer than this at the large size is measured at a smaller one, which the table then names. */
const LONG = 2_500;

/** When so many milliseconds have gone by, what is left is measured at the middle size only, as the table then says. */
const BUDGET = 240_000;

interface Grown {
  /** Time per byte against that at the small size. */
  readonly ratio: number;
  /** Milliseconds at the small size. */
  readonly small: number;
  /** Why the ratio is not that of the large size. */
  readonly remark?: string;
}

interface Session {
  readonly laboratory: Laboratory;
  readonly deadline: number;
}

interface Row {
  readonly shape: string;
  readonly ours: Grown;
  /** Only where ours has missed the goal: whose fault is it? */
  readonly theirs?: Grown;
}

/** Time per byte of a large text against that of a small one, for ordinary text and for every hostile shape. */
export const growth: Bench = {
  name: 'growth',
  doing: `parseBriefing's time per byte at 10 MB against that at 100 kB`,
  run: async (): Promise<Report> => {
    const shapes = await allShapes();
    const ordinary = shapes[0]?.make(SMALL) ?? '';
    const warmUp = (['parseBriefing', 'markdownIt'] as const).map((subject): Task => ({
      subject,
      text: ordinary,
      milliseconds: 500,
      times: 3,
    }));
    const stopwatch = await bundle('stopwatch');
    const deadline = Date.now() + BUDGET;
    const queue = [...shapes];
    const rows: Row[] = [];
    // As many at a time as leave each a processor.
    const workers = Array.from({ length: Math.max(1, Math.min(4, os.availableParallelism())) }, async () => {
      const laboratory = new Laboratory(stopwatch, warmUp);
      for (let shape = queue.shift(); shape; shape = queue.shift())
        rows.push(await rowOf({ laboratory, deadline }, shape));
      laboratory.close();
    });
    await Promise.all(workers);
    return report(rows);
  },
};

async function rowOf(session: Session, shape: Shape): Promise<Row> {
  const first = await grow(session, 'parseBriefing', shape);
  if (first.ratio <= GOAL) return { shape: shape.name, ours: first };
  // A narrow miss may be the machine's.
  const second = first.ratio < 2 * GOAL ? await grow(session, 'parseBriefing', shape) : first;
  const ours = second.ratio < first.ratio ? second : first;
  if (ours.ratio <= GOAL) return { shape: shape.name, ours };
  return { shape: shape.name, ours, theirs: await grow(session, 'markdownIt', shape) };
}

async function grow({ laboratory, deadline }: Session, subject: Subject, shape: Shape): Promise<Grown> {
  const text = shape.make(SMALL);
  const outcome = await laboratory.measure({ subject, text, milliseconds: 150, times: 5 }, 2 * PATIENCE);
  if (!('runs' in outcome)) return { ratio: Infinity, small: NaN, remark: `${whyOf(outcome)} at 100 kB` };
  const small = median(outcome.runs);
  const perByte = small / Buffer.byteLength(text);
  const middle = await against(laboratory, subject, shape.make(MIDDLE), perByte);
  if (middle.ratio > HOPELESS) return { ...middle, small, remark: `${middle.remark ?? ''} at 1 MB`.trim() };
  const expected = middle.ratio * perByte * LARGE;
  const size = Date.now() > deadline ? MIDDLE : Math.max(MIDDLE, LARGE * Math.min(1, LONG / expected));
  if (size === MIDDLE) return { ...middle, small, remark: `${middle.remark ?? ''} at 1 MB`.trim() };
  const large = await against(laboratory, subject, shape.make(Math.round(size)), perByte);
  const at = size < LARGE || large.remark !== undefined ? `at ${(size / 1e6).toFixed(1)} MB` : undefined;
  const remark = [large.remark, at].filter((words) => words !== undefined).join(' ');
  return { ratio: large.ratio, small, ...(remark !== '' && { remark }) };
}

/** Time per byte of the fastest run against another; infinite where there was no end to it. */
async function against(
  laboratory: Laboratory,
  subject: Subject,
  text: string,
  perByte: number,
): Promise<{ readonly ratio: number; readonly remark?: string }> {
  const expected = perByte * Buffer.byteLength(text);
  const limit = Math.min(Math.max(PATIENCE, WAITING * expected), 3 * PATIENCE);
  const outcome = await laboratory.measure({ subject, text, milliseconds: 300, times: 1 }, limit);
  if ('runs' in outcome) return { ratio: Math.min(...outcome.runs) / expected };
  return { ratio: Infinity, remark: whyOf(outcome) };
}

function whyOf(outcome: { tooLong: number } | { died: string } | { error: string }): string {
  if ('tooLong' in outcome) return `stopped after ${(outcome.tooLong / 1000).toFixed(0)} s`;
  return 'died' in outcome ? `its process died (${outcome.died})` : `threw ${outcome.error}`;
}

function report(rows: readonly Row[]): Report {
  const sorted = rows.toSorted((a, b) => b.ours.ratio - a.ours.ratio);
  const missed = sorted.filter(({ ours }) => ours.ratio > GOAL);
  const theirFault = missed.filter(({ theirs }) => theirs && theirs.ratio > GOAL);
  return {
    lines: [
      ` ratio  100 kB      shape                       (goal: a ratio of at most ${GOAL})`,
      ...sorted.map(lineOf),
      '',
      `${rows.length} shapes, ${missed.length} missed the goal; markdown-it alone misses it on ${theirFault.length} of those${missed.length > 0 ? ` ${MISSED}` : ''}`,
    ],
    met: missed.length === 0,
  };
}

function lineOf({ shape, ours, theirs }: Row): string {
  const remarks = [
    ...(ours.remark === undefined ? [] : [ours.remark]),
    ...(theirs
      ? [
          `markdown-it alone: ${theirs.ratio.toFixed(2)}${theirs.remark === undefined ? '' : `, ${theirs.remark}`}`,
        ]
      : []),
  ];
  const words = remarks.length > 0 ? `(${remarks.join('; ')})` : '';
  return `${ours.ratio.toFixed(2).padStart(6)} ${ours.small.toFixed(1).padStart(7)} ms  ${shape.padEnd(26)} ${words}${mark(ours.ratio <= GOAL)}`;
}
