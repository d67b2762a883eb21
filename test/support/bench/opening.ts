import fs from 'node:fs';
import path from 'node:path';
import { localDay } from '../../../src/library/days.ts';
import { Workbench } from '../../window/workbench.ts';
import { REPO } from '../paths.ts';
import { NEWEST } from '../versions.ts';
import { installServer, nodeFor } from '../vscode/vscodeServer.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { type Bench, isMet, mark, median, type Report, shown } from './bench.ts';
import { GOALS } from './report/goals.ts';
import { writeLeastExtension } from './inHost/leastExtension.ts';
import { writeBriefings } from './texts/manyBriefings.ts';

const ROUNDS = 9;
const COUNT = 1000;
const TITLE = 'Morning news';

/** Measures how a window opens with a thousand briefings, and one with the least extension possible, in turn. */
export const opening: Bench<'opening'> = {
  doing: `a window that opens with ${COUNT} briefings, beside one with the least extension there can be`,
  run: async (): Promise<Report<'opening'>> => {
    installServer(NEWEST);
    nodeFor(NEWEST);
    const { path: folder } = temporaryFolder();
    const [workspace, least] = [path.join(folder, 'workspace'), path.join(folder, 'least')];
    writeBriefings(workspace, COUNT);
    writeToday(workspace);
    writeLeastExtension(least, TITLE);
    const settings = { 'briefings.showBundled': false };
    const window = await Workbench.open({ version: NEWEST, folder: workspace, settings });
    try {
      await window.showSidebar();
      await window.row(new RegExp(TITLE)).first().waitFor();
      const addresses = [window.page.url(), withExtension(window.page.url(), least)];
      const times: Opening[][] = [[], []];
      // The first round saves what later ones find, and is not counted.
      for (let round = 0; round <= ROUNDS; round++)
        for (const [i, address] of addresses.entries()) {
          const time = await open(window, address);
          if (round > 0) times[i]?.push(time);
        }
      const [ours = [], its = []] = times;
      return reportOf(ours, its);
    } finally {
      await window.close();
    }
  },
};

/** Times in ms since the page was requested. */
interface Opening {
  readonly workbench: number;
  readonly row: number;
}

async function open(window: Workbench, address: string): Promise<Opening> {
  const { page } = window;
  // Wait until the files of the previous window are on disk.
  await page.waitForTimeout(2000);
  await page.goto('about:blank');
  await page.goto(address);
  await window.row(new RegExp(TITLE)).first().waitFor();
  return page.evaluate(() => ({
    row: performance.now(),
    workbench: performance.getEntriesByName('code/didStartWorkbench')[0]?.startTime ?? NaN,
  }));
}

function reportOf(ours: readonly Opening[], its: readonly Opening[]): Report<'opening'> {
  const goals = GOALS.opening;
  const [our, least] = [ours, its].map((times) => median(times.map(({ row }) => row))) as [number, number];
  const workbench = median(ours.map((time) => time.workbench));
  const found = median(ours.map((time) => time.row - time.workbench));
  const ratio = our / least;
  const lines = [
    `the workbench stands: ${workbench.toFixed(0)} ms after the page was asked for`,
    `today's briefing is there: ${our.toFixed(0)} ms, the least extension's row ${least.toFixed(0)} ms: ` +
      `${ratio.toFixed(2)} times (goal ${goals.least.goal})${mark(isMet(goals.least, ratio))}`,
    `from the workbench to today's briefing: ${found.toFixed(0)} ms (goal ${goals.found.goal})${mark(isMet(goals.found, found))}`,
  ];
  return {
    lines,
    figures: {
      least: { here: ratio, detail: shown(our, 'ms'), anchor: shown(least, 'ms') },
      found: { here: found },
    },
  };
}

function writeToday(workspace: string): void {
  const text = `# ${TITLE}\n\n## Key Takeaways\n\n- **Ferry:** back at noon.\n`;
  fs.writeFileSync(path.join(workspace, 'briefings', `${localDay(new Date())}-morning.md`), text);
}

/** The address of a window with another extension instead of this one. */
function withExtension(address: string, folder: string): string {
  const url = new URL(address);
  const payload = url.searchParams.get('payload') ?? '';
  if (!payload.includes(REPO)) throw new Error('The address of the window does not name the extension.');
  url.searchParams.set('payload', payload.replace(REPO, folder));
  return url.href;
}
