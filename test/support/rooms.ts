import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import fs from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './browser.ts';
import { buildSuite } from './buildSuite.ts';
import { copyWorkspace } from './copyWorkspace.ts';
import { startFeedServer } from './feedServer.ts';
import { coverageArguments } from './coverage.ts';
import { OUT } from './paths.ts';
import { FAILED, NONE, runStep, sum, type Count, type StepOptions } from './step.ts';
import { stackReader } from './suiteStack.ts';
import { installServer, nodeFor } from './vscodeServer.ts';
import { NEWEST, OLDEST, type VsCode } from './versions.ts';

/** One part of `npm test`. */
export interface Room {
  readonly name: string;
  readonly doing: string;
  readonly needsBuild: boolean;
  /** `only`: how the names of the files begin whose tests are to run; none for all. */
  run(only: readonly string[]): Promise<Count>;
}

const HOSTS = ['node', 'web'] as const;
/** The folders whose tests need nothing but Node. */
export const PURE = ['base', 'briefing', 'library', 'search', 'reader', 'share', 'language', 'intake'];

export const BUILD = 'build';

export const ROOMS: readonly Room[] = [
  {
    name: 'lint',
    doing: 'Linting',
    needsBuild: false,
    run: () => runCheck('npm', ['run', '--silent', 'lint']),
  },
  {
    name: 'types',
    doing: 'Checking types',
    needsBuild: false,
    run: () => runCheck('npm', ['run', '--silent', 'types']),
  },
  {
    name: BUILD,
    doing: 'Building dist',
    needsBuild: false,
    run: () => runCheck(process.execPath, ['esbuild.js']),
  },
  {
    name: 'pure',
    doing: 'Testing base, briefing, library, search, reader, share, language and intake in plain node',
    needsBuild: false,
    run: (only) => {
      const tests = mocha(PURE, only, '--timeout', '20000');
      // A part of the tests covers a part of the code.
      return runTests(only.length === 0 ? [...coverageArguments(), process.execPath, ...tests] : tests);
    },
  },
  {
    name: 'project',
    doing: 'Testing the package and the walls between the folders',
    needsBuild: false,
    run: (only) => runTests(mocha(['project'], only, '--timeout', '120000')),
  },
  { name: 'page', doing: "Testing the reader's page in a browser", needsBuild: false, run: testPage },
  { name: 'workbench', doing: 'Testing inside VS Code', needsBuild: true, run: testWorkbench },
  { name: 'window', doing: "Testing VS Code's window in a browser", needsBuild: true, run: testWindow },
];

/** A check has no tests to count: it is silent about success, and counts as one that failed otherwise. */
async function runCheck(command: string, args: readonly string[]): Promise<Count> {
  const { ok } = await runStep(command, args);
  return ok ? NONE : FAILED;
}

/** Node with tests in it: no test at all, a crash, and too little coverage are failures as well. */
async function runTests(args: readonly string[], options?: StepOptions): Promise<Count> {
  const { count, ok } = await runStep(process.execPath, args, options);
  const ran = count.passed + count.failed > 0;
  if (!ran) console.log('No test was run.');
  return (ok && ran) || count.failed > 0 ? count : sum(count, FAILED);
}

export function mocha(folders: readonly string[], only: readonly string[], ...options: string[]): string[] {
  // With the markdown-it that is shipped, whatever is tested.
  const imports = ['tsx', './test/support/shippedMarkdown.mjs'].flatMap((name) => ['--import', name]);
  const names = only.length === 0 ? '*' : `+(${only.join('|')})*`;
  const patterns = folders.map((folder) => `test/${folder}/**/${names}.test.ts`);
  return [...imports, 'node_modules/mocha/bin/mocha.js', ...options, ...patterns];
}

/** The page makes its script itself: without VS Code nothing else is needed. */
async function testPage(only: readonly string[]): Promise<Count> {
  ensureChromium();
  return runTests(mocha(['page'], only, '--timeout', '30000'));
}

/** The same suite in each version and in each extension host. */
async function testWorkbench(only: readonly string[]): Promise<Count> {
  const suite = await buildSuite(only);
  const read = stackReader(suite);
  const feeds = await startFeedServer();
  let total = NONE;
  for (const vscode of [NEWEST, OLDEST]) {
    const where = (await hasDesktop(vscode)) ? 'desktop' : 'launcher';
    if (where === 'launcher') prepareServer(vscode);
    for (const host of HOSTS) {
      console.log(`VS Code ${vscode.version}, ${host} extension host:`);
      const folder = copyWorkspace();
      // A web worker has no environment that could tell it.
      fs.writeFileSync(path.join(folder.path, 'feed-server.txt'), feeds.origin);
      const run = [
        '--import',
        'tsx',
        'test/support/runWorkbench.ts',
        vscode.version,
        host,
        where,
        folder.path,
      ];
      total = sum(total, await runTests(run, { read }));
      folder.remove();
    }
  }
  await feeds.stop();
  return total;
}

async function testWindow(only: readonly string[]): Promise<Count> {
  for (const vscode of [NEWEST, OLDEST]) prepareServer(vscode);
  fs.mkdirSync(path.join(OUT, 'screenshots'), { recursive: true });
  return runTests(mocha(['window'], only, '--timeout', '60000'));
}

/** Downloads come before the tests that need them: none of them waits for one until it times out. */
function prepareServer(vscode: VsCode): void {
  installServer(vscode);
  nodeFor(vscode);
  ensureChromium();
}

/** Whether the desktop VS Code can be had, and has a display to appear on. */
async function hasDesktop(vscode: VsCode): Promise<boolean> {
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  if (process.platform === 'linux' && !display) return false;
  try {
    await downloadAndUnzipVSCode({ version: vscode.version });
    return true;
  } catch (error) {
    console.log(`Desktop VS Code cannot be had (${String(error)}): its server is used in its place.`);
    return false;
  }
}
