import type { Browser } from 'playwright-core';
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../browser.ts';
import { type Server, startServer } from '../vscode/host.ts';
import { REPO } from '../paths.ts';
import { openSuite } from '../suite/suiteWindow.ts';
import { NEWEST } from '../versions.ts';
import { installServer, nodeFor } from '../vscode/vscodeServer.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { type Bench, goalLine, median, type Report, shown } from './bench.ts';
import { bundle } from './bundle.ts';
import { GOALS } from './report/goals.ts';
import { writeLeastExtension } from './inHost/leastExtension.ts';
import { writeBriefings } from './texts/manyBriefings.ts';
import type { ActivationTimes } from './timedEntry.ts';

const ROUNDS = 9;
const COUNT = 100;
const TIMEOUT = 60_000;
/** In ms: the extension saves the outlines and its compiled code some seconds after it has found the files. */
const UNTIL_KEPT = 8000;
/** The first start saves the outlines, the second one the compiled code. */
const STARTS_THAT_SAVE = 2;

/** The files of the repository that the extension needs. */
const SHIPPED = /^(?:dist|media|l10n|briefings|package\.nls.*\.json)$/;

/** Measures the extension's work until the tree has rows, and that of the least extension, in new hosts in turn. */
export const activation: Bench<'activation'> = {
  doing: `the extension’s work before the tree’s first row, with ${COUNT} briefings, in ${ROUNDS} fresh extension hosts`,
  run: async (): Promise<Report<'activation'>> => {
    installServer(NEWEST);
    nodeFor(NEWEST);
    const { path: folder, remove } = temporaryFolder();
    const found = await measured(folder);
    remove();
    return reportOf(found);
  },
};

interface Measured {
  readonly ours: readonly ActivationTimes[];
  readonly least: readonly ActivationTimes[];
}

async function measured(folder: string): Promise<Measured> {
  const suite = await bundle('inHost/activationInHost', { external: ['vscode'] });
  const entry = await bundle('timedEntry', { external: ['vscode'] });
  const [workspace, dataDir, ours, least] = ['workspace', 'data', 'ours', 'least'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string, string];
  fs.mkdirSync(workspace);
  fs.mkdirSync(dataDir);
  writeBriefings(workspace, COUNT);
  copyExtension(ours);
  writeLeastExtension(least, 'Morning news');
  for (const extension of [ours, least]) putBefore(extension, entry);
  const result = path.join(folder, 'result');
  const [server, browser] = await Promise.all([
    startServer({
      version: NEWEST,
      dataDir,
      env: { HOST_RESULT: result },
      settings: { 'briefings.showBundled': false },
    }),
    launchBrowser(),
  ]);
  const start = (extension: string, saves = false) =>
    timesOf(server, browser, { workspace, suite, extension, result, saves });
  try {
    const found = { ours: [] as ActivationTimes[], least: [] as ActivationTimes[] };
    for (let i = 0; i < STARTS_THAT_SAVE; i++) await start(ours, true);
    for (let round = 0; round < ROUNDS; round++) {
      found.least.push(await start(least));
      found.ours.push(await start(ours));
    }
    return found;
  } finally {
    await browser.close();
    await server.stop();
  }
}

interface Start {
  readonly workspace: string;
  readonly suite: string;
  readonly extension: string;
  readonly result: string;
  /** Whether it saves what later ones find. */
  readonly saves: boolean;
}

/** Opens a window with a new extension host, and returns the times that were measured in it. */
async function timesOf(
  server: Server,
  browser: Browser,
  { workspace, suite, extension, result, saves }: Start,
): Promise<ActivationTimes> {
  fs.rmSync(result, { force: true });
  const page = await openSuite(server, browser, workspace, suite, extension);
  const begun = Date.now();
  while (!fs.existsSync(result)) {
    if (Date.now() - begun > TIMEOUT) throw new Error('The tree did not come to have rows.');
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(saves ? UNTIL_KEPT : 0);
  await page.close();
  return JSON.parse(fs.readFileSync(result, 'utf8')) as ActivationTimes;
}

/** Copies the extension. A link would not do: VS Code uses a file's real path to find its extension. */
function copyExtension(folder: string): void {
  fs.mkdirSync(folder);
  for (const name of ['package.json', ...fs.readdirSync(REPO).filter((name) => SHIPPED.test(name))])
    fs.cpSync(path.join(REPO, name), path.join(folder, name), { recursive: true });
}

/** Makes VS Code load the stopwatch instead of an extension's own entry point, which the stopwatch then loads. */
function putBefore(extension: string, entry: string): void {
  const file = path.join(extension, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as { readonly main: string };
  const timed = { ...manifest, untimedMain: manifest.main, main: './timed.cjs' };
  fs.writeFileSync(file, JSON.stringify(timed));
  fs.copyFileSync(entry, path.join(extension, 'timed.cjs'));
}

function reportOf({ ours, least }: Measured): Report<'activation'> {
  const of = (times: readonly ActivationTimes[], key: keyof ActivationTimes) =>
    median(times.map((one) => one[key]));
  const line = (name: string, times: readonly ActivationTimes[]) =>
    `${name}: ${of(times, 'read').toFixed(1)} ms until it is read, ${of(times, 'work').toFixed(1)} ms of work to ${of(times, 'rows')} rows`;
  const work = of(ours, 'work');
  const read = shown(of(ours, 'read'), 'ms');
  return {
    lines: [
      line('Briefing Reader', ours),
      line('the least extension', least),
      goalLine('work before the first row', GOALS.activation.work, work),
    ],
    figures: {
      work: {
        here: work,
        detail: `after ${read} to read the bundle`,
        anchor: shown(of(least, 'work'), 'ms'),
      },
    },
  };
}
