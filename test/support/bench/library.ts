import fs from 'node:fs';
import path from 'node:path';
import { measureInHost } from '../suite/measureInHost.ts';
import { NEWEST } from '../versions.ts';
import { installServer, nodeFor } from '../vscode/vscodeServer.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { type Bench, goalLine, line, median, type Report } from './bench.ts';
import { bundle } from './bundle.ts';
import { GOALS } from './report/goals.ts';
import type { LibraryStart } from './inHost/libraryInHost.ts';
import { generatedBriefing, writeBriefings, writeNoise } from './texts/manyBriefings.ts';

const SIZES = [1000, 10_000];
/** The number of first starts for each size, whose median counts: a shared machine makes single runs slow by chance. */
const FIRST_STARTS = 5;
/** The number of other files next to the larger library, in a workspace of 60,000 files. */
const NOISE = 50_000;

/** The folder of the briefings. With a folder “briefings”, the extension would start before anything is measured. */
const NEWS = 'news';

const GOAL = GOALS.library;

/** Measures first and further starts of the extension with generated libraries, in VS Code's own extension host. */
export const library: Bench<'library'> = {
  doing: `the library in VS Code, over generated briefings: ${FIRST_STARTS} first starts, and later ones`,
  run: async (): Promise<Report<'library'>> => {
    installServer(NEWEST);
    nodeFor(NEWEST);
    const suite = await bundle('inHost/libraryInHost', { external: ['vscode'] });
    const empty = await starts(suite, 0);
    const found = [];
    for (const size of SIZES) found.push(await starts(suite, size));
    const measured = found.map((of) => measuredOf(of, empty));
    return { lines: measured.flatMap(linesOf), figures: figuresOf(measured) };
  },
};

interface Starts {
  readonly size: number;
  readonly first: readonly LibraryStart[];
  readonly warm: LibraryStart;
}

async function starts(suite: string, size: number): Promise<Starts> {
  const { path: folder, remove } = temporaryFolder();
  const workspace = path.join(folder, 'workspace');
  fs.mkdirSync(workspace);
  writeBriefings(workspace, size, generatedBriefing, NEWS);
  fs.mkdirSync(path.join(workspace, '.vscode'));
  fs.writeFileSync(
    path.join(workspace, '.vscode/settings.json'),
    JSON.stringify({ 'briefings.include': [`${NEWS}/**/*.md`] }),
  );
  if (size === Math.max(...SIZES)) writeNoise(workspace, NOISE);
  const start = (data: string) =>
    measureInHost(suite, workspace, path.join(folder, data)) as Promise<LibraryStart>;
  const first: LibraryStart[] = [];
  for (let i = 0; i < FIRST_STARTS; i++) first.push(await start(`data-${i}`));
  // The second start saves the compiled code, which the third one loads.
  await start('data-0');
  const warm = await start('data-0');
  remove();
  return { size, first, warm };
}

/** The results for a library of some size, in the units of the goals. */
interface Measured extends Readonly<Record<keyof typeof GOAL, number>> {
  readonly size: number;
  readonly ready: number;
  readonly worstGaps: readonly [first: number, warm: number];
}

function measuredOf({ size, first, warm }: Starts, empty: Starts): Measured {
  return {
    size,
    build: size / ((readyAfter(first) - readyAfter(empty.first)) / 1000),
    warmTree: warm.tree,
    memory: (warm.heap - empty.warm.heap) / size,
    gap: Math.max(...[...first, warm].map((one) => one.usualGap)),
    change: warm.change,
    ready: warm.ready,
    worstGaps: [Math.max(...first.map((one) => one.worstGap)), warm.worstGap],
  };
}

function linesOf({ size, build, warmTree, memory, gap, change, ready, worstGaps }: Measured): string[] {
  return [
    `${size} briefings`,
    goalLine('first build', GOAL.build, build),
    goalLine('warm start to a filled tree', GOAL.warmTree, warmTree),
    line('until all files were looked at', ms(ready)),
    goalLine('memory a briefing', GOAL.memory, memory),
    goalLine('event loop, 99 of 100', GOAL.gap, gap),
    line('event loop, at worst', worstGaps.map(ms).join(', ')),
    goalLine('a changed file in the tree', GOAL.change, change),
    '',
  ];
}

/** The worse figure of all sizes; for memory, that of the largest, as fixed costs dominate with few briefings. */
function figuresOf(measured: readonly Measured[]): Report<'library'>['figures'] {
  const worst = (key: keyof typeof GOAL, choose: (...values: number[]) => number, among = measured) => {
    const here = choose(...among.map((of) => of[key]));
    const { size = NaN } = among.find((of) => of[key] === here) ?? {};
    return { here, detail: `with ${size.toLocaleString('en')} briefings` };
  };
  return {
    build: worst('build', Math.min),
    warmTree: worst('warmTree', Math.max),
    memory: worst('memory', Math.max, measured.slice(-1)),
    gap: worst('gap', Math.max),
    change: worst('change', Math.max),
  };
}

function readyAfter(starts: readonly LibraryStart[]): number {
  return median(starts.map(({ ready }) => ready));
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}
