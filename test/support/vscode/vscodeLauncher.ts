#!/usr/bin/env -S node --import tsx
/*
 * Replaces the VS Code executable for @vscode/test-electron without needing a desktop: it starts VS Code's server,
 * opens its workbench in a headless Chromium, runs the suite there, prints what the suite printed, and exits with the
 * suite's code. Its working directory has to be the repository, where `tsx` is found.
 *
 *   TEST_VSCODE_VERSION  the version, `1.139.1`
 *   TEST_VSCODE_HOST     the extension host that the extension and its suite run in: `node` or `web`
 *   TEST_TIMEOUT         the timeout of a run in seconds
 *   TEST_DATA_DIR        the folder that keeps settings, storage and logs from one run to the next
 *   TEST_VERBOSE         if set, VS Code's own lines are printed as well, on stderr
 */
import fs from 'node:fs';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { remoteUri, startServer, workbenchUrl, type Server } from './host.ts';
import { MARK, summaryOf, withoutMark } from '../suite/suiteLines.ts';
import { NEWEST, vscodeOf } from '../versions.ts';

interface Order {
  readonly extension: string;
  readonly suite: string;
  readonly folder: string | undefined;
}

/** The size of the window. Nobody looks at it: drawing little leaves the processors to the tests. */
const WINDOW = { width: 640, height: 480 };
/** Parts of the window that nobody looks at either, without which an editor opens sooner. The tests of windows have them. */
const UNSEEN = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'explorer.autoReveal': false,
  'git.enabled': false,
  'workbench.editor.showTabs': 'none',
};
const VERBOSE = Boolean(process.env['TEST_VERBOSE']);
const TIMEOUT = Number(process.env['TEST_TIMEOUT'] ?? 1800);

/** VS Code's own errors: printed only if the suite did not end properly. */
const noise: string[] = [];
let suiteEnded = false;

/** Reads the options that test-electron passes and that matter here; the others are for a desktop. */
function readOrder(): Order {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: suite } = values;
  if (typeof extension !== 'string' || typeof suite !== 'string') {
    throw new Error('It needs --extensionDevelopmentPath=… and --extensionTestsPath=…');
  }
  if (!fs.existsSync(suite)) throw new Error(`There is no suite at ${suite}.`);
  return { extension: path.resolve(extension), suite: path.resolve(suite), folder: positionals[0] };
}

/** The settings for the web host: the payload has no option for it. */
function hostSettings(extension: string): Readonly<Record<string, unknown>> {
  if (process.env['TEST_VSCODE_HOST'] !== 'web') return {};
  const manifest = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8')) as {
    publisher: string;
    name: string;
  };
  return { 'remote.extensionKind': { [`${manifest.publisher}.${manifest.name}`]: ['web'] } };
}

/** Opens the workbench, which starts the suite by itself, and returns the suite's exit code. */
async function runSuite(server: Server, browser: Browser, order: Order): Promise<number> {
  const page = await browser.newPage({ viewport: WINDOW, reducedMotion: 'reduce' });
  await page.exposeFunction('codeAutomationLog', (type: string, values: unknown[]) => {
    hear(type, values);
  });
  const result = new Promise<number>((resolve, reject) => {
    const failed = (why: string) => () => {
      reject(new Error(why));
    };
    page.once('crash', failed('The workbench crashed.'));
    void server.ended.then(failed('The server ended before the suite did.'));
    setTimeout(failed(`The suite did not end within ${TIMEOUT} s.`), TIMEOUT * 1000).unref();
    void page
      .exposeFunction('codeAutomationExit', resolve)
      .then(() =>
        page.goto(
          workbenchUrl(server, {
            ...(order.folder === undefined ? {} : { folder: path.resolve(order.folder) }),
            payload: [
              ['extensionDevelopmentPath', remoteUri(server, order.extension)],
              ['extensionTestsPath', remoteUri(server, order.suite)],
            ],
          }),
        ),
      )
      .catch(reject);
  });
  return result;
}

/** Handles a console message of the workbench or of the extension host. */
function hear(type: string, values: readonly unknown[]): void {
  const text = format(...values);
  if (text.startsWith(MARK)) {
    const lines = withoutMark(text);
    suiteEnded ||= lines.split('\n').some((line) => summaryOf(line) !== undefined);
    process.stdout.write(`${lines}\n`);
    return;
  }
  const line = `[${type}] ${text}\n`;
  if (VERBOSE) process.stderr.write(line);
  else if (type === 'error') noise.push(line);
}

async function main(): Promise<number> {
  let server: Server | undefined;
  let browser: Browser | undefined;
  let code: number;
  try {
    const order = readOrder();
    const version = vscodeOf(process.env['TEST_VSCODE_VERSION'] ?? NEWEST.version);
    const dataDir = process.env['TEST_DATA_DIR'];
    [server, browser] = await Promise.all([
      startServer({
        version,
        // AI features are on, to test the tools that the extension gives to assistants.
        settings: { ...UNSEEN, 'chat.disableAIFeatures': false, ...hostSettings(order.extension) },
        ...(dataDir !== undefined && { dataDir }),
      }),
      launchBrowser(),
    ]);
    code = await runSuite(server, browser, order);
    // VS Code also returns 0 if the extension host was killed.
    if (code === 0 && !suiteEnded) throw new Error('The extension host ended before the suite did.');
  } catch (error) {
    code = 1;
    noise.push(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  if (code !== 0 && !suiteEnded) process.stderr.write(noise.slice(-20).join(''));
  await browser?.close();
  await server?.stop();
  return code;
}

void main().then((code) => {
  // test-electron stops reading at the exit: the last lines have to arrive before.
  setTimeout(() => process.exit(code), 100);
});
