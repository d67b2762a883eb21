import assert from 'node:assert/strict';
import esbuild from 'esbuild';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { name } from '../../package.json';
import { plugins, whenCalled } from '../support/build.ts';
import { commandLine } from '../support/commandLine.ts';
import { REPO } from '../support/paths.ts';
import { dangersIn } from './dangers.ts';
import { unpacked } from './unpacked.ts';

/** The languages with a translation. */
const LANGUAGES = ['de', 'es', 'fr', 'uk', 'zh-cn'];

/** Every file of the package, as vsce names it. A new file has to be added here first. */
const PACKAGED = [
  'LICENSE.txt',
  'changelog.md',
  'readme.md',
  'ThirdPartyNotices.txt',
  'briefings/2025-08-19-ukraine-talks-at-the-white-house.txt',
  'briefings/welcome.md',
  'dist/desktop.js',
  'dist/extension.js',
  'dist/page/main.js',
  'dist/skills/write-briefing/SKILL.md',
  'dist/writing/writing-briefings.md',
  'media/briefings.svg',
  'media/icon.png',
  'media/reader-dark.svg',
  'media/reader-light.svg',
  'media/reader.css',
  'media/snippets.json',
  ...['cite', 'keys', 'open', 'own'].map((name) => `media/walkthrough/${name}.svg`),
  'package.json',
  'package.nls.json',
  ...LANGUAGES.flatMap((name) => [
    `package.nls.${name}.json`,
    `l10n/bundle.l10n.${name}.json`,
    `briefings/welcome.${name}.md`,
    `dist/writing/writing-briefings.${name}.md`,
  ]),
];

const BUNDLES = PACKAGED.filter((file) => file.endsWith('.js'));

/**
 * The maximum size in bytes, with 1 % of room. Of the current size, mail, pages and feeds are 240,000 and
 * writing 75,000, which run only when they are used.
 */
const LARGEST_BUNDLES = 1_088_000;

describe('The package', () => {
  let output = '';
  let files: ReadonlyMap<string, Buffer> = new Map();
  const textOf = (file: string) => files.get(file)?.toString() ?? '';

  before(() => {
    output = npm('run', 'package');
    files = unpacked(path.join(REPO, `${name}.vsix`));
  });

  it('is built without a warning', () => {
    assert.match(output, /DONE\s+Packaged: .*briefing-reader\.vsix/);
    assert.doesNotMatch(output, /warn|error/i);
  });

  it('contains only what is installed', () => {
    assert.deepEqual([...files.keys()].sort(), [...PACKAGED].sort());
  });

  it('has the license of each package in its bundles', async () => {
    const notices = textOf('ThirdPartyNotices.txt');
    const packages = await bundledPackages();
    assert.ok(packages.length >= 10, packages.join());
    for (const folder of packages) assert.equal(missingFrom(notices, folder), undefined, folder);
    const [head = '', ...named] = notices.split(/\n={80}\n/);
    assert.match(head, /^Briefing Reader contains/);
    assert.equal(named.length, packages.length);
    const others = named.filter((notice) => !notice.includes('uc.micro ')).join('\n');
    assert.equal(
      missingFrom(others, packages.find((folder) => folder.endsWith('/uc.micro')) ?? ''),
      'its name',
    );
  });

  it('does not evaluate strings as code, and opens connections in one place', () => {
    const [desktop = [], extension = [], page] = BUNDLES.map((file) => dangersIn(textOf(file)));
    assert.deepEqual(page, []);
    // The extension's own file.
    assert.equal(desktop.length, 1, desktop.join('\n'));
    assert.match(desktop[0] ?? '', /runInThisContext/);
    assert.equal(extension.length, 1, extension.join('\n'));
    assert.match(extension[0] ?? '', /^fetch\(\w+,\{headers:.*"User-Agent"/);
  });

  it('has a script and a style sheet that can be part of a page', () => {
    assert.doesNotMatch(textOf('dist/page/main.js'), /<\/script|<!--/i);
    assert.doesNotMatch(textOf('media/reader.css'), /<\/style/i);
  });

  it('evaluates the code for briefings, for feeds and for writing only when it is needed', async () => {
    const first = await evaluatedFirst();
    assert.ok(first.includes('src/library/library.ts'));
    const later =
      /\/(?:markdown-it|js-yaml|htmlparser2)\/|src\/intake\/|feedEngine|language\/draft\/|askModel/;
    assert.deepEqual(
      first.filter(
        (file) => later.test(file) || /src\/briefing\/(?:grammar|structure|render|plain)\//.test(file),
      ),
      [],
    );
  });

  it(`has bundles of at most ${LARGEST_BUNDLES} bytes together`, () => {
    const sizes = BUNDLES.map((file) => files.get(file)?.length ?? 0);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(sizes.length === 3 && total <= LARGEST_BUNDLES, `${sizes.join(' + ')} = ${total} bytes`);
  });

  it('reports what its bundles are made of', async () => {
    const parts = await bundledParts();
    for (const [name, bytes] of parts) console.log(`      ${String(bytes).padStart(7)} bytes  ${name}`);
    assert.equal(parts[0]?.[0], 'Briefing Reader');
  });
});

async function bundleAgain(entryPoints: string[], options: esbuild.BuildOptions): Promise<esbuild.Metafile> {
  const { metafile } = await esbuild.build({
    ...options,
    entryPoints,
    absWorkingDir: REPO,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    external: ['vscode', 'node:*'],
    outdir: 'out/bundled',
    write: false,
    metafile: true,
  });
  return metafile;
}

/**
 * The size of each file in the bundles, in bytes. Found with another build, without the step that writes the
 * notices.
 */
async function bundledFiles(): Promise<(readonly [file: string, bytes: number])[]> {
  const metafile = await bundleAgain(['src/extension.ts', 'src/page/main.ts', 'src/desktop/main.ts'], {
    minify: true,
    charset: 'utf8',
    plugins,
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [[file, bytesInOutput] as const] : [],
    ),
  );
}

/**
 * The files that are evaluated at the start: those not behind an `import()`, and not made to wait for a
 * call.
 */
async function evaluatedFirst(): Promise<string[]> {
  const { inputs } = await bundleAgain(['src/extension.ts'], { plugins: [whenCalled] });
  const files = new Set(['src/extension.ts']);
  for (const file of files)
    for (const { kind, path: next, external } of inputs[file]?.imports ?? [])
      if (kind === 'import-statement' && external !== true) files.add(next);
  // The placeholder of a file that waits for a call is not a file.
  return [...files].filter((file) => !file.startsWith('when-called:'));
}

/** The folder of the package that a file belongs to. */
function packageOf(file: string): string | undefined {
  return /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

async function bundledPackages(): Promise<string[]> {
  const files = await bundledFiles();
  return [...new Set(files.flatMap(([file]) => packageOf(file) ?? []))].sort();
}

/** The parts of the bundles, the largest first. */
async function bundledParts(): Promise<[name: string, bytes: number][]> {
  const parts = new Map<string, number>();
  for (const [file, bytes] of await bundledFiles()) {
    const name = packageOf(file)?.replace(/^.*node_modules\//, '') ?? 'Briefing Reader';
    parts.set(name, (parts.get(name) ?? 0) + bytes);
  }
  return [...parts].sort(([, a], [, b]) => b - a);
}

/** What the notices lack for a package. */
function missingFrom(notices: string, folder: string): string | undefined {
  const text = (file: string) =>
    fs
      .readFileSync(path.join(REPO, folder, file), 'utf8')
      .replace(/\r\n/g, '\n')
      .trim();
  const { name, version } = JSON.parse(text('package.json')) as {
    readonly name: string;
    readonly version: string;
  };
  if (!notices.includes(`\n${name} ${version} (`)) return 'its name';
  const licences = fs.readdirSync(path.join(REPO, folder)).filter((file) => /^licen[cs]e/i.test(file));
  if (licences.length === 0 || !licences.every((file) => /copyright|©/i.test(text(file))))
    return 'a licence of its own';
  return licences.every((file) => notices.includes(text(file))) ? undefined : 'its licence';
}

/** What npm prints to both of its outputs. */
function npm(...args: string[]): string {
  const line = commandLine('npm', ['--silent', ...args]);
  const run = spawnSync(line.command, line.args, { cwd: REPO, encoding: 'utf8', shell: line.shell });
  assert.equal(run.status, 0, run.stdout + run.stderr);
  return run.stdout + run.stderr;
}
