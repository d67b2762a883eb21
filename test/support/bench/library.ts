import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeExit } from '../cleanUp.ts';
import { measureInHost } from '../measureInHost.ts';
import { NEWEST } from '../versions.ts';
import { installServer, nodeFor } from '../vscodeServer.ts';
import { type Bench, mark, median, type Report } from './bench.ts';
import { bundle } from './bundle.ts';
import type { LibraryStart } from './libraryInHost.ts';
import { writeBriefings, writeNoise } from './manyBriefings.ts';

const SIZES = [1000, 10_000];
/** First starts of each, of which the median counts: a machine that others use as well is slow by chance. */
const FIRST_STARTS = 5;
/** What stands beside the larger library: a workspace of 60,000 files. */
const NOISE = 50_000;

const GOALS = { filesASecond: 1500, warmTree: 300, bytesABriefing: 3000, usualGap: 100, change: 200 };

/** First and further starts of the extension over generated libraries, in VS Code's own extension host. */
export const library: Bench = {
  name: 'library',
  doing: `the library in VS Code, over generated briefings: ${FIRST_STARTS} first starts, and one more`,
  run: async (): Promise<Report> => {
    installServer(NEWEST);
    nodeFor(NEWEST);
    const suite = await bundle('libraryInHost', { external: ['vscode'] });
    const empty = await starts(suite, 0);
    const found = [];
    for (const size of SIZES) found.push(await starts(suite, size));
    const lines = found.flatMap((of) => linesOf(of, empty));
    return { lines, met: !lines.some((line) => line.endsWith(mark(false))) };
  },
};

interface Starts {
  readonly size: number;
  readonly first: readonly LibraryStart[];
  readonly warm: LibraryStart;
}

async function starts(suite: string, size: number): Promise<Starts> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'briefings-'));
  const remove = beforeExit(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const workspace = path.join(folder, 'workspace');
  fs.mkdirSync(workspace);
  writeBriefings(workspace, size);
  if (size === Math.max(...SIZES)) writeNoise(workspace, NOISE);
  const start = (data: string) =>
    measureInHost(suite, workspace, path.join(folder, data)) as Promise<LibraryStart>;
  const first: LibraryStart[] = [];
  for (let i = 0; i < FIRST_STARTS; i++) first.push(await start(`data-${i}`));
  const warm = await start('data-0');
  remove();
  return { size, first, warm };
}

function linesOf({ size, first, warm }: Starts, empty: Starts): string[] {
  const speed = size / ((readyAfter(first) - readyAfter(empty.first)) / 1000);
  const memory = (warm.heap - empty.warm.heap) / size;
  const usualGap = Math.max(...[...first, warm].map((one) => one.usualGap));
  const worstGap = Math.max(...first.map((one) => one.worstGap));
  const line = (name: string, value: string, goal: string, met: boolean) =>
    `${name.padEnd(34)} ${value.padStart(14)}   goal: ${goal}${mark(met)}`;
  return [
    `${size} briefings`,
    line(
      'first build',
      `${speed.toFixed(0)} files/s`,
      `at least ${GOALS.filesASecond}`,
      speed >= GOALS.filesASecond,
    ),
    line(
      'warm start to a filled tree',
      ms(warm.tree),
      `under ${ms(GOALS.warmTree)}`,
      warm.tree < GOALS.warmTree,
    ),
    line('until all files were looked at', ms(warm.ready), 'none', true),
    line(
      'memory a briefing',
      `${memory.toFixed(0)} B`,
      `at most ${GOALS.bytesABriefing} B`,
      memory <= GOALS.bytesABriefing,
    ),
    line('event loop, 99 of 100', ms(usualGap), `under ${ms(GOALS.usualGap)}`, usualGap < GOALS.usualGap),
    line('event loop, at worst', `${ms(worstGap)}, ${ms(warm.worstGap)}`, 'none', true),
    line(
      'a changed file in the tree',
      ms(warm.change),
      `under ${ms(GOALS.change)}`,
      warm.change < GOALS.change,
    ),
    '',
  ];
}

function readyAfter(starts: readonly LibraryStart[]): number {
  return median(starts.map(({ ready }) => ready));
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}
