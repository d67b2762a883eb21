import { Bench as Tinybench } from 'tinybench';
import { type Bench, isMet, mark, median, type Report } from './bench.ts';
import { bundle } from './bundle.ts';
import { worked } from '../clock.ts';
import { costs } from './cost.ts';
import { GOALS } from './report/goals.ts';
import { ownShapes } from './texts/ownShapes.ts';
import type * as Subjects from './subjects.ts';
import { realBriefings } from './texts/texts.ts';

const GOAL = GOALS.parse.ratio;

/** The number of rounds. Each measures both subjects, so that a temporary slowdown of the machine affects both. */
const ROUNDS = 12;
const ROUND_MILLISECONDS = 400;
/** The number of rounds for the slow parsers. */
const SLOW_ROUNDS = 3;

/** Measures `parseBriefing` on real briefings, compared to Markdown parsers alone. */
export const parse: Bench<'parse'> = {
  doing: 'parseBriefing against Markdown parsers alone, over real briefings',
  run: async (): Promise<Report<'parse'>> => {
    const { subjects } = (await import(await bundle('subjects'))) as typeof Subjects;
    const texts = realBriefings().map(({ text }) => text);
    const work = (name: Subjects.Subject) => (): void => {
      texts.forEach(subjects[name]);
    };
    const pair = [work('parseBriefing'), work('markdownIt')] as const;
    // The first rounds only warm up the code.
    for (let i = 0; i < 3; i++) round(pair, i);
    const rounds = Array.from({ length: ROUNDS }, (_, i) => round(pair, i));
    const others = [work('marked'), work('remark')] as const;
    const slow = Array.from({ length: SLOW_ROUNDS }, (_, i) => round(others, i));
    const ratios = rounds.map(([ours, theirs]) => ours / theirs).sort((a, b) => a - b);
    const ratio = median(ratios);
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const base = median(rounds.map(([, theirs]) => theirs));
    const line = (name: string, milliseconds: number) => {
      const speed = (bytes / 1000 / milliseconds).toFixed(2).padStart(7);
      const times = (milliseconds / base).toFixed(1).padStart(6);
      return `${name.padEnd(28)} ${milliseconds.toFixed(1).padStart(7)} ms ${speed} MB/s ${times}`;
    };
    const [lowest = NaN, highest = NaN] = [ratios[0], ratios.at(-1)];
    const cost = await costs(ownShapes);
    return {
      lines: [
        `${texts.length} texts, ${(bytes / 1000).toFixed(0)} kB; medians of ${ROUNDS} rounds`,
        line('parseBriefing', median(rounds.map(([ours]) => ours))),
        line('markdown-it', base),
        line('marked', median(slow.map(([one]) => one))),
        line('remark, GFM, front matter', median(slow.map(([, one]) => one))),
        `ratio ${ratio.toFixed(2)} (rounds: ${lowest.toFixed(2)} to ${highest.toFixed(2)}; goal: at most ${GOAL.goal})${mark(isMet(GOAL, ratio))}`,
        '',
        ...cost.lines,
      ],
      figures: { ratio: { here: ratio }, cost: { here: cost.share } },
    };
  },
};

type Pair<T> = readonly [T, T];

/** The CPU time of one pass over the texts for each of two subjects, in ms; which one runs first alternates. */
function round([one, other]: Pair<() => void>, number: number): Pair<number> {
  const bench = new Tinybench({
    time: ROUND_MILLISECONDS,
    iterations: 3,
    warmup: false,
    now: worked,
    throws: true,
  });
  if (number % 2 === 0) bench.add('one', one).add('other', other);
  else bench.add('other', other).add('one', one);
  bench.runSync();
  return [millisecondsOf(bench, 'one'), millisecondsOf(bench, 'other')];
}

function millisecondsOf(bench: Tinybench, name: string): number {
  const result = bench.getTask(name)?.result;
  if (result?.state !== 'completed') throw new Error(`The measurement of ${name} did not complete.`);
  return result.latency.p50;
}
