import { spawnSync } from 'node:child_process';
import { type Bench, mark, MISSED, type Report } from './bench.ts';
import { bundle } from './bundle.ts';
import type { Intake } from './once/intakeOnce.ts';
import { GOALS } from './report/goals.ts';
import { intakeTexts } from './texts/intakeTexts.ts';

/**
 * `stretch`: the longest work without a turn for other tasks, in ms; `memory`: the peak of the process, in bytes;
 * `feed`: CPU time relative to that of feedsmith, which parses the same, but does not resolve ids, links and dates.
 */
const GOAL = {
  stretch: GOALS.intake.stretch.goal,
  memory: GOALS.intake.memory.goal * 1e6,
  feed: GOALS.intake.feed.goal,
};
/** The timeout of a process, in ms of elapsed time, for what would not end. */
const TIMEOUT = 120_000;
/** The number of runs. A busy machine makes work more expensive: the best run is nearest to the text's own cost. */
const TRIES = 3;

interface Row {
  readonly name: string;
  readonly isFeed: boolean;
  readonly bytes: number;
  readonly ours: Intake | string;
  /** The cost of a parser alone on the same bytes. */
  readonly theirs: Intake | string;
  readonly parser: string;
}

/** Measures mail, pages and feeds of the largest accepted size, each compared to a common parser. */
export const intake: Bench<'intake'> = {
  doing: 'pages of 5 MB, feeds of 10,000 entries and a mailbox of 1,000 mails, beside parsers alone',
  run: async (): Promise<Report<'intake'>> => {
    const program = await bundle('once/intakeOnce');
    const rows = intakeTexts().map(({ name, kind, text }): Row => {
      const run = (subject: string) => least(() => intakeOf(program, [kind, subject], text));
      const [ours, theirs] = [run('ours'), run('theirs')];
      const parser = { page: 'htmlparser2', feed: 'feedsmith', mailbox: 'postal-mime' }[kind];
      return { name, isFeed: kind === 'feed', bytes: Buffer.byteLength(text), ours, theirs, parser };
    });
    const missed = rows.filter((row) => !isMet(row));
    return {
      lines: [
        `   work  anchor   ratio  longest stretch  memory  (goals: a stretch of ${seconds(GOAL.stretch)}, ${megabytes(GOAL.memory)}, no feed slower than with feedsmith)`,
        ...rows.map(lineOf),
        `${rows.length} subjects, each in a process of its own; ${missed.length} missed a goal${missed.length > 0 ? ` ${MISSED}` : ''}`,
      ],
      figures: figuresOf(rows),
    };
  },
};

function least(run: () => Intake | string): Intake | string {
  let best = run();
  for (let i = 1; i < TRIES; i++) {
    const next = run();
    if (typeof next !== 'string' && (typeof best === 'string' || next.stretch < best.stretch)) best = next;
  }
  return best;
}

function intakeOf(program: string, args: readonly string[], input: string): Intake | string {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: 'utf8',
    timeout: TIMEOUT,
  });
  if (status === 0) return JSON.parse(stdout) as Intake;
  return signal ?? /\w*Error: .*/.exec(stderr)?.[0] ?? `ended with ${String(status)}`;
}

function ratioOf({ ours, theirs }: Row): number {
  return typeof ours === 'string' || typeof theirs === 'string' ? NaN : ours.work / theirs.work;
}

function isMet(row: Row): boolean {
  const { ours, isFeed } = row;
  if (typeof ours === 'string') return false;
  const isQuick = !isFeed || ratioOf(row) <= GOAL.feed;
  return ours.stretch <= GOAL.stretch && ours.memory <= GOAL.memory && isQuick;
}

/** The worst figure for each goal; a failure counts as infinite. */
function figuresOf(rows: readonly Row[]): Report<'intake'>['figures'] {
  const worst = (figure: (ours: Intake) => number) => {
    const [first] = rows
      .map(({ name, ours }) => ({ here: typeof ours === 'string' ? Infinity : figure(ours), detail: name }))
      .sort((a, b) => b.here - a.here);
    return first ?? { here: NaN };
  };
  const feeds = rows.filter(({ isFeed }) => isFeed).map(ratioOf);
  return {
    stretch: worst(({ stretch }) => stretch),
    memory: worst(({ memory }) => memory / 1e6),
    feed: { here: Math.max(...feeds) },
  };
}

function lineOf(row: Row): string {
  const { name, bytes, ours, theirs, parser } = row;
  const what = `${name}, ${(bytes / 1e6).toFixed(1)} MB (anchor: ${parser})${mark(isMet(row))}`;
  if (typeof ours === 'string') return `${ours}  ${what}`;
  const anchor = typeof theirs === 'string' ? theirs : seconds(theirs.work);
  return [
    seconds(ours.work).padStart(7),
    anchor.padStart(7),
    ratioOf(row).toFixed(2).padStart(7),
    seconds(ours.stretch).padStart(16),
    megabytes(ours.memory).padStart(7),
    ` ${what}`,
  ].join(' ');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
