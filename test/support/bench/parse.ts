import { Bench as Tinybench } from 'tinybench';
import { type Bench, mark, median, type Report } from './bench.ts';
import { bundle } from './bundle.ts';
import { worked } from './clock.ts';
import type * as Subjects from './subjects.ts';
import { realBriefings } from './texts.ts';

const GOAL = 2;

/** Rounds in which both have their turn: what slows the machine down for a while slows both down. */
const ROUNDS = 12;
const ROUND_MILLISECONDS = 400;

/** What `parseBriefing` takes on real briefings, against what markdown-it alone takes on them. */
export const parse: Bench = {
  name: 'parse',
  doing: 'parseBriefing against markdown-it alone, over real briefings',
  run: async (): Promise<Report> => {
    const { subjects } = (await import(await bundle('subjects'))) as typeof Subjects;
    const texts = realBriefings().map(({ text }) => text);
    const ours = (): void => {
      texts.forEach(subjects.parseBriefing);
    };
    const theirs = (): void => {
      texts.forEach(subjects.markdownIt);
    };
    // The first rounds only make the code hot.
    for (let i = 0; i < 3; i++) round(ours, theirs, i);
    const rounds = Array.from({ length: ROUNDS }, (_, i) => round(ours, theirs, i));
    const ratios = rounds.map((times) => times.ours / times.theirs).sort((a, b) => a - b);
    const ratio = median(ratios);
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const line = (name: string, milliseconds: number) => {
      const speed = bytes / 1000 / milliseconds;
      return `${name.padEnd(14)} ${milliseconds.toFixed(1).padStart(7)} ms ${speed.toFixed(2).padStart(7)} MB/s`;
    };
    const [lowest = NaN, highest = NaN] = [ratios[0], ratios.at(-1)];
    return {
      lines: [
        `${texts.length} texts, ${(bytes / 1000).toFixed(0)} kB; medians of ${ROUNDS} rounds`,
        line('parseBriefing', median(rounds.map((times) => times.ours))),
        line('markdown-it', median(rounds.map((times) => times.theirs))),
        `${'ratio'.padEnd(14)} ${ratio.toFixed(2).padStart(7)} (rounds: ${lowest.toFixed(2)} to ${highest.toFixed(2)}; goal: at most ${GOAL})${mark(ratio <= GOAL)}`,
      ],
      met: ratio <= GOAL,
    };
  },
};

/** What one pass over the texts takes, in milliseconds of work; they take turns at being the first. */
function round(ours: () => void, theirs: () => void, number: number): { ours: number; theirs: number } {
  const bench = new Tinybench({
    time: ROUND_MILLISECONDS,
    iterations: 3,
    warmup: false,
    now: worked,
    throws: true,
  });
  if (number % 2 === 0) bench.add('ours', ours).add('theirs', theirs);
  else bench.add('theirs', theirs).add('ours', ours);
  bench.runSync();
  return { ours: millisecondsOf(bench, 'ours'), theirs: millisecondsOf(bench, 'theirs') };
}

function millisecondsOf(bench: Tinybench, name: string): number {
  const result = bench.getTask(name)?.result;
  if (result?.state !== 'completed') throw new Error(`The measurement of ${name} did not complete.`);
  return result.latency.p50;
}
