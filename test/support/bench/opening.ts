import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { localDay } from '../../../src/library/tree/grouping.ts';
import { Workbench } from '../../window/workbench.ts';
import { beforeExit } from '../cleanUp.ts';
import { REPO } from '../paths.ts';
import { NEWEST } from '../versions.ts';
import { installServer, nodeFor } from '../vscodeServer.ts';
import { type Bench, mark, median, type Report } from './bench.ts';
import { writeBriefings } from './manyBriefings.ts';

const ROUNDS = 9;
const COUNT = 1000;
const TITLE = 'Morning news';

/**
 * `least`: to the time of an extension that shows one row and does nothing else, which is what VS Code itself needs.
 * `found`: in ms, from when VS Code's workbench stands until today's briefing is in the sidebar.
 */
const GOALS = { least: 1.25, found: 2000 };

/** A window that opens with a thousand briefings, beside one with the least extension that there can be, turn about. */
export const opening: Bench = {
  name: 'opening',
  doing: `a window that opens with ${COUNT} briefings, beside one with the least extension there can be`,
  run: async (): Promise<Report> => {
    installServer(NEWEST);
    nodeFor(NEWEST);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'briefings-'));
    beforeExit(() => {
      fs.rmSync(folder, { recursive: true, force: true });
    });
    const [workspace, least] = [path.join(folder, 'workspace'), path.join(folder, 'least')];
    writeBriefings(workspace, COUNT);
    writeToday(workspace);
    writeLeastExtension(least);
    const settings = { 'briefings.showBundled': false };
    const window = await Workbench.open({ version: NEWEST, folder: workspace, settings });
    try {
      await window.showSidebar();
      await window.row(new RegExp(TITLE)).first().waitFor();
      const addresses = [window.page.url(), withExtension(window.page.url(), least)];
      const times: Opening[][] = [[], []];
      // The first round writes what later ones find.
      for (let round = 0; round <= ROUNDS; round++)
        for (const [i, address] of addresses.entries()) {
          const time = await open(window, address);
          if (round > 0) times[i]?.push(time);
        }
      const [ours = [], its = []] = times;
      const lines = linesOf(ours, its);
      return { lines, met: !lines.some((line) => line.endsWith(mark(false))) };
    } finally {
      await window.close();
    }
  },
};

/** In ms, since the page was asked for. */
interface Opening {
  readonly workbench: number;
  readonly row: number;
}

async function open(window: Workbench, address: string): Promise<Opening> {
  const { page } = window;
  // What was written by the window before is on disk.
  await page.waitForTimeout(2000);
  await page.goto('about:blank');
  await page.goto(address);
  await window.row(new RegExp(TITLE)).first().waitFor();
  return page.evaluate(() => ({
    row: performance.now(),
    workbench: performance.getEntriesByName('code/didStartWorkbench')[0]?.startTime ?? NaN,
  }));
}

function linesOf(ours: readonly Opening[], its: readonly Opening[]): string[] {
  const [our, least] = [ours, its].map((times) => median(times.map(({ row }) => row))) as [number, number];
  const workbench = median(ours.map((time) => time.workbench));
  const found = median(ours.map((time) => time.row - time.workbench));
  const ratio = our / least;
  return [
    `the workbench stands: ${workbench.toFixed(0)} ms after the page was asked for`,
    `today's briefing is there: ${our.toFixed(0)} ms, the least extension's row ${least.toFixed(0)} ms: ` +
      `${ratio.toFixed(2)} times (goal ${GOALS.least})${mark(ratio <= GOALS.least)}`,
    `from the workbench to today's briefing: ${found.toFixed(0)} ms (goal ${GOALS.found})${mark(found <= GOALS.found)}`,
  ];
}

function writeToday(workspace: string): void {
  const text = `# ${TITLE}\n\n## Key Takeaways\n\n- **Ferry:** back at noon.\n`;
  fs.writeFileSync(path.join(workspace, 'briefings', `${localDay(new Date())}-morning.md`), text);
}

/** One row in the same view of the same name, so that the window opens with it just as it does with ours. */
function writeLeastExtension(folder: string): void {
  fs.mkdirSync(folder);
  const { name, publisher, version, engines } = JSON.parse(
    fs.readFileSync(path.join(REPO, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  const icon = 'icon.svg';
  const manifest = {
    ...{ name, publisher, version, engines },
    main: './main.js',
    extensionKind: ['workspace'],
    contributes: {
      viewsContainers: { activitybar: [{ id: 'briefings', title: 'Briefings', icon }] },
      views: { briefings: [{ id: 'briefings.library', name: 'Library', icon }] },
    },
  };
  const main = `
    const { TreeItem, window } = require('vscode');
    exports.activate = ({ subscriptions }) => {
      const treeDataProvider = { getChildren: () => ['${TITLE}'], getTreeItem: (label) => new TreeItem(label) };
      subscriptions.push(window.createTreeView('briefings.library', { treeDataProvider }));
    };`;
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  fs.writeFileSync(path.join(folder, 'main.js'), main);
  fs.copyFileSync(path.join(REPO, 'media', 'briefings.svg'), path.join(folder, icon));
}

/** The address of a window that has another extension in the place of this one. */
function withExtension(address: string, folder: string): string {
  const url = new URL(address);
  const payload = url.searchParams.get('payload') ?? '';
  if (!payload.includes(REPO)) throw new Error('The address of the window does not name the extension.');
  url.searchParams.set('payload', payload.replace(REPO, folder));
  return url.href;
}
