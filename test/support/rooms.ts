import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import fs from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './browser.ts';
import { buildSuite } from './suite/buildSuite.ts';
import { startWorkspace } from './suite/testWorkspace.ts';
import { coverageArguments } from './coverage.ts';
import { OUT } from './paths.ts';
import type { Part } from './lanes.ts';
import { FAILED, NONE, runStep, sum, type Count, type Say, type StepOptions } from './step.ts';
import { sampleOf } from './sample.ts';
import { stackReader } from './suite/suiteStack.ts';
import { testName, testFiles } from './testFiles.ts';
import { installServer, nodeFor } from './vscode/vscodeServer.ts';
import { NEWEST, OLDEST, type VsCode } from './versions.ts';
import { WindowWorkers } from './windowWorkers.ts';

/** Which tests of a room are run. */
export interface Choice {
  /** The beginnings of their file names; empty for all. */
  readonly only: readonly string[];
  /** Whether those that take long all run, and not a sample of them. */
  readonly isWhole: boolean;
}

/** A kind of check or test. */
export interface Room {
  readonly name: string;
  readonly needsBuild: boolean;
  /** Whether it is left out unless everything runs, or it is named. */
  readonly onlyInAll?: true;
  /** Prepares what its tests need, and returns them. */
  parts(choice: Choice): Promise<readonly Part[]> | readonly Part[];
}

/**
 * Where the workbench suite runs: in the newest VS Code in both kinds of extension host, and in the oldest one; and which
 * share of its files `npm test` runs there.
 */
const WORKBENCHES = [
  [NEWEST, 'node', 1],
  [NEWEST, 'web', 0.25],
  [OLDEST, 'node', 0],
] as const;
/** The files of windows that only `npm run test:all` runs: what a contributor runs by hand. */
const BY_HAND = new Set(['film', 'start']);
/** The share of slow files, and of those of the parser, that `npm test` runs. */
const SHARE = 0.25;
type Host = (typeof WORKBENCHES)[number][1];
/** The timeout of a test, in ms: far more than any working test takes, even on a busy machine. */
const TIMEOUT = 120_000;
/** The folders whose tests need nothing but Node. */
const PURE = ['base', 'briefing', 'library', 'search', 'reader', 'share', 'language', 'intake', 'desktop'];

/**
 * The tests in plain Node that read megabytes of text, kill processes, or wait: those of the corpus, of hostile texts,
 * and these. `npm run test:quick` leaves them out, and `npm test` runs a sample. The others cover 98 % of the lines.
 */
const SLOW = new Set(
  [
    'briefing/blocks/density',
    'briefing/exports',
    'briefing/growth',
    'briefing/invariants',
    'intake/feeds/fetchFeed',
    'intake/htmlBounds',
    'intake/htmlProperties',
    'intake/inlineForwards',
    'library/changes',
    'library/libraryBursts',
    'library/libraryFolders',
    'library/libraryOpen',
    'library/log/killedWriters',
    'library/log/readingLogDamage',
    'library/log/readingLogWindows',
    'library/outline',
    'library/progress/passagesMigration',
    'library/progress/placesOfAny',
    'reader/memory',
    'reader/repeatedText',
    'search/plainScan',
    'search/related',
    'search/searchIndex',
    'search/snapshot',
  ].map((name) => `test/${name}.test.ts`),
);

/** The files of the tests in plain Node. */
export function pureFiles(only: readonly string[] = []): {
  readonly quick: string[];
  readonly slow: string[];
} {
  const files = PURE.flatMap((room) => testFiles(room, only));
  const isSlow = (file: string) => /^(?:corpus|hostile)/.test(testName(file)) || SLOW.has(file);
  return { quick: files.filter((file) => !isSlow(file)), slow: files.filter(isSlow) };
}

/** The build, which some rooms need first. */
export const BUILD = check('build', process.execPath, ['esbuild.js']);

/** All rooms. Those with the longest parts come first, so that short ones can run in parallel to their end. */
export const ROOMS: readonly Room[] = [
  { name: 'workbench', needsBuild: true, parts: workbenchParts },
  { name: 'lint', needsBuild: false, parts: () => [check('lint', 'npm', ['run', '--silent', 'lint'])] },
  { name: 'pure', needsBuild: false, parts: pureParts },
  { name: 'window', needsBuild: true, parts: windowParts },
  {
    name: 'page',
    needsBuild: false,
    parts: ({ only }) => {
      // These tests build the page's script themselves: apart from the browser, they need nothing.
      ensureChromium();
      return [testsOf('page', testFiles('page', only))];
    },
  },
  {
    name: 'project',
    needsBuild: false,
    parts: ({ only }) => [testsOf('project', testFiles('project', only))],
  },
  { name: 'types', needsBuild: false, parts: () => [check('types', 'npm', ['run', '--silent', 'types'])] },
  {
    name: 'coverage',
    needsBuild: false,
    onlyInAll: true,
    parts: () => {
      const tests = mocha(pureFiles().quick);
      return [
        {
          name: 'coverage',
          run: (say) => runTests([...coverageArguments(), process.execPath, ...tests], { say }),
        },
      ];
    },
  },
];

/** The names that the command line takes. */
export const ROOM_NAMES: readonly string[] = [BUILD.name, ...ROOMS.map(({ name }) => name)];

/** A check has no tests: it counts as nothing if it succeeds, else as one failed test. */
function check(name: string, command: string, args: readonly string[]): Part {
  return { name, run: async (say) => ((await runStep(command, args, { say })).ok ? NONE : FAILED) };
}

function testsOf(name: string, files: readonly string[]): Part {
  return { name, run: (say) => runTests(mocha(files), { say }) };
}

/** Runs tests in Node. No tests at all, a crash, and too little coverage count as failures, too. */
async function runTests(
  args: readonly string[],
  options: StepOptions & { readonly say: Say },
): Promise<Count> {
  const { count, ok } = await runStep(process.execPath, args, options);
  const ran = count.passed + count.failed > 0;
  if (!ran) options.say('No test was run.');
  return (ok && ran) || count.failed > 0 ? count : sum(count, FAILED);
}

/** The part of a command line that starts mocha. `files`: patterns or paths. */
export function mocha(files: readonly string[], ...options: string[]): string[] {
  const reporter = options.includes('--reporter') ? [] : ['--reporter', 'test/support/suite/reporter.ts'];
  // All tests run with markdown-it as it is shipped.
  const modules = ['tsx', './test/support/shippedMarkdown.mjs', './test/support/propertySeed.mjs'];
  const imports = modules.flatMap((name) => ['--import', name]);
  return [
    ...imports,
    'node_modules/mocha/bin/mocha.js',
    '--timeout',
    String(TIMEOUT),
    ...reporter,
    ...options,
    ...files,
  ];
}

/** The tests in plain Node. Those of the parser are about to be written anew, with it. */
function pureParts({ only, isWhole }: Choice): Part[] {
  const { quick, slow } = pureFiles(only);
  if (only.length > 0) return [testsOf('pure', [...quick, ...slow])];
  // The quick ones run with coverage then.
  if (isWhole) return [testsOf('pure, slow files', slow)];
  const isOfParser = (file: string) => file.startsWith('test/briefing/');
  const others = quick.filter((file) => !isOfParser(file));
  return [
    testsOf('pure, some of the slow files', sampleOf(slow, SHARE)),
    testsOf('pure', [...others, ...sampleOf(quick.filter(isOfParser), SHARE)]),
  ];
}

/** Runs the same suite in each of the {@link WORKBENCHES}. */
async function workbenchParts({ only, isWhole }: Choice): Promise<Part[]> {
  const all = testFiles('workbench', only);
  const parts: Part[] = [];
  for (const [vscode, host, share] of WORKBENCHES) {
    const files = isWhole || only.length > 0 ? all : sampleOf(all, share);
    if (files.length === 0) continue;
    const suite = await buildSuite(files, path.join(OUT, `workbench-${vscode.version}-${host}`));
    const where = (await hasDesktop(vscode)) ? 'desktop' : 'launcher';
    if (where === 'launcher') prepareServer(vscode);
    parts.push({
      name: `workbench, VS Code ${vscode.version}, ${host} extension host`,
      opensWindows: true,
      run: (say) => testWorkbench(suite, vscode, host, where, { read: stackReader(suite), say }),
    });
  }
  return parts;
}

async function testWorkbench(
  suite: string,
  { version }: VsCode,
  host: Host,
  where: 'desktop' | 'launcher',
  options: StepOptions & { readonly say: Say },
): Promise<Count> {
  const folder = await startWorkspace();
  try {
    const run = [
      '--import',
      'tsx',
      'test/support/vscode/runWorkbench.ts',
      version,
      host,
      where,
      folder.path,
      suite,
    ];
    return await runTests(run, options);
  } finally {
    await folder.stop();
  }
}

/** One part for each file. */
function windowParts({ only, isWhole }: Choice): Part[] {
  for (const vscode of [NEWEST, OLDEST]) prepareServer(vscode);
  fs.mkdirSync(path.join(OUT, 'screenshots'), { recursive: true });
  const isRun = (file: string) => isWhole || only.length > 0 || !BY_HAND.has(testName(file));
  const files = testFiles('window', only).filter(isRun);
  const workers = new WindowWorkers(TIMEOUT, files.length);
  return files.map((file) => ({
    name: `window/${testName(file)}`,
    opensWindows: true,
    run: (say) => workers.run(file, say),
  }));
}

/** Downloads everything before the tests start, so that no test times out waiting for a download. */
function prepareServer(vscode: VsCode): void {
  installServer(vscode);
  nodeFor(vscode);
  ensureChromium();
}

/** Whether the desktop VS Code is available, and there is a display for it. */
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
