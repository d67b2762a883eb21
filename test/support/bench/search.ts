import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeExit } from '../cleanUp.ts';
import { measureInHost } from '../measureInHost.ts';
import { NEWEST } from '../versions.ts';
import { installServer, nodeFor } from '../vscodeServer.ts';
import { type Bench, mark, median, type Report } from './bench.ts';
import { bundle } from './bundle.ts';
import { wordyBriefing, writeBriefings } from './manyBriefings.ts';
import type { SearchTimes } from './searchInHost.ts';

const SIZE = 10_000;
const GOALS = { key: 50, load: 1000, share: 1.5 };

/** The search of the extension over a generated library, in VS Code's own extension host. */
export const search: Bench = {
  name: 'search',
  doing: 'the search in VS Code, over 10,000 generated briefings: made, kept, brought back and asked',
  run: async (): Promise<Report> => {
    installServer(NEWEST);
    nodeFor(NEWEST);
    const suite = await bundle('searchInHost', { external: ['vscode'] });
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'briefings-'));
    const remove = beforeExit(() => {
      fs.rmSync(folder, { recursive: true, force: true });
    });
    const workspace = path.join(folder, 'workspace');
    fs.mkdirSync(workspace);
    const texts = writeBriefings(workspace, SIZE, wordyBriefing);
    const kept = path.join(folder, 'kept');
    fs.mkdirSync(kept);
    const env = { SEARCH_FOLDER: kept };
    const run = () => measureInHost(suite, workspace, path.join(folder, 'data'), env) as Promise<SearchTimes>;
    const made = await run();
    const found = await run();
    const lines = linesOf(made, found, fs.statSync(path.join(kept, 'index.gz')).size / texts);
    remove();
    return { lines, met: !lines.some((line) => line.endsWith(mark(false))) };
  },
};

function linesOf(made: SearchTimes, found: SearchTimes, share: number): string[] {
  const times = found.keys.map(([, time]) => time).sort((a, b) => a - b);
  const usual = times[Math.floor(times.length * 0.99)] ?? NaN;
  const [slowest, worst] = found.keys.reduce((a, b) => (b[1] > a[1] ? b : a));
  const line = (name: string, value: string, goal: string, met: boolean) =>
    `${name.padEnd(34)} ${value.padStart(14)}   goal: ${goal}${mark(met)}`;
  return [
    `${SIZE} briefings, ${found.items} items`,
    line('a key, 99 of 100', ms(usual), `under ${ms(GOALS.key)}`, usual < GOALS.key),
    line('a key, median', ms(median(times)), 'none', true),
    line('a key, at worst', ms(worst), `none (“${slowest}”)`, true),
    line('the index loaded', ms(found.load), `under ${ms(GOALS.load)}`, found.load < GOALS.load),
    line('on disk, of the texts', share.toFixed(2), `at most ${GOALS.share}`, share <= GOALS.share),
    line('the index made', ms(made.load + made.build), 'none', true),
    line('the index kept', ms(made.keep), 'none', true),
    line('event loop, 99 of 100', `${ms(made.usualGap)}, ${ms(found.usualGap)}`, 'none', true),
    line('event loop, at worst', `${ms(made.worstGap)}, ${ms(found.worstGap)}`, 'none', true),
  ];
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}
