import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { commandLine } from '../support/commandLine.ts';
import { REPO } from '../support/paths.ts';

/** Everything that a person installs. A file that comes to be in the package has to be named here first. */
const PACKAGED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'briefings/2025-08-19-ukraine-talks-at-the-white-house.txt',
  'briefings/welcome.md',
  'dist/extension.js',
  'dist/page/main.js',
  'media/briefings.svg',
  'media/icon.png',
  'media/reader-dark.svg',
  'media/reader-light.svg',
  'media/reader.css',
  'package.json',
  'package.nls.json',
];

const LARGEST_BUNDLES = 480_000;

describe('The package', () => {
  let output = '';

  before(() => {
    output = npm('run', 'package');
  });

  it('is made without a warning', () => {
    assert.match(output, /DONE\s+Packaged: briefing-reader\.vsix/);
    assert.doesNotMatch(output, /warn|error/i);
  });

  it('holds what a person installs, and nothing else', () => {
    const files = npm('exec', '--', 'vsce', 'ls', '--no-dependencies').trim().split('\n');
    assert.deepEqual(files.sort(), PACKAGED);
  });

  it(`has bundles of at most ${LARGEST_BUNDLES} bytes together`, () => {
    const sizes = PACKAGED.filter((file) => file.startsWith('dist/')).map(
      (file) => fs.statSync(path.join(REPO, file)).size,
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(sizes.length === 2 && total <= LARGEST_BUNDLES, `${sizes.join(' + ')} = ${total} bytes`);
  });
});

/** What npm prints, on both of its outputs. */
function npm(...args: string[]): string {
  const line = commandLine('npm', ['--silent', ...args]);
  const run = spawnSync(line.command, line.args, { cwd: REPO, encoding: 'utf8', shell: line.shell });
  assert.equal(run.status, 0, run.stdout + run.stderr);
  return run.stdout + run.stderr;
}
