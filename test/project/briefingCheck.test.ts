import assert from 'node:assert/strict';
import esbuild from 'esbuild';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type RuleCode, RULES } from '../../src/language/rules.ts';
import { commandLine } from '../support/build.ts';
import { OUT, REPO } from '../support/paths.ts';

const BUILT = path.join(OUT, 'cli/briefing-check.js');
const FOLDER = path.join(OUT, 'cli/files');

const GOOD = '# Harbour\n\n## Key Takeaways\n\n- **Ferry:** It stops. ([notice](https://port.example/a))\n';
const WITHOUT = '# Harbour\n\n## Key Takeaways\n\n- **Ferry:** It stops.\n';

/* Tests the bundle as it is shipped: one file that Node runs by itself. */
describe('briefing-check', () => {
  before(async () => {
    await esbuild.build({ ...commandLine, outfile: BUILT });
    fs.rmSync(FOLDER, { recursive: true, force: true });
    write('good.md', GOOD);
    write('b/2026-03-02-without.md', WITHOUT);
    write('b/dated.txt', `---\ndate: 2026-02-30\n---\n${GOOD}`);
    write('b/c.briefing.json', JSON.stringify({ title: 'A', sections: [] }));
    write('b/other.json', '{}');
    write('b/.hidden/a.md', WITHOUT);
    write('b/node_modules/a.md', WITHOUT);
    write('binary.md', Buffer.alloc(100));
    write('latin.md', Buffer.concat([Buffer.from(GOOD), Buffer.from([0xe9, 0x20, 0x61])]));
    write('large.md', 'a'.repeat(3_000_000));
    write('empty/a.png', '');
    write('none.json', '{"a": 1}');
  });

  it('prints a line for each finding, with file, line and column, and a summary', () => {
    const { code, out, error } = run('b/2026-03-02-without.md', 'good.md', 'b/dated.txt');
    const [without = '', dated = '', end] = out.split('\n');
    const words = (code: RuleCode) => RULES[code].message.slice(0, 20);
    assert.ok(
      without.startsWith(`b/2026-03-02-without.md:5:1 information no-reference ${words('no-reference')}`),
      without,
    );
    assert.match(dated, /^b\/dated\.txt:2:7 warning bad-date “2026-02-30” is not a valid date\. /);
    assert.equal(end, '');
    assert.equal(error, '3 files: 0 errors, 1 warning, 1 information, 0 hints\n');
    assert.equal(code, 0);
  });

  it('checks folders, except those with generated files', () => {
    const { out, error } = run('b');
    assert.deepEqual(
      out.split('\n').map((line) => line.replace(/:.*/, '')),
      ['b/2026-03-02-without.md', 'b/dated.txt', ''],
    );
    assert.match(error, /^3 files:/);
  });

  it('fails from the given severity on', () => {
    const codes = ['error', 'warning', 'information', 'hint'].map(
      (severity) => run('--fail-on', severity, 'b/2026-03-02-without.md').code,
    );
    assert.deepEqual(codes, [0, 0, 1, 1]);
    assert.equal(run('b/2026-03-02-without.md', '--level', 'no-reference=error').code, 1);
    assert.equal(run('--fail-on=hint', '--level=no-reference=off', 'b/2026-03-02-without.md').code, 0);
  });

  it('prints JSON with what to do', () => {
    const { out } = run('--json', 'b/dated.txt', 'good.md');
    assert.deepEqual(JSON.parse(out), [
      {
        file: 'b/dated.txt',
        line: 2,
        column: 7,
        severity: 'warning',
        code: 'bad-date',
        message: '“2026-02-30” is not a valid date. Write it as YYYY-MM-DD.',
        fix: 'Write a date that exists, as YYYY-MM-DD.',
      },
    ]);
    assert.deepEqual(JSON.parse(run('--json', 'good.md').out), []);
  });

  it('prints annotations', () => {
    const { out } = run('--github', 'b/2026-03-02-without.md');
    assert.match(out, /^::notice file=b\/2026-03-02-without\.md,line=5,col=1,title=no-reference::This take/);
  });

  it('finds problems of the bytes, and JSON that is not a briefing', () => {
    assert.match(run('latin.md').out, /^latin\.md:6:1 warning undecodable The file is not valid UTF-8/);
    assert.match(run('none.json').out, /^none\.json:1:1 warning not-a-briefing/);
  });

  const wrong: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [[], /No file or folder was given\.\nTry briefing-check --help\./],
    [['--nothing', 'good.md'], /Unknown option '--nothing'/],
    [['--fail-on', 'panic', 'good.md'], /“panic” is not a severity\. Choose from error, warning/],
    [
      ['--level', 'nothing=error', 'good.md'],
      /“nothing” is not the code of a problem\. Choose from .*, no-reference, /,
    ],
    [['--level', 'no-reference', 'good.md'], /“no-reference” is not a level/],
    [['--json', '--github', 'good.md'], /Choose one/],
    [['--level', 'no-reference=error=1', 'good.md'], /is not a level/],
    [['--level', 'constructor=error', 'good.md'], /is not the code/],
    [['missing.md', 'good.md'], /missing\.md cannot be read: no such file or directory\n1 file: 0 errors/],
    [['binary.md'], /binary\.md is not a text file/],
    [['large.md'], /large\.md is too large: 3000000 bytes/],
    [['empty'], /empty contains no briefings/],
  ];
  for (const [args, says] of wrong)
    it(`ends with 2 and says why: ${args.join(' ') || 'nothing'}`, () => {
      const { code, error } = run(...args);
      assert.match(error, says);
      assert.equal(code, 2);
    });

  it('reads no device, and prints no control sequence of a terminal or a CI runner', function () {
    // Windows has no such names.
    if (process.platform === 'win32') this.skip();
    assert.match(run('/dev/zero').error, /is not a file/);
    const name = 'names/::error file=x::\u001b[31m\u202e.md';
    write(name, WITHOUT);
    for (const args of [['names'], ['--json', 'names'], ['--github', 'names']]) {
      const { out } = run(...args);
      assert.notEqual(out, '');
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(out, /[\u001b\u202e]/);
      if (args[0] === 'names') assert.doesNotMatch(out, /^::/m);
    }
  });

  it('prints its usage and version', () => {
    assert.match(run('--help').out, /^Usage: briefing-check/);
    const { version, bin } = JSON.parse(fs.readFileSync(path.join(REPO, 'package.json'), 'utf8')) as {
      readonly version: string;
      readonly bin: unknown;
    };
    assert.equal(run('--version').out, `${version}\n`);
    assert.deepEqual(bin, { 'briefing-check': commandLine.outfile });
  });

  it('is one file that Node runs by itself, and uses nothing but the disk', () => {
    const script = fs.readFileSync(BUILT, 'utf8');
    assert.ok(script.startsWith('#!/usr/bin/env node\n'));
    const modules = [...script.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(modules)].sort(), ['node:fs', 'node:path', 'node:process', 'node:util']);
  });
});

function write(name: string, content: string | Uint8Array): void {
  const file = path.join(FOLDER, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

function run(...args: string[]): { code: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUILT, ...args], {
    cwd: FOLDER,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, error: stderr };
}
