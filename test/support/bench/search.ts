import fs from 'node:fs';
import path from 'node:path';
import { measureInHost } from '../suite/measureInHost.ts';
import { NEWEST } from '../versions.ts';
import { installServer, nodeFor } from '../vscode/vscodeServer.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { type Bench, goalLine, line, median, type Report } from './bench.ts';
import { bundle } from './bundle.ts';
import { GOALS } from './report/goals.ts';
import { wordyBriefing, writeBriefings } from './texts/manyBriefings.ts';
import type { SearchTimes } from './inHost/searchInHost.ts';

const SIZE = 10_000;
const { key: KEY, load: LOAD, share: SHARE } = GOALS.search;

/** Measures the search over a generated library, in VS Code's own extension host. */
export const search: Bench<'search'> = {
  doing: 'the search in VS Code, over 10,000 generated briefings: made, kept, brought back and asked',
  run: async (): Promise<Report<'search'>> => {
    installServer(NEWEST);
    nodeFor(NEWEST);
    const suite = await bundle('inHost/searchInHost', { external: ['vscode'] });
    const { path: folder, remove } = temporaryFolder();
    const workspace = path.join(folder, 'workspace');
    fs.mkdirSync(workspace);
    const texts = writeBriefings(workspace, SIZE, wordyBriefing);
    const kept = path.join(folder, 'kept');
    fs.mkdirSync(kept);
    const env = { SEARCH_FOLDER: kept };
    const run = () => measureInHost(suite, workspace, path.join(folder, 'data'), env) as Promise<SearchTimes>;
    const made = await run();
    const found = await run();
    const report = reportOf(made, found, fs.statSync(path.join(kept, 'index.gz')).size / texts);
    remove();
    return report;
  },
};

function reportOf(made: SearchTimes, found: SearchTimes, share: number): Report<'search'> {
  const times = found.keys.map(([, time]) => time).sort((a, b) => a - b);
  const usual = times[Math.floor(times.length * 0.99)] ?? NaN;
  const [slowest, worst] = found.keys.reduce((a, b) => (b[1] > a[1] ? b : a));
  return {
    lines: [
      `${SIZE} briefings, ${found.items} items`,
      goalLine('a key, 99 of 100', KEY, usual),
      line('a key, median', ms(median(times))),
      line('a key, at worst', ms(worst), `none (“${slowest}”)`),
      goalLine('the index loaded', LOAD, found.load),
      goalLine('on disk, of the texts', SHARE, share),
      line('the index made', ms(made.load + made.build)),
      line('the index kept', ms(made.keep)),
      line('event loop, 99 of 100', `${ms(made.usualGap)}, ${ms(found.usualGap)}`),
      line('event loop, at worst', `${ms(made.worstGap)}, ${ms(found.worstGap)}`),
    ],
    figures: {
      key: { here: usual, detail: '99 of 100 keys' },
      load: { here: found.load },
      share: { here: share },
    },
  };
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}
