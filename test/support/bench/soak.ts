import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { startServer } from '../vscode/host.ts';
import { openSuite } from '../suite/suiteWindow.ts';
import { NEWEST } from '../versions.ts';
import { installServer, nodeFor } from '../vscode/vscodeServer.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { type Bench, type Figure, goalLine, type Report, shown } from './bench.ts';
import { bundle } from './bundle.ts';
import { GOALS } from './report/goals.ts';
import { writeBriefings } from './texts/manyBriefings.ts';
import type { SoakLook, SoakTask } from './inHost/soakInHost.ts';

const SIZE = 10_000;
/** The rounds before the first look, to which later ones are compared: by then, all code has been used. */
const FIRST = 50;
const ROUNDS = 500;
const CHANGES = 2000;
/** After how many rounds each the memory is measured in between. */
const EVERY = 150;
/** The timeout from one look to the next, in ms. */
const TIMEOUT = 900_000;

/** The memory of a window's extension host and page in bytes, and the page's numbers of nodes and listeners. */
interface Look extends SoakLook {
  readonly page: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Opens, reads and closes briefings many times in one window while files change, to detect memory leaks. */
export const soak: Bench<'soak'> = {
  doing: `${ROUNDS} briefings of ${SIZE} read in one window while ${CHANGES} files change`,
  run: async (): Promise<Report<'soak'>> => {
    installServer(NEWEST);
    nodeFor(NEWEST);
    const { path: folder, remove } = temporaryFolder();
    const found = await looks(folder);
    remove();
    return reportOf(found);
  },
};

async function looks(folder: string): Promise<readonly Look[]> {
  const suite = await bundle('inHost/soakInHost', { external: ['vscode'] });
  const [workspace, dataDir, result] = ['workspace', 'data', 'result'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  fs.mkdirSync(workspace);
  writeBriefings(workspace, SIZE);
  fs.mkdirSync(dataDir);
  fs.writeFileSync(result, '');
  const between = Array.from({ length: Math.floor((ROUNDS - 1) / EVERY) }, (_, i) => (i + 1) * EVERY);
  const task: SoakTask = { looks: [FIRST, ...between, ROUNDS], changes: CHANGES / ROUNDS };
  const env = { HOST_TASK: JSON.stringify(task), HOST_RESULT: result };
  const settings = { 'briefings.showBundled': false };
  const [server, browser] = await Promise.all([
    startServer({ version: NEWEST, dataDir, env, settings }),
    launchBrowser(),
  ]);
  try {
    const page = await openSuite(server, browser, workspace, suite);
    const found: Look[] = [];
    for (const rounds of task.looks) {
      const host = await lookAfter(result, rounds);
      found.push({ ...host, ...(await lookAt(page)) });
      fs.writeFileSync(`${result}.${rounds}`, '');
    }
    return found;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Waits for the report of the extension host after a number of rounds. */
async function lookAfter(result: string, rounds: number): Promise<SoakLook> {
  const begun = Date.now();
  for (;;) {
    const lines = fs.readFileSync(result, 'utf8').split('\n').slice(0, -1);
    const found = lines.map((line) => JSON.parse(line) as SoakLook).find((look) => look.rounds === rounds);
    if (found) return found;
    if (Date.now() - begun > TIMEOUT) throw new Error(`The window did not come to round ${rounds}.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Measures the window's page after a garbage collection. */
async function lookAt(page: Page): Promise<Omit<Look, keyof SoakLook>> {
  const session = await page.context().newCDPSession(page);
  // Twice, as what the first collection frees may have kept other objects alive.
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { page: usedSize, nodes, listeners: jsEventListeners };
}

function reportOf(found: readonly Look[]): Report<'soak'> {
  const [first, last] = [found[0], found.at(-1)];
  const grown = (bytes: (look: Look) => number): Figure => {
    const [before, after] = [first, last].map((look) => (look ? bytes(look) : NaN)) as [number, number];
    return { here: after / before, detail: megabytes(after), anchor: megabytes(before) };
  };
  const figures = { host: grown(({ heap }) => heap), page: grown(({ page }) => page) };
  return {
    lines: [
      ...found.map(
        ({ rounds, heap, page, nodes, listeners }) =>
          `after ${rounds} rounds: ${megabytes(heap)} in the extension host, ${megabytes(page)} in the page with ${nodes} nodes and ${listeners} listeners`,
      ),
      goalLine('the extension host', GOALS.soak.host, figures.host.here),
      goalLine('the page', GOALS.soak.page, figures.page.here),
    ],
    figures,
  };
}

function megabytes(bytes: number): string {
  return shown(bytes / 1e6, 'MB');
}
